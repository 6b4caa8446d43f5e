/** What the host should know of our seats, in few messages: all that happened in one turn of the loop goes together. */
import type { HostLink } from '../ipc/link.ts';

export interface Outbox {
  told(seat: number): void;
  gone(seat: number): void;
  /** Resolves when no goodbye has been handed over for a moment: for an orphan, who has nobody to report to. */
  quiet(): Promise<void>;
}

const QUIET_MS = 100;

export function createOutbox(host: Pick<HostLink, 'send'>): Outbox {
  const pending = { told: [] as number[], gone: [] as number[] };
  let scheduled = false;
  let last = 0;

  const post = (): void => {
    scheduled = false;
    for (const kind of ['told', 'gone'] as const) {
      const seats = pending[kind].splice(0);
      if (seats.length > 0) host.send({ kind, seats });
    }
  };
  const note = (kind: 'told' | 'gone', seat: number): void => {
    last = performance.now();
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
    quiet: () => {
      const { promise, resolve } = Promise.withResolvers<null>();
      last = performance.now();
      const look = setInterval(() => {
        if (performance.now() - last < QUIET_MS) return;
        clearInterval(look);
        resolve(null);
      }, QUIET_MS / 4);
      return promise.then(() => undefined);
    },
  };
}
