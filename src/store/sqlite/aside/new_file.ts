/** A file that appears whole or not at all: written beside its name, synced, then given the name, which must still be free. */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A place for `file` while it is not whole, which no other run has. */
export const unfinished = (file: string): string => join(dirname(file), `.${basename(file)}.${randomUUID()}.part`);

/** Makes the unfinished file, for nobody else's eyes. Throws what the file system says. */
export function begin(part: string): void {
  writeFileSync(part, '', { flag: 'wx', mode: 0o600 });
}

/** Gives the unfinished file its name. Throws EEXIST when something has the name by now. */
export function finish(part: string, file: string): void {
  sync(part);
  try {
    // Unlike a rename this does not take the place of what lies there.
    linkSync(part, file);
    rmSync(part);
  } catch (error) {
    // A memory stick knows no links.
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    closeSync(openSync(file, 'wx', 0o600));
    renameSync(part, file);
  }
  sync(dirname(file));
}

const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

/** Removes what is not finished, and what SQLite kept beside it. */
export function discard(part: string): void {
  if (!isFolder(dirname(part))) return;
  for (const beside of ['', '-journal', '-wal', '-shm']) rmSync(part + beside, { force: true });
}

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
