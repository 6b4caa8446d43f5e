/** One import, from the file to the store. Doing it again, whole or after a kill -9 in the middle, changes nothing. */
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Subject } from '../ipc/messages.ts';
import type { BadRow, CatalogueRow, ImportResult, JobOf, JobOutcome, LibrarianStore } from '../store/librarian.ts';
import { NotACatalogue } from './csv.ts';
import type { Batch } from './csv.ts';
import { sizeAfter } from './library/batch_size.ts';

/** What an import is handed. */
export interface ImportHands {
  readonly store: Pick<LibrarianStore, 'importRows' | 'jobProgress' | 'wasImported' | 'rememberImport'>;
  readonly hint: (about: Subject) => void;
  /** Milliseconds on any clock that only goes forward. */
  readonly monotonic: () => number;
  /** The file's batches; throws NotACatalogue, or what the file system says. */
  readonly read: (file: string, bytes: number) => AsyncIterable<Batch>;
}

/** Rows that are kept to be listed; all are counted. */
const MOST_BAD = 1_000;
/** How often the DJ who waits hears how far it is, and guests that there are new songs. */
const PROGRESS_MS = 1_000;

/** Imports the job's file. Throws what the store throws; what is wrong with the file is an outcome. */
export async function importCatalogue(hands: ImportHands, job: JobOf<'import'>): Promise<JobOutcome<'import'>> {
  try {
    const before = await identity(job.file);
    if (await hands.store.wasImported(before)) return { ok: true, result: NOTHING_NEW };
    const result = await importRows(hands, job, before.size);
    const after = await identity(job.file);
    // A file that was written to meanwhile was perhaps read half old, half new: the next import reads it again.
    if (result.badCount === 0 && sameFile(before, after)) await hands.store.rememberImport(after);
    return { ok: true, result };
  } catch (error) {
    const why = whyUnreadable(error, job.file);
    if (why === null) throw error;
    return { ok: false, why };
  }
}

const NOTHING_NEW: ImportResult = { added: 0, known: 0, bad: [], badCount: 0, found: 0 };

/** Rows in the first transaction; the next ones are as long as the lock may be held. */
const FIRST_SIZE = 200;

async function importRows(
  { store, hint, monotonic, read }: ImportHands,
  job: JobOf<'import'>,
  bytes: number,
): Promise<ImportResult> {
  const bad: BadRow[] = [];
  const sum = { added: 0, known: 0, badCount: 0, found: 0 };
  let told = { atMs: monotonic(), added: 0 };
  const tell = (): void => {
    if (sum.added > told.added) hint('catalogue');
    told = { atMs: monotonic(), added: sum.added };
  };
  const waiting: CatalogueRow[] = [];
  let size = FIRST_SIZE;
  const write = async (): Promise<void> => {
    const rows = waiting.splice(0, size);
    const done = await store.importRows(rows);
    size = sizeAfter(size, rows.length, done.heldMs);
    sum.added += done.added;
    sum.known += done.known;
    sum.found += done.found;
    if (done.found > 0) hint('wishes');
    if (monotonic() - told.atMs >= PROGRESS_MS) {
      await store.jobProgress(job.id, { done: sum.added + sum.known + sum.badCount, total: null, folder: null });
      tell();
    }
    // The database is synchronous: without a breath of our own no message would be heard during a long import.
    await setImmediate();
  };
  for await (const batch of read(job.file, bytes)) {
    bad.push(...batch.bad.slice(0, MOST_BAD - bad.length));
    sum.badCount += batch.bad.length;
    for (const row of batch.rows) waiting.push(withPath(row, job.file));
    while (waiting.length >= size) await write();
  }
  while (waiting.length > 0) await write();
  tell();
  return { ...sum, bad };
}

/** A path in the file is meant from the folder where the file lies, wherever the daemon was started. */
function withPath(row: CatalogueRow, catalogue: string): CatalogueRow {
  return row.file === null ? row : { ...row, file: resolve(dirname(catalogue), row.file) };
}

interface Identity {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

async function identity(path: string): Promise<Identity> {
  const found = await stat(path);
  // A folder has no rows, and a pipe may never end.
  if (!found.isFile()) throw new NotACatalogue('it is not a file. Name a CSV file.');
  const { size, mtimeMs } = found;
  return { path, size, mtimeMs };
}

function sameFile(a: Identity, b: Identity): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs;
}

/** A sentence for the DJ, or null when the error is not about the file. */
function whyUnreadable(error: unknown, file: string): string | null {
  if (error instanceof NotACatalogue) return `Cannot import ${file}: ${error.message}`;
  const { code, path } = error as NodeJS.ErrnoException;
  // A read that fails midway (EIO) names no path.
  if (path !== undefined && path !== file) return null;
  const reason = REASONS[code ?? ''];
  return reason === undefined ? null : `Cannot import ${file}: ${reason}`;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  ENOTDIR: 'there is no such file.',
  EACCES: 'the user that runs karaoked may not read it. Make it readable (chmod +r), also its folders (chmod +x).',
  EPERM: 'the user that runs karaoked may not read it. Make it readable (chmod +r), also its folders (chmod +x).',
  ELOOP: 'its symbolic links lead in a circle.',
  ENAMETOOLONG: 'its name is too long.',
  EIO: 'the disk failed to read it.',
};
