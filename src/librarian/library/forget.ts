/** Takes files and whole directories out of the library, in transactions of a bounded time. */
import type { Folder, LibraryStore, RowAt } from '../../store/library.ts';
import { sizeAfter } from './batch_size.ts';
import { stillDeparted } from './departed.ts';
import type { Departed } from './departed.ts';
import { isThereAgain } from './there.ts';

export interface ToForget {
  readonly folder: Pick<Folder, 'folderId' | 'path'>;
  /** Of files whose directory stays. */
  readonly departed: readonly Departed[];
  /** Directories that go with all their files. */
  readonly dirs: readonly string[];
  /** Of what is on the disk again; all of a folder goes when the folder is taken out. */
  readonly thereAgain: 'stays' | 'goes';
}

type Forgetting = Pick<LibraryStore, 'filesIn' | 'forgetFiles' | 'forgetDirectories'>;

/** Songs in one transaction to begin with. */
const FIRST = 50;
/** Directories that go in one transaction; they are empty by then. */
const DIRECTORIES = 200;

/** Returns how many files on the disk that were. `between` is called between two transactions. */
export async function forgetGone(
  store: Forgetting,
  { folder: { folderId, path }, departed, dirs, thereAgain }: ToForget,
  between: () => Promise<void>,
  went: (gone: { readonly files: number; readonly songs: number }) => void = () => undefined,
): Promise<number> {
  let size = FIRST;
  let files = 0;
  const forget = async (batch: readonly RowAt[]): Promise<void> => {
    const done = await store.forgetFiles(folderId, batch);
    files += done.files;
    went(done);
    size = sizeAfter(size, batch.length, done.heldMs);
    await between();
  };
  for (let at = 0; at < departed.length;) {
    const some = departed.slice(at, at + size);
    at += some.length;
    await forget(some.filter((each) => thereAgain === 'goes' || stillDeparted(path, each)));
  }
  for (let at = 0; at < dirs.length; at += DIRECTORIES) {
    let waiting: RowAt[] = [];
    const some = dirs.slice(at, at + DIRECTORIES).filter((dir) => thereAgain === 'goes' || !isThereAgain(path, dir));
    const forgetSome = async (): Promise<void> => {
      const batch = waiting.slice(0, size);
      waiting = waiting.slice(size);
      await forget(batch);
    };
    for (const dir of some) {
      const { rows } = await store.filesIn(folderId, dir);
      waiting.push(...rows.map(({ fileId, name }) => ({ fileId, dir, name })));
      while (waiting.length >= size) await forgetSome();
    }
    while (waiting.length > 0) await forgetSome();
    await store.forgetDirectories(folderId, some);
  }
  return files;
}
