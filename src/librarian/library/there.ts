/** What is on the disk at this moment, asked once more before anything is forgotten. */
import { lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

export function isGone(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    // Unreadable is not gone.
    return false;
  }
}

/**
 * Whether `dir`, below `root`, lies there by itself. One that is only led to by a link may have been passed over because
 * another link leads to it too (walk.ts).
 */
export function isThereAgain(root: string, dir: string): boolean {
  try {
    return realpathSync(join(root, dir)) === join(realpathSync(root), dir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}
