/** The librarian, as far as nights need it: catalogue files, and wishes that come home by them. */
import { performance } from 'node:perf_hooks';
import type { Subject } from '../../../src/ipc/messages.ts';
import { importCatalogue } from '../../../src/librarian/import.ts';
import { createJobs } from '../../../src/librarian/jobs.ts';
import { readBatches } from '../../../src/librarian/read_aside.ts';
import type { Store } from '../../../src/store/store.ts';
import type { NightClock } from './clock.ts';

export interface NightLibrarian {
  /** A hint came. */
  readonly wake: (about: Subject) => void;
  /** Resolves when everything is done. */
  work(): Promise<void>;
  dies(): void;
}

export function openLibrarian(hands: {
  readonly clock: NightClock;
  readonly store: Store;
  readonly hint: (about: Subject) => void;
}): NightLibrarian {
  const { clock, store, hint } = hands;
  let dead = false;
  const none = (): Promise<never> => Promise.reject(new Error('A night that is replayed has no library folders'));
  const jobs = createJobs({
    store,
    workers: {
      import: (job) => importCatalogue({ store, hint, monotonic: () => performance.now(), read: readBatches }, job),
      scan: none,
      remove: none,
      bring: none,
    },
    lookWhereDropped: () => Promise.resolve(),
    hint,
    pause: () => Promise.resolve(),
    done: () => undefined,
    warn: (error) => {
      throw error;
    },
  });
  /** What came may be a wish that was mistyped. */
  const compare = async (): Promise<void> => {
    for (let left = true; left;) {
      const { compared, proposed, found } = await store.compareWishes();
      if (proposed + found > 0) hint('wishes');
      left = compared > 0;
    }
  };
  const work = async (): Promise<void> => {
    await jobs.look();
    await compare();
  };
  return {
    wake: (about) => {
      if (!dead && about === 'catalogue') clock.stillFor(work());
    },
    work,
    dies: () => {
      dead = true;
    },
  };
}
