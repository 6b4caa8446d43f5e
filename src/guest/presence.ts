/**
 * Who is connected here, written to the table `connection` in batches: a burst of guests costs a few transactions, not
 * one each, and nobody's greeting waits for them. HELLO writes its own row with the guest's name at once.
 */
import type { GuestStore } from '../store/guests.ts';

export interface Presence {
  opened(seat: number, remote: string): void;
  closed(seat: number): void;
  /** Writes what is pending now. Never rejects; `failed` hears of trouble once until it is over: what could not be written is written with the next batch. */
  flush(): Promise<void>;
}

const EVERY_MS = 50;
/** While the store cannot be written: there is no hurry, and the disk has trouble enough. */
const RETRY_MS = 1_000;

export function createPresence(
  store: Pick<GuestStore, 'recordConnections'>,
  epoch: number,
  now: () => number,
  failed: (error: unknown) => void,
): Presence {
  let opened = new Map<number, { readonly seat: number; readonly remote: string; readonly sinceMs: number }>();
  let closed = new Set<number>();
  let writing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let troubled = false;

  const write = async (): Promise<void> => {
    const batch = { opened, closed };
    opened = new Map();
    closed = new Set();
    try {
      await store.recordConnections({ epoch, opened: [...batch.opened.values()], closed: [...batch.closed] });
      troubled = false;
    } catch (error) {
      if (!troubled) failed(error);
      troubled = true;
      opened = new Map([...batch.opened, ...opened]);
      closed = new Set([...batch.closed, ...closed]);
      for (const seat of closed) opened.delete(seat);
      soon();
    }
  };
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    await writing;
    if (opened.size === 0 && closed.size === 0) return;
    writing = write();
    await writing;
    writing = null;
  };
  const soon = (): void => {
    timer ??= setTimeout(() => void flush(), troubled ? RETRY_MS : EVERY_MS);
  };

  return {
    opened: (seat, remote) => {
      opened.set(seat, { seat, remote, sinceMs: now() });
      soon();
    },
    closed: (seat) => {
      opened.delete(seat);
      closed.add(seat);
      soon();
    },
    flush,
  };
}
