/** Whether a program is there to be run, asked before anybody's wish pays for its absence. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Why `program` (absolute, or a name) cannot be run, as a sentence; null when it can. `path` is the daemon's PATH. */
export function whyNotRunnable(program: string, path: string | undefined): string | null {
  if (program.startsWith('/')) {
    return isRunnable(program) ? null : `fetch.command: there is no program "${program}" that karaoked's user may run`;
  }
  const folders = (path ?? '').split(delimiter).filter((folder) => folder !== '');
  if (folders.some((folder) => isRunnable(join(folder, program)))) return null;
  return `fetch.command: there is no program "${program}" on karaoked's PATH (${path ?? 'which is not set'}); name it with its whole path`;
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    // Whatever is wrong with it (not there, not allowed, a circle of links): it cannot be run.
    return false;
  }
}
