/** One directory as it is on the disk now: its song files with size and time, and the directories in it. */
import { lstatSync, readdirSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { createHash } from 'node:crypto';
import type { Naming } from '../../party/naming.ts';
import { kindOf, SONG_EXTENSIONS, splitExtension } from '../media/formats.ts';
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
  // Names alone: what each of them is, `stat` says anyway, and 100,000 Dirents are felt.
  const entries = readdirSync(path);
  const names: string[] = [];
  const marks: Marks[] = [];
  const folders: string[] = [];
  const links: string[] = [];
  const unspeakable = foldersNobodyCanName(path, entries);
  for (const [at, name] of entries.entries()) {
    if (at % BETWEEN_LOOKS === 0 && breath.isDue()) await breath.take();
    if (unspeakable.includes(name)) continue;
    const isSong = endsLikeSong(name) && !isHidden(name);
    if (!isSong && isLitter(name)) continue;
    const stats = statsOf(path, name);
    if (stats === null) continue;
    if (stats !== 'unknown' && stats.isDirectory()) {
      if (!isLitter(name)) (isLink(path, name) ? links : folders).push(name);
    } else if (isSong) {
      names.push(name);
      marks.push(stats === 'unknown' ? UNKNOWN : { size: stats.size, mtimeMs: stats.mtimeMs });
    }
  }
  folders.push(...unspeakable);
  return { names, marks, folders, links, bare: entries.length === 0 };
}

/** Files between two looks at the clock, which cost as much as a tenth of a `stat`. */
const BETWEEN_LOOKS = 16;

/** As nearly all are written: making each of 100,000 lower-case would cost more than looking up the others. */
const AS_WRITTEN: ReadonlySet<string> = new Set(SONG_EXTENSIONS.flatMap((each) => [each, each.toUpperCase()]));

const endsLikeSong = (name: string): boolean =>
  AS_WRITTEN.has(name.slice(name.lastIndexOf('.') + 1)) || kindOf(splitExtension(name).extension) !== null;

/** Folders whose names are no UTF-8: `stat` cannot find them, but reading them says what is wrong, and nothing is passed over. */
function foldersNobodyCanName(path: string, names: readonly string[]): readonly string[] {
  if (!names.some((name) => name.includes('\uFFFD'))) return [];
  const found = readdirSync(path, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !isLitter(entry.name),
  );
  return found.map(({ name }) => name).filter((name) => name.includes('\uFFFD'));
}

const QUIETLY = { throwIfNoEntry: false } as const;

/** null: gone since the directory was read. 'unknown': it is there, and what is wrong is said when it is examined. */
function statsOf(path: string, name: string): Stats | 'unknown' | null {
  try {
    const stats = statSync(`${path}/${name}`, QUIETLY);
    if (stats) return stats;
  } catch {
    // EACCES, ELOOP, EIO …: opening it will fail in the same way and has the words for it.
    return 'unknown';
  }
  return name.includes('\uFFFD') || isLink(path, name) ? 'unknown' : null;
}

const isLink = (path: string, name: string): boolean =>
  lstatSync(`${path}/${name}`, QUIETLY)?.isSymbolicLink() ?? false;

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
