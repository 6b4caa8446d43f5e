/** Takes files and whole directories out of the library, in transactions of a bounded time. */
import type { LibraryStore } from '../../store/library.ts';
import { sizeAfter } from './batch_size.ts';

export interface ToForget {
  readonly folderId: number | null;
  /** Of files whose directory stays. */
  readonly ids: readonly number[];
  /** Directories that go with all their files. */
  readonly dirs: readonly string[];
}

type Forgetting = Pick<LibraryStore, 'filesIn' | 'forgetFiles' | 'forgetDirectories'>;

/** Songs in one transaction to begin with. */
const FIRST = 50;
/** Directories that go in one transaction; they are empty by then. */
const DIRECTORIES = 200;

/** Returns how many files on the disk that were. `between` is called between two transactions. */
export async function forgetGone(
  store: Forgetting,
  { folderId, ids, dirs }: ToForget,
  between: () => Promise<void>,
  went: (gone: { readonly files: number; readonly songs: number }) => void = () => undefined,
): Promise<number> {
  let size = FIRST;
  let files = 0;
  let waiting = [...ids];
  const forgetSome = async (): Promise<void> => {
    const batch = waiting.slice(0, size);
    waiting = waiting.slice(size);
    const done = await store.forgetFiles(batch);
    files += done.files;
    went(done);
    size = sizeAfter(size, batch.length, done.heldMs);
    await between();
  };
  while (waiting.length > 0) await forgetSome();
  for (let at = 0; at < dirs.length; at += DIRECTORIES) {
    const some = dirs.slice(at, at + DIRECTORIES);
    for (const dir of some) {
      const { rows } = await store.filesIn(folderId, dir);
      waiting.push(...rows.map(({ fileId }) => fileId));
      while (waiting.length >= size) await forgetSome();
    }
    while (waiting.length > 0) await forgetSome();
    await store.forgetDirectories(folderId, some);
  }
  return files;
}
