/** What the host should know of our seats, in few messages: all that happened in one turn of the loop goes together. */
import type { HostLink } from '../ipc/link.ts';

export interface Outbox {
  told(seat: number): void;
  gone(seat: number): void;
}

export function createOutbox(host: Pick<HostLink, 'send'>): Outbox {
  const pending = { told: [] as number[], gone: [] as number[] };
  let scheduled = false;

  const post = (): void => {
    scheduled = false;
    for (const kind of ['told', 'gone'] as const) {
      const seats = pending[kind].splice(0);
      if (seats.length > 0) host.send({ kind, seats });
    }
  };
  const note = (kind: 'told' | 'gone', seat: number): void => {
    pending[kind].push(seat);
    if (scheduled) return;
    scheduled = true;
    setImmediate(post);
  };

  return {
    told: (seat) => {
      note('told', seat);
    },
    gone: (seat) => {
      note('gone', seat);
    },
  };
}
