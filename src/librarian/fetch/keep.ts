/** What was brought for a wish is kept: moved to where the library finds it, written down, and the wish comes home with it. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { FileNews } from '../../store/library.ts';
import type { Store } from '../../store/store.ts';
import type { Fetchable } from './command.ts';
import { lookThrough, wished } from './haul.ts';
import type { Catch } from './haul.ts';
import { gatheredBeside } from './workplace.ts';

export type KeepingStore = Pick<
  Store,
  'libraryFolders' | 'addFolder' | 'recordFiles' | 'bringHome' | 'endFetch' | 'noteLanding'
>;

/** Where the songs of a wish will lie: a folder that is not there yet. */
export function landingFor(root: string, wishId: number): string {
  const named = (n: number): string => join(root, n === 1 ? String(wishId) : `${wishId}-${n}`);
  let n = 1;
  // What an earlier fetch of the same wish brought is not ours to write over.
  while (existsSync(named(n))) n += 1;
  return named(n);
}

/**
 * Moves the files of `songs` out of `folder` to `landing`, all at once: they are gathered beside `folder`, and then one
 * rename lets them appear. Throws what the file system throws.
 */
export function moveTo(landing: string, folder: string, songs: readonly Catch[]): void {
  const gathered = gatheredBeside(folder);
  rmSync(gathered, { recursive: true, force: true });
  mkdirSync(gathered, { recursive: true });
  for (const { dir, name, others } of songs) {
    mkdirSync(join(gathered, dir), { recursive: true });
    for (const part of [name, ...others]) {
      // Two versions may share a part, as an UltraStar text shares its audio with graphics beside it.
      const to = join(gathered, dir, part);
      if (!existsSync(to)) renameSync(join(folder, dir, part), to);
    }
  }
  renameSync(gathered, landing);
}

/**
 * Writes down what lies in `landing`; doing it again changes nothing. Returns the song that the wish came home with; null
 * when no song is there anymore.
 */
export async function takeIn(store: KeepingStore, wish: Fetchable, landing: string): Promise<number | null> {
  const { songs } = await lookThrough(landing);
  const [first, ...rest] = songs;
  if (first === undefined) return null;
  const home = wished([first, ...rest], wish);
  const isHome = ({ dir, name }: Catch): boolean => dir === home.dir && name === home.name;
  const files = songs.map((each) => (isHome(each) ? home : each));
  const songId = (await record(store, landing, files))[files.indexOf(home)] ?? null;
  if (songId === null) return null;
  // Mostly it has come home with the file already; not when the DJ's command brought a song that was here when it was made.
  await store.bringHome(wish.wishId, songId, null);
  await store.endFetch(wish.wishId);
  return songId;
}

async function record(
  store: KeepingStore,
  landing: string,
  songs: readonly Catch[],
): Promise<readonly (number | null)[]> {
  const place = await placeOf(store, landing);
  const files = songs.map(({ dir, song, name, others, size, mtimeMs }): FileNews => ({
    fileId: null,
    dir: join(place.dir, dir),
    name,
    others,
    size,
    mtimeMs,
    is: { song },
  }));
  const dirs = [...new Set(files.map(({ dir }) => dir))];
  // Without a signature the next scan looks at each file once; it finds them as they are written down here.
  const directories = dirs.map((dir) => ({ dir, signature: null }));
  const recorded = await store.recordFiles({ folderId: place.folderId, files, directories });
  // The folder was removed by the DJ between our two looks: then it is added anew.
  return recorded?.songIds ?? record(store, landing, songs);
}

interface Place {
  readonly folderId: number | null;
  /** `landing` as the library calls it. */
  readonly dir: string;
}

/**
 * The library folder that `landing` lies in. Where there is none, its parent becomes one; unless that holds a folder of the
 * library, which then would be in two: such files belong to no folder.
 */
async function placeOf(store: KeepingStore, landing: string): Promise<Place> {
  const root = dirname(landing);
  const known = (await store.libraryFolders()).find(({ path }) => !relative(path, landing).startsWith('..'));
  const folder = known ?? (await addRoot(store, root));
  return folder === null
    ? { folderId: null, dir: landing }
    : { folderId: folder.folderId, dir: relative(folder.path, landing) };
}

async function addRoot(
  store: KeepingStore,
  root: string,
): Promise<{ readonly folderId: number; readonly path: string } | null> {
  const { is, folder } = await store.addFolder(root, 'auto', 'fetch');
  return is === 'around' ? null : folder;
}
