/** One file, wherever it lies, becomes a song, and a wish comes home with it. */
import { lstatSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import type { JobOf, JobOutcome, LibrarianStore } from '../../store/librarian.ts';
import type { Folder, LibraryStore } from '../../store/library.ts';
import type { TidingsStore } from '../../store/tidings.ts';
import { examine } from '../media/examine.ts';
import { whyUnreadable } from '../media/reasons.ts';
import type { Breath } from './breath.ts';
import { candidatesIn } from './candidates.ts';
import type { Candidate } from './compare.ts';
import { listDirectory } from './directory.ts';

export interface BringHands {
  readonly store: Pick<LibraryStore, 'libraryFolders' | 'recordFiles'> &
    Pick<LibrarianStore, 'bringHome'> &
    Pick<TidingsStore, 'wishNow'>;
  readonly breath: Breath;
}

/** Throws what the store throws; what is wrong with the file is an outcome. */
export async function bringFile(
  { store, breath }: BringHands,
  { file, wishId }: JobOf<'bring'>,
): Promise<JobOutcome<'bring'>> {
  const found = await candidateAt(file, breath);
  if (typeof found === 'string') return { ok: false, why: `Cannot bring ${file}: ${found}` };
  if (found.is === 'lost') return { ok: false, why: `Cannot bring ${file}: ${found.reason}` };
  const home = homeOf(dirname(file), await store.libraryFolders());
  const examined = await examine(dirname(file), found.unit, found.sizes, home.folder?.naming ?? 'auto');
  if (!examined.ok) return { ok: false, why: `Cannot bring ${file}: ${examined.reason}` };
  // The DJ has said which song it is; where the file does not say it better, it is called like the wish.
  const { artist, title } = (examined.artist === '' ? await store.wishNow(wishId) : null) ?? examined;
  const { durationS, discId, format } = examined;
  const is = { song: { artist, title, durationS, discId, format } };
  const recorded = await store.recordFiles({
    folderId: home.folder?.folderId ?? null,
    files: [{ ...found.onDisk, dir: home.dir, fileId: null, is }],
    directories: [],
  });
  const songId = recorded?.songIds[0] ?? null;
  if (recorded === null || songId === null)
    return { ok: false, why: `Cannot bring ${file}: its folder was just removed.` };
  const came = await store.bringHome(wishId, songId, file);
  return {
    ok: true,
    result: { kind: 'bring', songId, artist, title, added: recorded.added > 0, found: came || recorded.found > 0 },
  };
}

/** A string says what is wrong with it. The words of a song are named by its file, so the files beside it are looked at too. */
async function candidateAt(file: string, breath: Breath): Promise<Candidate | string> {
  const folder = dirname(file);
  try {
    lstatSync(file);
    const name = basename(file);
    const candidates = candidatesIn(folder, await listDirectory(folder, breath));
    return (
      candidates.find(({ onDisk }) => onDisk.name === name || onDisk.others.includes(name)) ??
      'it is no song. A song ends in .mp3, .zip, .mp4 or the like; see the formats in docs/operations.md.'
    );
  } catch (error) {
    const why = whyUnreadable(error, file);
    if (why === null) throw error;
    return why;
  }
}

/** A file in a folder of the library is its own; another stands by itself, under the path of its directory. */
function homeOf(
  directory: string,
  folders: readonly Folder[],
): { readonly folder: Folder | null; readonly dir: string } {
  const folder = folders.find(({ path }) => directory === path || directory.startsWith(`${path}/`)) ?? null;
  return { folder, dir: folder === null ? directory : relative(folder.path, directory) };
}
