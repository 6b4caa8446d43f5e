/** What every function of this folder stands on. Not the database itself: nobody but transact.ts begins or commits. */
import type { Database, Statement } from 'better-sqlite3';
import { randomInt } from 'node:crypto';
import type { StoreOptions } from '../store.ts';

export interface Ground extends Required<Pick<StoreOptions, 'now' | 'limits' | 'secret' | 'chance' | 'keepLineMs'>> {
  /**
   * The prepared statement of this text, prepared at its first use and kept: a session process that never asks for the
   * history never pays for it. Texts must therefore be constants. `Row` is what the columns are called and hold.
   */
  readonly sql: <Row>(text: string) => Statement<unknown[], Row>;
  /** Words that the vocabulary is known to hold, so that an import does not ask for "love" thirty thousand times. */
  readonly knownWords: Set<string>;
}

export function groundOn(db: Database, options: StoreOptions): Ground {
  const prepared = new Map<string, Statement>();
  const sql = (text: string): Statement => {
    const kept = prepared.get(text);
    if (kept) return kept;
    const statement = db.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  return {
    sql: sql as Ground['sql'],
    knownWords: new Set<string>(),
    now: options.now,
    limits: options.limits,
    secret: options.secret,
    keepLineMs: options.keepLineMs ?? 0,
    chance: options.chance ?? ((below) => randomInt(below)),
  };
}
