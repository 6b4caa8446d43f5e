/**
 * The only place that begins and commits. better-sqlite3 is synchronous, so a long busy_timeout would be a deaf process:
 * we let SQLite wait a few milliseconds and do the long waiting asynchronously, with jitter, so that thirty writers do not
 * knock at the same moments.
 */
import type { Database } from 'better-sqlite3';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreBusy } from '../errors.ts';
import { inStoreWords, isBusy } from './faults.ts';

/** How long a method waits for the lock, its place in this process's own queue included. */
const PATIENCE_MS = 2_500;
/** One pause between two attempts; short, because a turn with the lock is a few milliseconds. */
const PAUSE_MS = { least: 1, most: 10 } as const;

interface Timed<T> {
  readonly result: T;
  /** Milliseconds for which nobody else could write. */
  readonly heldMs: number;
}

export interface Transactions {
  /** Runs `work` on one snapshot. `work` is synchronous, so that no transaction is ever open across an await. */
  readonly read: <T>(work: () => T) => Promise<T>;
  /**
   * Runs `work` under the write lock and resolves once it is committed and synced. Writes of one process queue in the
   * order they were asked for: two of them would only contend with each other.
   */
  readonly write: <T>(work: () => T) => Promise<T>;
  /**
   * A write that is done again if the power fails: it is not synced by itself but with the next other one, of whatever
   * process, because that syncs all of the WAL before it. A batch of an import or a scan, whose job is closed by a synced
   * write; a sync for each took a third of the time.
   */
  readonly repeatable: <T>(work: () => T) => Promise<Timed<T>>;
  /** Runs what SQLite does not allow inside a transaction, with the same words for the same failures. */
  readonly outside: <T>(work: () => T) => Promise<T>;
}

/** `rolledBack` is called whenever a transaction that was begun came to nothing. Rejections: StoreBusy after 2.5 s without the lock, StoreUnwritable, StoreUnusable; whatever else `work` throws is a defect. */
export function transactionsOn(db: Database, file: string, rolledBack: () => void): Transactions {
  const begin = { read: db.prepare('BEGIN'), write: db.prepare('BEGIN IMMEDIATE') };
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');

  const once = <T>(kind: keyof typeof begin, work: () => T): T => {
    begin[kind].run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some failures (a full disk).
      if (db.inTransaction) rollback.run();
      rolledBack();
      throw error;
    }
  };

  const patiently = async <T>(attempt: () => T, giveUpAt: number): Promise<T> => {
    for (;;) {
      try {
        return attempt();
      } catch (error) {
        if (!isBusy(error)) throw inStoreWords(error, file);
        if (performance.now() >= giveUpAt)
          throw new StoreBusy(`${file} was locked by another process for ${PATIENCE_MS} ms`, { cause: error });
      }
      await sleep(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least));
    }
  };

  let lastWrite: Promise<unknown> = Promise.resolve();
  /** After the writes asked for before: two of one process would only contend with each other. */
  const inTurn = <T>(attempt: () => T): Promise<T> => {
    const giveUpAt = performance.now() + PATIENCE_MS;
    const mine = lastWrite.then(() => patiently(attempt, giveUpAt));
    // Only the order is kept here; whoever asked hears how it went.
    lastWrite = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  };
  const unsynced = <T>(attempt: () => T): T => {
    db.pragma('synchronous = NORMAL');
    try {
      return attempt();
    } finally {
      db.pragma('synchronous = FULL');
    }
  };
  return {
    read: (work) => patiently(() => once('read', work), performance.now() + PATIENCE_MS),
    outside: (work) => patiently(work, performance.now() + PATIENCE_MS),
    write: (work) => inTurn(() => once('write', work)),
    repeatable: async (work) => {
      let begunAt = 0;
      const timing = (): ReturnType<typeof work> => {
        begunAt = performance.now();
        return work();
      };
      const result = await inTurn(() => unsynced(() => once('write', timing)));
      return { result, heldMs: performance.now() - begunAt };
    },
  };
}
