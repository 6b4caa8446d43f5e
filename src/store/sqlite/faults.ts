/** What SQLite complains about, in the store's own words (../errors.ts). */
import { StoreUnusable, StoreUnwritable } from '../errors.ts';

/** The extended result code, `SQLITE_…`; null for an error that is not SQLite's. Not `instanceof`: realms differ in tests. */
function sqliteCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : null;
}

/** Another connection holds the lock we need; SQLITE_BUSY_SNAPSHOT and SQLITE_BUSY_RECOVERY pass as well. */
export const isBusy = (error: unknown): boolean => sqliteCode(error)?.startsWith('SQLITE_BUSY') ?? false;

const UNWRITABLE = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'];
const UNUSABLE = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];

/** The error that a caller of the store should see; what is not the disk's or the file's fault is a defect and stays as it is. */
export function inStoreWords(error: unknown, file: string): unknown {
  const code = sqliteCode(error);
  if (code === null) return error;
  const among = (codes: readonly string[]): boolean => codes.some((known) => code.startsWith(known));
  const why = (error as Error).message;
  if (among(UNWRITABLE))
    return new StoreUnwritable(`Cannot write ${file}: ${why} (${code}). ${remedy(code)}`, { cause: error });
  if (among(UNUSABLE)) return new StoreUnusable(damaged(file, why), { cause: error });
  return error;
}

const remedy = (code: string): string =>
  code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR')
    ? 'Free some space on its disk'
    : 'Give this user the right to write it, and move aside what is in its way';

/** The sentence for a file that cannot be read as our database. */
export const damaged = (file: string, why: string): string =>
  `The database ${file} cannot be read: ${why}. Put a backup in its place, or move it away together with ` +
  `${file}-wal and ${file}-shm and start again with an empty one`;
