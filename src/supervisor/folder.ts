/** Making the var directory's folders. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemCode } from './cannot.ts';

/**
 * Makes `dir` (absolute) and what is missing above it; does nothing when it is there. Throws what mkdir says.
 * Not mkdirSync's own `recursive`: where a folder is there and takes no new one with ENOENT (/proc), it never returns.
 */
export function makeFolder(dir: string): void {
  try {
    mkdirSync(dir);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return;
    if (systemCode(error) !== 'ENOENT' || dirname(dir) === dir) throw error;
    makeFolder(dirname(dir));
    mkdirSync(dir);
  }
}
