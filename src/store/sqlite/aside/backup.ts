/**
 * A copy of the database while others write. SQLite's backup begins anew whenever another connection has written, so in a
 * party it might never end; with a read transaction open it copies that one snapshot, and keeps nobody from writing.
 */
import SQLite from 'better-sqlite3';
import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AsideProgress, BackupOutcome } from '../../care.ts';
import { faultsOfCopy } from './check.ts';
import { begin, discard, finish, isFolder } from './new_file.ts';

/** Pages in one step: a megabyte, so that a slow disk is not taken from the others for long. */
const PAGES = 256;
/** The journal, and what the file system itself needs. */
const SPARE_BYTES = 1024 * 1024;

export interface Copying {
  /** The database. */
  readonly file: string;
  readonly to: string;
  /** Where the copy is made, as `unfinished` names it. */
  readonly part: string;
}

/** Rejects only for what nobody foresaw. Nothing is left behind unless it is done. */
export async function backup(
  { file, to, part }: Copying,
  tell: (progress: AsideProgress) => void,
): Promise<BackupOutcome> {
  if (existsSync(to)) return { is: 'exists' };
  if (!isFolder(dirname(to))) return { is: 'no-folder' };
  const room = roomFor(file, to);
  if (room) return room;
  try {
    begin(part);
    await copy(file, part, tell);
    tell({ kind: 'check', done: 0, total: 1 });
    const faults = faultsOfCopy(part);
    if (faults.length > 0) return { is: 'damaged', faults };
    finish(part, to);
    return { is: 'done', bytes: statSync(to).size };
  } catch (error) {
    return refusedBySystem(error as NodeJS.ErrnoException);
  } finally {
    discard(part);
  }
}

function roomFor(file: string, to: string): BackupOutcome | null {
  const needed = statSync(file).size + SPARE_BYTES;
  const { bavail, bsize } = statfsSync(dirname(to));
  const free = bavail * bsize;
  return free < needed ? { is: 'no-room', needed, free } : null;
}

async function copy(file: string, path: string, tell: (progress: AsideProgress) => void): Promise<void> {
  const from = new SQLite(file, { readonly: true, fileMustExist: true });
  try {
    from.exec('BEGIN');
    // A read transaction begins with the first read.
    from.prepare('SELECT count(*) FROM party').get();
    await from.backup(path, {
      progress: ({ totalPages, remainingPages }) => {
        tell({ kind: 'backup', done: totalPages - remainingPages, total: totalPages });
        return PAGES;
      },
    });
    from.exec('COMMIT');
  } finally {
    from.close();
  }
}

function refusedBySystem({ code, message }: NodeJS.ErrnoException): BackupOutcome {
  if (code === 'EEXIST') return { is: 'exists' };
  if (code === 'ENOENT' || code === 'ENOTDIR') return { is: 'no-folder' };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { is: 'not-writable' };
  return { is: 'failed', why: message };
}
