/** Reads what has changed and is looked at, one after the other: many changes at once are one reading. */
import type { Reading } from './evening/action.ts';

export interface ReaderOptions {
  /** `later`: the house was too busy. `lost`: there is no connection; everything will be stale at the next one. */
  readonly read: (reading: Reading) => Promise<'read' | 'later' | 'lost'>;
  /** Calls back after so many milliseconds. */
  readonly after: (ms: number, then: () => void) => void;
  /** A bug. */
  readonly report: (error: unknown) => void;
}

export interface Reader {
  /** These are not as the server knows them any more. */
  readonly stale: (readings: Iterable<Reading>) => void;
  /** Only these are looked at; what else is stale waits until it is. */
  readonly look: (at: Iterable<Reading>) => void;
}

const BUSY_MS = 2000;

export function createReader({ read, after, report }: ReaderOptions): Reader {
  const stale = new Set<Reading>();
  let seen: ReadonlySet<Reading> = new Set();
  let reading = false;

  const readAll = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    for (;;) {
      const next = [...stale].find((each) => seen.has(each));
      if (next === undefined) break;
      // Before it is read: what changes meanwhile is read once more.
      stale.delete(next);
      const came = await read(next).catch((error: unknown) => {
        report(error);
        return 'lost' as const;
      });
      if (came === 'read') continue;
      stale.add(next);
      if (came === 'later') after(BUSY_MS, again);
      break;
    }
    reading = false;
  };
  const again = (): void => void readAll();

  return {
    stale(readings) {
      for (const each of readings) stale.add(each);
      again();
    },
    look(at) {
      seen = new Set(at);
      again();
    },
  };
}
