/** One directory as it is on the disk now: its song files with size and time, and the directories in it. */
import { readdirSync, statSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { createHash } from 'node:crypto';
import type { Naming } from '../../party/naming.ts';
import { kindOf, splitExtension } from '../media/formats.ts';
import { isHidden, isLitter } from '../media/litter.ts';
import type { Breath } from './breath.ts';

/** What tells whether a file has changed. Of a file that cannot be looked at both are 0; examining it says why. */
export interface Marks {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with a fraction. */
  readonly mtimeMs: number;
}

export interface Listing {
  /** Of files whose names end like a song's, in one order on every machine; `marks` are theirs, one for each. */
  readonly names: readonly string[];
  readonly marks: readonly Marks[];
  readonly folders: readonly string[];
  /** Symbolic links to folders. */
  readonly links: readonly string[];
  /** Whether there is nothing at all in it, as in a mount point whose disk is unplugged. */
  readonly bare: boolean;
}

const UNKNOWN: Marks = { size: 0, mtimeMs: 0 };

/**
 * Synchronous calls, because 100,000 promises of `stat` take five times as long, and a breath every few of them. Names are
 * strings: one whose bytes are no UTF-8 cannot be opened by its string, and is told as the problem that it is. Throws what
 * `readdir` throws; a file that vanishes meanwhile is left out.
 */
export async function listDirectory(path: string, breath: Breath): Promise<Listing> {
  const entries = readdirSync(path, { withFileTypes: true });
  const names: string[] = [];
  const marks: Marks[] = [];
  const folders: string[] = [];
  const links: string[] = [];
  for (const entry of entries) {
    const { name } = entry;
    if (entry.isDirectory()) {
      if (!isLitter(name)) folders.push(name);
      continue;
    }
    const isSong = kindOf(splitExtension(name).extension) !== null && !isHidden(name);
    if (!isSong && !entry.isSymbolicLink()) continue;
    const stats = statsOf(path, entry);
    if (stats !== 'unknown' && stats?.isDirectory()) {
      if (!isLitter(name)) links.push(name);
    } else if (isSong && stats !== null) {
      names.push(name);
      marks.push(stats === 'unknown' ? UNKNOWN : { size: stats.size, mtimeMs: stats.mtimeMs });
    }
    if (breath.isDue()) await breath.take();
  }
  return { names, marks, folders, links, bare: entries.length === 0 };
}

/** null: gone since the directory was read. 'unknown': it is there, and what is wrong is said when it is examined. */
function statsOf(path: string, entry: Dirent): Stats | 'unknown' | null {
  try {
    const stats = statSync(`${path}/${entry.name}`, { throwIfNoEntry: false });
    if (stats) return stats;
  } catch {
    // EACCES, ELOOP, EIO …: opening it will fail in the same way and has the words for it.
    return 'unknown';
  }
  return entry.isSymbolicLink() || entry.name.includes('\uFFFD') ? 'unknown' : null;
}

/** Equal when no name, size or time has changed, and the names are still read by the same `naming`. */
export function signatureOf({ names, marks }: Listing, naming: Naming): string {
  const numbers = new Float64Array(marks.length * 2);
  marks.forEach(({ size, mtimeMs }, at) => {
    numbers[at * 2] = size;
    numbers[at * 2 + 1] = mtimeMs;
  });
  // No secret: a fingerprint that fits a row.
  return createHash('sha1')
    .update(`${naming}/${names.join('/')}`)
    .update(numbers)
    .digest('base64');
}
