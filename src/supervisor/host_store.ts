/** The store in the supervisor's hands: before the children start and after they are gone, never in between. */
import { accessSync, constants } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/schema.ts';
import type { Log } from '../log.ts';
import { StoreUnusable, StoreUnwritable } from '../store/errors.ts';
import { limitsOf } from '../store/limits.ts';
import type { Store, StoreOptions } from '../store/store.ts';
import { Cannot, systemCode } from './cannot.ts';
import type { House } from './house.ts';

export type PrepareStore = (options: StoreOptions) => Store;

/** Makes or migrates the database. Throws Cannot 78 when it cannot be used, with the store's own sentence. */
export function openHostStore(prepare: PrepareStore, config: Config, house: House): Store {
  try {
    return prepare({ file: house.database, secret: house.secret, now: Date.now, limits: () => limitsOf(config) });
  } catch (error) {
    if (error instanceof StoreUnusable || error instanceof StoreUnwritable) throw new Cannot(78, error.message);
    throw error;
  }
}

/** `--catalogue` names a file that can be read, or nothing. Throws Cannot 2. */
export function refuseUnreadable(catalogue: string): void {
  if (catalogue === '') return;
  try {
    accessSync(catalogue, constants.R_OK);
  } catch (error) {
    throw new Cannot(2, `cannot read the catalogue ${catalogue} (${systemCode(error)})`);
  }
}

const LOOK_EVERY_MS = 10;

/** Waits until the librarian has read the catalogue: guests find it complete. Throws Cannot 2 when it is no catalogue. */
export async function catalogueRead(store: Store, jobId: number, log: Log): Promise<void> {
  for (;;) {
    const job = await store.job(jobId);
    if (job?.state === 'failed') throw new Cannot(2, job.why);
    if (job?.kind === 'import' && job.state === 'done') {
      const { badCount, bad } = job.result;
      if (badCount > 0)
        log.warn(
          { badCount, first: bad[0] },
          'some rows of the catalogue were not imported; karaokectl import lists them',
        );
      return;
    }
    await pause(LOOK_EVERY_MS);
  }
}
