/** A file that a program writes, waited for by its changes. */
import { readFileSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** A wait that took so long is a failure; it is a deadline and never the way to wait. */
const DEADLINE_MS = 50_000;

/**
 * Resolves to the text of the file once it matches. Looks whenever something changes in its folder, so also when the file
 * is made anew or replaced. Rejects, with what it says, when it does not in 50 s.
 */
export async function fileShows(file: string, pattern: RegExp): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const look = (): void => {
    const text = textOf(file);
    if (pattern.test(text)) resolve(text);
  };
  const watcher = watch(dirname(file), look);
  const deadline = setTimeout(() => {
    reject(new Error(`${basename(file)} never matched ${String(pattern)}:\n${textOf(file)}`));
  }, DEADLINE_MS);
  look();
  try {
    return await promise;
  } finally {
    clearTimeout(deadline);
    watcher.close();
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return '';
  }
}
