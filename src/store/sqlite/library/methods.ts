/** The library's part of the store. */
import type { Store } from '../../store.ts';
import type { LibraryStore } from '../../library.ts';
import { withKeys } from '../bring.ts';
import { bringHome } from '../found_in_file.ts';
import type { Ground } from '../ground.ts';
import type { Transactions } from '../transact.ts';
import { addFolder, folderRows, folderScanned, foldersOf, libraryNow } from './folders.ts';
import { forgetDirectories, forgetFiles, forgetFolder } from './forget.ts';
import { directoriesOf, filesIn, filesLike, problemsOf } from './lists.ts';
import { catalogued, recordFiles, songIn } from './record.ts';

type LibraryMethods = LibraryStore & Pick<Store, 'addFolder' | 'folders' | 'problems' | 'library' | 'bringHome'>;

export function libraryMethods(ground: Ground, { read, write, repeatable }: Transactions): LibraryMethods {
  return {
    addFolder: (path, naming) => write(() => addFolder(ground, path, naming)),
    folders: () => read(() => folderRows(ground)),
    problems: (wanted) => read(() => problemsOf(ground, wanted)),
    library: () => read(() => libraryNow(ground)),
    libraryFolders: () => read(() => foldersOf(ground)),
    directories: (folderId, after, limit) => read(() => directoriesOf(ground, folderId, after, limit)),
    filesIn: (folderId, dir) => read(() => filesIn(ground, folderId, dir)),
    filesLike: (files) => read(() => filesLike(ground, files)),
    recordFiles: async (batch) => {
      const songs = batch.files.map(songIn).filter((song) => song !== null);
      const named = songs.map((song) => withKeys(catalogued(song)));
      const { result, heldMs } = await repeatable(() => recordFiles(ground, batch, named));
      return result === null ? null : { ...result, heldMs };
    },
    forgetFiles: async (folderId, rows) => {
      const { result, heldMs } = await repeatable(() => forgetFiles(ground, folderId, rows));
      return { ...result, heldMs };
    },
    forgetDirectories: (folderId, dirs) =>
      write(() => {
        forgetDirectories(ground, folderId, dirs);
      }),
    folderScanned: (folderId, asks) =>
      write(() => {
        folderScanned(ground, folderId, asks);
      }),
    forgetFolder: (folderId) => write(() => forgetFolder(ground, folderId)),
    bringHome: (wishId, songId, file) => write(() => bringHome(ground, wishId, songId, file)),
  };
}
