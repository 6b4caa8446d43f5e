/** Works through the librarian's jobs, one after the other, for as long as there are any. */
import type { Subject } from '../ipc/messages.ts';
import { StoreBusy, StoreUnwritable } from '../store/errors.ts';
import type { Job, LibrarianStore } from '../store/librarian.ts';
import { importCatalogue } from './import.ts';
import type { ImportOutcome } from './import.ts';

/** What the work is handed. */
export interface JobHands {
  readonly store: LibrarianStore;
  readonly hint: (about: Subject) => void;
  readonly monotonic: () => number;
  /** Resolves after `ms`. */
  readonly pause: (ms: number) => Promise<void>;
  readonly done: (job: Job, outcome: ImportOutcome) => void;
  readonly warn: (error: unknown, text: string) => void;
}

export interface Jobs {
  /** There may be something to do. Work does not overlap; a call during work has it look once more afterwards. */
  look(): Promise<void>;
}

/** While the store cannot be written; the job is kept there and is done from the start. */
const RETRY_MS = 1_000;

export function createJobs(hands: JobHands): Jobs {
  const { store } = hands;
  let working: Promise<void> | null = null;
  let again = false;
  let troubled = false;

  const workOnce = async (): Promise<void> => {
    for (let job = await store.nextJob(); job !== null; job = await store.nextJob()) {
      const outcome = await importCatalogue(hands, job);
      await store.finishJob(job.id, outcome);
      hands.hint('catalogue');
      hands.done(job, outcome);
      troubled = false;
    }
  };
  const work = async (): Promise<void> => {
    try {
      while (again) {
        again = false;
        try {
          await workOnce();
        } catch (error) {
          if (!(error instanceof StoreBusy || error instanceof StoreUnwritable)) throw error;
          if (!troubled) hands.warn(error, 'the store cannot be written; the import is done again when it can');
          troubled = true;
          again = true;
          await hands.pause(RETRY_MS);
        }
      }
    } finally {
      // In the same breath as the last look at `again`: a call that comes now begins anew.
      working = null;
    }
  };
  return {
    look: () => {
      again = true;
      return (working ??= work());
    },
  };
}
