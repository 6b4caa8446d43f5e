/** A file that appears whole or not at all: written beside its name, synced, then given the name, which must still be free. */
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where `file` is while it is not whole. */
const unfinished = (file: string): string => join(dirname(file), `.${basename(file)}.part`);

/** Makes the unfinished file, for nobody else's eyes, and returns its path. What a fallen run left there is thrown away. Throws what the file system says. */
export function begin(file: string): string {
  discard(file);
  const path = unfinished(file);
  writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
  return path;
}

/** Throws EEXIST when something has the name by now. */
export function finish(file: string): void {
  const path = unfinished(file);
  sync(path);
  try {
    // Unlike a rename this does not take the place of what lies there.
    linkSync(path, file);
    rmSync(path);
  } catch (error) {
    // A memory stick knows no links.
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    closeSync(openSync(file, 'wx', 0o600));
    renameSync(path, file);
  }
  sync(dirname(file));
}

const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

/** Removes what is not finished, and what SQLite kept beside it. */
export function discard(file: string): void {
  if (!isFolder(dirname(file))) return;
  for (const beside of ['', '-journal', '-wal', '-shm']) rmSync(unfinished(file) + beside, { force: true });
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
