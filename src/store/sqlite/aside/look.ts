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

/** `2 entries wait for nobody: 18, 19`, or nothing where there are none. `one` and `several` are what is said after the count. */
export function those(all: readonly (string | number)[], one: string, several: string): readonly string[] {
  if (all.length === 0) return [];
  const named = all.slice(0, NAMED).join(', ') + (all.length > NAMED ? ' …' : '');
  return [`${all.length} ${all.length === 1 ? one : several}: ${named}`];
}

/** Those whose numbers `sql` selects. */
export const numbered =
  (sql: string, one: string, several: string): Look['look'] =>
  (db) =>
    those(db.prepare(sql).pluck().all() as number[], one, several);
