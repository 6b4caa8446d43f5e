/** Gathers what is to be written and writes it in transactions of a bounded time, in order: files before their directory. */
import { setImmediate } from 'node:timers/promises';
import type { Directory, FileNews, LibraryBatch, LibraryStore } from '../../store/library.ts';
import { sizeAfter } from './batch_size.ts';

export interface Ledger {
  /** Both reject, some time after, with what writing failed for: FolderGone when the folder was removed. */
  readonly files: (news: readonly FileNews[]) => Promise<void>;
  /** All files of it have been given. */
  readonly directory: (directory: Omit<Directory, 'files'>) => Promise<void>;
  /** Writes what is left. */
  readonly close: () => Promise<void>;
}

/** The folder was removed while it was scanned. */
export class FolderGone extends Error {
  override readonly name = 'FolderGone';
}

export interface LedgerHands {
  readonly store: Pick<LibraryStore, 'recordFiles'>;
  readonly wrote: (sums: { readonly added: number; readonly found: number }) => void;
}

/** Begun with little: the first batch finds out how fast this machine is. */
const FIRST = 50;

export function openLedger({ store, wrote }: LedgerHands, folderId: number): Ledger {
  let files: FileNews[] = [];
  /** Each after so many of `files`, counted from the first that was ever added. */
  let directories: { readonly after: number; readonly directory: Omit<Directory, 'files'> }[] = [];
  let given = 0;
  let written = 0;
  let size = FIRST;
  let writing: Promise<void> | null = null;
  let failure: { readonly error: unknown } | null = null;

  const write = async (batch: LibraryBatch): Promise<void> => {
    const done = await store.recordFiles(batch);
    if (done === null) throw new FolderGone(`Folder ${folderId} was removed`);
    size = sizeAfter(size, batch.files.length + batch.directories.length, done.heldMs);
    wrote(done);
  };
  const writeSome = async (): Promise<void> => {
    const batch = files.slice(0, size);
    files = files.slice(size);
    written += batch.length;
    const whole = directories.filter(({ after }) => after <= written).slice(0, size);
    directories = directories.slice(whole.length);
    await write({ folderId, files: batch, directories: whole.map(({ directory }) => directory) });
  };
  const writeFull = async (): Promise<void> => {
    while (files.length + directories.length >= size) {
      // The next files are on their way to be examined before this thread is busy with writing.
      await setImmediate();
      await writeSome();
    }
  };
  const goOn = async (): Promise<void> => {
    if (failure !== null) throw failure.error;
    writing ??= writeFull()
      .catch((error: unknown) => {
        failure = { error };
      })
      .finally(() => {
        writing = null;
      });
    // Examining must not run away from writing: what waits is memory, and lost when we fall.
    if (files.length + directories.length >= 2 * size) await writing;
  };
  return {
    files: async (news) => {
      files.push(...news);
      given += news.length;
      await goOn();
    },
    directory: async (directory) => {
      directories.push({ after: given, directory });
      await goOn();
    },
    close: async () => {
      await writing;
      if (failure !== null) throw failure.error;
      while (files.length + directories.length > 0) await writeSome();
    },
  };
}
