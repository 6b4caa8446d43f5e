/** What a program left in its folder: the songs, and why the rest is none. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isSurely } from '../../party/match.ts';
import type { Named } from '../../party/model.ts';
import { preferred } from '../../party/versions.ts';
import type { OnDisk, Told } from '../../store/library.ts';
import { candidatesIn } from '../library/candidates.ts';
import type { Marks } from '../library/directory.ts';
import { examine } from '../media/examine.ts';
import { isLitter } from '../media/litter.ts';

/** One playable version of a song. */
export interface Catch extends OnDisk {
  /** Relative to the folder that was looked through; '' at the top. */
  readonly dir: string;
  readonly song: Told;
}

export interface Haul {
  readonly songs: readonly Catch[];
  /** Sentences about files that would be songs. */
  readonly problems: readonly string[];
  /** Names of all other files. */
  readonly others: readonly string[];
}

/** Deep enough for artist/album/disc, shallow enough for a folder that holds itself. */
const DEEPEST = 4;

/** Looks through `folder` (absolute) and its folders. Links are not followed: they are files of somebody else. */
export async function lookThrough(folder: string): Promise<Haul> {
  const songs: Catch[] = [];
  const problems: string[] = [];
  const others: string[] = [];
  for (const { dir, files } of filesUnder(folder, '', 0)) {
    const at = join(folder, dir);
    const names = files.filter((name) => !isLitter(name));
    const candidates = candidatesIn(at, { names, marks: names.map((name) => marksOf(join(at, name))) });
    for (const candidate of candidates) {
      const examined = candidate.is === 'unit' ? await examine(at, candidate.unit, candidate.sizes, 'auto') : candidate;
      if ('ok' in examined && examined.ok) songs.push({ ...candidate.onDisk, dir, song: told(examined) });
      else problems.push(examined.reason);
    }
    const used = new Set(candidates.flatMap(({ onDisk }) => [onDisk.name, ...onDisk.others]));
    others.push(...files.filter((name) => !used.has(name)));
  }
  return { songs, problems, others };
}

/** A name that is not UTF-8 cannot be opened by its text: examining it says so. */
const marksOf = (path: string): Marks => statSync(path, { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: 0 };

interface Listing {
  readonly dir: string;
  readonly files: readonly string[];
}

function filesUnder(folder: string, dir: string, depth: number): readonly Listing[] {
  const entries = readdirSync(join(folder, dir), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const inner = depth === DEEPEST ? [] : entries.filter((entry) => entry.isDirectory() && !isLitter(entry.name));
  return [{ dir, files }, ...inner.flatMap(({ name }) => filesUnder(folder, join(dir, name), depth + 1))];
}

const told = ({ artist, title, durationS, discId, format }: Told): Told => ({
  artist,
  title,
  durationS,
  discId,
  format,
});

/**
 * Which of `songs` is the wish: the best of those that surely are. When none says so, the best of all: the DJ's own
 * command brought it for this wish, and then it is called as the wish is. At least one song.
 */
export function wished(songs: readonly [Catch, ...Catch[]], wish: Named): Catch {
  const sure = songs.filter(({ song }) => isSurely(wish, song));
  const among = sure.length > 0 ? sure : songs;
  const [first] = songs;
  const best = preferred(among.map((each, fileId) => ({ each, fileId, format: each.song.format, size: each.size })));
  const chosen = best?.each ?? first;
  if (sure.length > 0) return chosen;
  return { ...chosen, song: { ...chosen.song, artist: wish.artist, title: wish.title } };
}
