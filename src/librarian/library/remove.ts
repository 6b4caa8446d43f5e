/** Takes a folder out of the library, with the songs that only its files brought. Nothing on the disk is touched. */
import type { JobOf, JobOutcome, LibrarianStore } from '../../store/librarian.ts';
import type { Directory, LibraryStore } from '../../store/library.ts';
import type { Breath } from './breath.ts';
import { forgetGone } from './forget.ts';

export interface RemoveHands {
  readonly store: LibraryStore & Pick<LibrarianStore, 'jobProgress'>;
  readonly breath: Breath;
  readonly stopWatching: (folderId: number) => void;
}

const PAGE = 200;
/** Files between two words to the DJ who waits: some tenths of a second. */
const TOLD_EVERY = 500;

/** Throws what the store throws. After a kill -9 it goes on with what is left. */
export async function removeFolder(
  { store, breath, stopWatching }: RemoveHands,
  { id, folderId }: JobOf<'remove'>,
): Promise<JobOutcome<'remove'>> {
  const folder = (await store.libraryFolders()).find((each) => each.folderId === folderId);
  if (!folder) return { ok: false, why: `There is no folder ${folderId} in the library. See: karaokectl library list` };
  stopWatching(folderId);
  let files = 0;
  let songs = 0;
  let told = -TOLD_EVERY;
  const between = async (): Promise<void> => {
    if (files - told >= TOLD_EVERY) {
      told = files;
      await store.jobProgress(id, { done: files, total: folder.files, folder: folder.path });
    }
    await breath.take();
  };
  // A scan that runs, or somebody who brings a file, may find something in it until the moment when it goes.
  for (;;) {
    const page: readonly Directory[] = await store.directories(folderId, null, PAGE);
    if (page.length === 0 && (await store.forgetFolder(folderId)) === 'gone') break;
    const dirs = page.map(({ dir }) => dir);
    await forgetGone(store, { folder, departed: [], dirs, thereAgain: 'goes' }, between, (gone) => {
      files += gone.files;
      songs += gone.songs;
    });
  }
  return { ok: true, result: { kind: 'remove', folder: folder.path, files, songs } };
}
