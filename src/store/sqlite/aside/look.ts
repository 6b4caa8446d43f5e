/** One look at the database. */
import type { Database } from 'better-sqlite3';

export interface Look {
  /** What is looked at, for people. */
  readonly check: string;
  /** What to do when something is wrong. */
  readonly remedy: string;
  /** A sentence for each thing that is wrong. */
  readonly look: (db: Database) => readonly string[];
}

/** How many of the same are named one by one. */
export const NAMED = 10;

/** `3 songs …`, or nothing when `sql`, which counts, counts none. */
export const counted =
  (sql: string, what: string): Look['look'] =>
  (db) => {
    const count = db.prepare(sql).pluck().get() as number;
    return count === 0 ? [] : [`${count} ${what}`];
  };
