/** One connection to the database file, set up as every process needs it. */
import SQLite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';

/** Long waiting is asynchronous (transact.ts); this only spares a pause when the lock is about to be free. */
const BUSY_TIMEOUT_MS = 5;
/** 64 MiB of WAL: a backstop for long songs and big imports, since only the player checkpoints, between songs. */
const AUTOCHECKPOINT_PAGES = 16_384;
/** Per process, and there may be dozens; the operating system's cache serves everybody. */
const CACHE_KIB = 2_048;

/** Opens `file`, which must exist. Throws what SQLite throws; nothing was changed then. */
export function connect(file: string): Database {
  const db = new SQLite(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    db.pragma('trusted_schema = OFF');
    // FULL: an acknowledged request survives a power cut, not only a crash.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma(`cache_size = -${CACHE_KIB}`);
    db.pragma(`wal_autocheckpoint = ${AUTOCHECKPOINT_PAGES}`);
    db.pragma('journal_size_limit = 67108864');
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}
