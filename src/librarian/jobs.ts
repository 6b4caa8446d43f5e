/**
 * Works through the librarian's jobs, one after the other, for as long as there are any. A scan of a large library takes
 * minutes, and nobody who waits for an import, a wish or a file just dropped in should: the scan asks between two batches
 * whether there are errands (everything but scans), which are then done at once. A fetch does not wait at all; it runs beside.
 */
import { setImmediate } from 'node:timers/promises';
import type { Subject } from '../ipc/messages.ts';
import { StoreBusy, StoreUnwritable } from '../store/errors.ts';
import type { Job, JobKind, JobOf, JobOutcome, LibrarianStore } from '../store/librarian.ts';

/** Does the jobs of one kind. Throws what the store throws; what is wrong with files is an outcome. */
type Worker<K extends JobKind> = (job: JobOf<K>) => Promise<JobOutcome<K>>;

/** Does what should not wait for a scan, if there is anything; then `before` it is done first. */
export type Errands = (before: () => Promise<void>) => Promise<void>;

/** Only a scan is long enough to be interrupted, and it is no errand itself. */
export type Workers = { readonly [K in Exclude<JobKind, 'scan'>]: Worker<K> } & {
  readonly scan: (job: JobOf<'scan'>, errands: Errands) => Promise<JobOutcome<'scan'>>;
};

/** What the work is handed. */
export interface JobHands {
  readonly store: Pick<LibrarianStore, 'nextJob' | 'finishJob' | 'shelveMore' | 'tidyMore'>;
  readonly workers: Workers;
  /** Looks at the directories in which something was dropped. */
  readonly lookWhereDropped: () => Promise<void>;
  readonly hint: (about: Subject) => void;
  /** Resolves after `ms`. */
  readonly pause: (ms: number) => Promise<void>;
  readonly done: (job: Job, outcome: JobOutcome) => void;
  readonly warn: (error: unknown, text: string) => void;
}

export interface Jobs {
  /** There may be something to do. Work does not overlap; a call during work has it look once more afterwards. */
  look(): Promise<void>;
}

/** While the store cannot be written; the job is kept there and is done from the start. */
const RETRY_MS = 1_000;
/** Songs in one transaction while the index is made anew: some 20 ms. */
const SHELVED_AT_ONCE = 200;
/** Between two steps of tidying, as long as one: whoever wants to write comes in between. */
const REST_MS = 15;

export function createJobs(hands: JobHands): Jobs {
  const { store } = hands;
  let working: Promise<void> | null = null;
  let again = false;
  let troubled = false;
  let errand: Promise<void> | null = null;

  const workOff = async (which: 'any' | 'errands'): Promise<void> => {
    for (let job = await store.nextJob(which); job !== null; job = await store.nextJob(which)) {
      const outcome = await workOn(hands.workers, job, errands);
      await store.finishJob(job.id, outcome);
      hands.hint('catalogue');
      hands.done(job, outcome);
      troubled = false;
    }
  };
  const runErrands = async (before: () => Promise<void>): Promise<void> => {
    await before();
    again = false;
    await hands.lookWhereDropped();
    await workOff('errands');
  };
  const errands: Errands = (before) => {
    // Asked between any two batches, so a look at the store is only worth it when somebody said so.
    if (errand === null && again) {
      errand = runErrands(before).finally(() => {
        errand = null;
      });
    }
    // A scan does several things at once, and all of them wait: an errand is never run twice.
    return errand ?? Promise.resolve();
  };
  const workOnce = async (): Promise<void> => {
    while ((await store.shelveMore(SHELVED_AT_ONCE)) === 'more') await setImmediate();
    await hands.lookWhereDropped();
    await workOff('any');
    // Nobody waits for it: what somebody asks for meanwhile comes first, and then this goes on.
    while (!again && (await store.tidyMore()) === 'more') await hands.pause(REST_MS);
  };
  const work = async (): Promise<void> => {
    try {
      while (again) {
        again = false;
        try {
          await workOnce();
        } catch (error) {
          if (!(error instanceof StoreBusy || error instanceof StoreUnwritable)) throw error;
          if (!troubled) hands.warn(error, 'the store cannot be written; the job is done again when it can');
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

function workOn(workers: Workers, job: Job, errands: Errands): Promise<JobOutcome> {
  switch (job.kind) {
    case 'import':
      return workers.import(job);
    case 'scan':
      return workers.scan(job, errands);
    case 'remove':
      return workers.remove(job);
    case 'bring':
      return workers.bring(job);
  }
}
