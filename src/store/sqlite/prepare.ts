/** What the supervisor does to the database before any child opens it: make it, check it, bring it up to date. */
import type { Database } from 'better-sqlite3';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { StoreUnusable } from '../errors.ts';
import { connect } from './connect.ts';
import { damaged, inStoreWords } from './faults.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** "KARA" in ASCII: other programs' SQLite files are recognised and left alone. */
const APPLICATION_ID = 0x4b415241;
/** Before 3.51.3 a concurrent checkpoint could lose committed rows of a WAL (the "WAL reset" bug). */
const LEAST_SQLITE = [3, 51, 3] as const;
/** Checking reads the whole file; up to here that is a few milliseconds of a start. Later damage is found on reading. */
const CHECKED_BYTES = 8 * 1024 * 1024;

/**
 * Leaves an open database of the newest schema. Throws StoreUnusable, with a sentence that says what to do, when the file
 * is damaged, is not ours, or was written by a newer karaoked; StoreUnwritable when it cannot be written.
 */
export function prepareDatabase(file: string): Database {
  const isNew = !existsSync(file);
  // Made by us and not by SQLite, because guests' names are nobody else's business. Closed again before SQLite opens it:
  // closing a second descriptor later would drop SQLite's locks (POSIX).
  if (isNew) makeEmpty(file);
  let db: Database | null = null;
  try {
    db = connect(file);
    refuseOldSqlite(db);
    refuseForeign(db, file);
    db.pragma('journal_mode = WAL');
    if (!isNew && statSync(file).size <= CHECKED_BYTES) refuseDamaged(db, file);
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    throw inStoreWords(error, file);
  }
}

/** Throws StoreUnusable unless `db` has exactly the schema that this program was written for. */
export function refuseUnprepared(db: Database, file: string): void {
  const version = versionOf(db);
  if (version !== MIGRATIONS.length)
    throw new StoreUnusable(
      `The database ${file} has schema ${version} and this karaoked needs ${MIGRATIONS.length}. Start karaoked, which brings it up to date`,
    );
}

function makeEmpty(file: string): void {
  try {
    writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new StoreUnusable(`Cannot make the database ${file}: ${(error as Error).message}`, { cause: error });
  }
}

function refuseOldSqlite(db: Database): void {
  const version = db.prepare('SELECT sqlite_version()').pluck().get() as string;
  const parts = version.split('.').map(Number);
  const difference = LEAST_SQLITE.map((least, at) => (parts[at] ?? 0) - least).find((d) => d !== 0) ?? 0;
  if (difference < 0)
    throw new StoreUnusable(
      `SQLite ${version} is too old, ${LEAST_SQLITE.join('.')} is needed. Run npm ci in the checkout`,
    );
}

function refuseForeign(db: Database, file: string): void {
  const id = db.pragma('application_id', { simple: true }) as number;
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  if (tables > 0 && id !== APPLICATION_ID)
    throw new StoreUnusable(`${file} is a database of another program. Move it away, or choose another --var`);
  const version = versionOf(db);
  if (version > MIGRATIONS.length)
    throw new StoreUnusable(
      `The database ${file} was written by a newer karaoked (schema ${version}, this one knows ${MIGRATIONS.length}). ` +
        `Use that karaoked, or choose another --var`,
    );
}

function refuseDamaged(db: Database, file: string): void {
  const first = db.pragma('quick_check(1)', { simple: true }) as string;
  // Its answer has a heading on a line of its own; a refusal is one line.
  if (first !== 'ok') throw new StoreUnusable(damaged(file, first.split('\n').at(-1) ?? first));
}

/** Each migration is a transaction of its own, so that a power cut leaves a version that the next start goes on from. */
function migrate(db: Database): void {
  for (const [version, sql] of MIGRATIONS.entries()) {
    if (version < versionOf(db)) continue;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}

const versionOf = (db: Database): number => db.pragma('user_version', { simple: true }) as number;
