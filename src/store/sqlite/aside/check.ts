/** Everything about a database that can be seen to be wrong, on one snapshot and without keeping anybody from writing. */
import SQLite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { statSync } from 'node:fs';
import type { AsideProgress, CheckOutcome, Fault } from '../../care.ts';
import { indexLooks } from './index_looks.ts';
import type { Look } from './look.ts';
import { nightLooks } from './night_looks.ts';
import { wholeLooks } from './whole_looks.ts';

const LOOKS: readonly Look[] = [...wholeLooks, ...indexLooks, ...nightLooks];

/** Throws what SQLite throws where it cannot even read. */
export function check(file: string, tell: (progress: AsideProgress) => void): CheckOutcome {
  const db = new SQLite(file, { readonly: true, fileMustExist: true });
  try {
    db.exec('BEGIN');
    const faults = LOOKS.flatMap((look, done) => {
      tell({ kind: 'check', done, total: LOOKS.length });
      return faultsIn(db, look);
    });
    return { is: 'checked', bytes: statSync(file).size, checks: LOOKS.map(({ check: name }) => name), faults };
  } finally {
    db.close();
  }
}

/** Of a copy nobody else has opened, which is made one file here: its journal is then no file beside it. */
export function faultsOfCopy(file: string): readonly Fault[] {
  const db = new SQLite(file, { fileMustExist: true });
  try {
    db.pragma('journal_mode = DELETE');
    return wholeLooks.flatMap((look) => faultsIn(db, look));
  } finally {
    db.close();
  }
}

function faultsIn(db: Database, { check: name, remedy, look }: Look): readonly Fault[] {
  return found(db, look).map((each) => ({ check: name, found: each, remedy }));
}

/** What stops a look is what is wrong. */
function found(db: Database, look: Look['look']): readonly string[] {
  try {
    return look(db);
  } catch (error) {
    if (!(error instanceof SQLite.SqliteError)) throw error;
    return [error.message];
  }
}
