/** Counts the open pages for the host, in few messages: all that happened in one turn of the loop goes together. */
import type { HostLink } from '../ipc/link.ts';
import type { PageCounts } from '../ipc/messages.ts';

/** One page that is open. */
interface Counted {
  /** Its BYE was handed to the kernel. */
  told(): void;
  gone(): void;
}

export interface Tally {
  came(): Counted;
  refused(): void;
  foreign(): void;
  /** From now on it counts who hears the goodbye; who leaves meanwhile needs none. */
  closing(): void;
  /** Everybody was said goodbye to: the host hears how many heard it, until none is left. */
  parting(): void;
}

export function createTally(host: Pick<HostLink, 'send'>): Tally {
  let counts: PageCounts = { open: 0, greeted: 0, refused: 0, foreign: 0 };
  /** Open, and not told. */
  const owed = new Set<Counted>();
  let told = 0;
  let stage: 'open' | 'closing' | 'parting' = 'open';
  let scheduled = false;

  const post = (): void => {
    scheduled = false;
    const farewell = stage === 'parting' ? { told, untold: owed.size } : null;
    host.send({ kind: 'pages', counts, farewell });
  };
  const note = (change: Partial<PageCounts> = {}): void => {
    counts = { ...counts, ...change };
    if (scheduled) return;
    scheduled = true;
    setImmediate(post);
  };
  const settle = (page: Counted): void => {
    if (owed.delete(page) && stage !== 'open') told += 1;
  };

  return {
    came: () => {
      const page: Counted = {
        told: () => {
          settle(page);
          note();
        },
        gone: () => {
          settle(page);
          note({ open: counts.open - 1 });
        },
      };
      owed.add(page);
      note({ open: counts.open + 1, greeted: counts.greeted + 1 });
      return page;
    },
    refused: () => {
      note({ refused: counts.refused + 1 });
    },
    foreign: () => {
      note({ foreign: counts.foreign + 1 });
    },
    closing: () => {
      stage = 'closing';
    },
    parting: () => {
      stage = 'parting';
      note();
    },
  };
}
