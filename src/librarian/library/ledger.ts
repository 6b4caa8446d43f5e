/** Gathers what is to be written and writes it in transactions of a bounded time, in order: files before their directory. */
import { setImmediate } from 'node:timers/promises';
import type { Directory, FileNews, LibraryBatch, LibraryStore, Recorded } from '../../store/library.ts';
import { sizeAfter } from './batch_size.ts';

export interface Ledger {
  /** Both reject, some time after, with what writing failed for: FolderGone when the folder was removed. */
  readonly files: (news: readonly FileNews[]) => Promise<void>;
  /** All files of it have been given. */
  readonly directory: (directory: Omit<Directory, 'files'>) => Promise<void>;
  /** Writes what has waited for long enough. Called now and then, also when there is nothing to give. */
  readonly goOn: () => Promise<void>;
  /** Writes what is left. */
  readonly flush: () => Promise<void>;
}

/** The folder was removed while it was scanned. */
export class FolderGone extends Error {
  override readonly name = 'FolderGone';
}

export interface LedgerHands {
  readonly store: Pick<LibraryStore, 'recordFiles'>;
  readonly monotonic: () => number;
  readonly wrote: (done: Pick<Recorded, 'added' | 'found' | 'stale'>) => void;
}

/** Begun with little: the first batch finds out how fast this machine is. */
const FIRST = 50;
/** What a scan has found can be sung before the scan is over. */
const AT_LEAST_EVERY_MS = 1_000;

export function openLedger({ store, monotonic, wrote }: LedgerHands, folderId: number): Ledger {
  let files: FileNews[] = [];
  /** Each after so many of `files`, counted from the first that was ever added. */
  let directories: { readonly after: number; readonly directory: Omit<Directory, 'files'> }[] = [];
  let given = 0;
  let written = 0;
  let writtenAtMs = monotonic();
  let size = FIRST;
  let writing: Promise<void> | null = null;
  let failure: { readonly error: unknown } | null = null;
  const stale = new Set<string>();

  const waiting = (): number => files.length + directories.length;
  const write = async (batch: LibraryBatch): Promise<void> => {
    const done = await store.recordFiles(batch);
    if (done === null) throw new FolderGone(`Folder ${folderId} was removed`);
    size = sizeAfter(size, batch.files.length + batch.directories.length, done.heldMs);
    for (const dir of done.stale) stale.add(dir);
    wrote(done);
  };
  const writeSome = async (): Promise<void> => {
    const batch = files.slice(0, size);
    files = files.slice(size);
    written += batch.length;
    const whole = directories.filter(({ after }) => after <= written).slice(0, size);
    directories = directories.slice(whole.length);
    const told = whole.map(({ directory }) =>
      stale.has(directory.dir) ? { ...directory, signature: null } : directory,
    );
    await write({ folderId, files: batch, directories: told });
  };
  const writeDownTo = async (left: number): Promise<void> => {
    while (waiting() > left) {
      // The next files are on their way to be examined before this thread is busy with writing.
      await setImmediate();
      await writeSome();
    }
    if (left === 0) writtenAtMs = monotonic();
  };
  /** One after the other: a directory must not be written while its files are. */
  const begin = (work: () => Promise<void>): Promise<void> => {
    const mine = (writing ?? Promise.resolve())
      .then(async () => {
        if (failure === null) await work();
      })
      .catch((error: unknown) => {
        failure = { error };
      })
      .finally(() => {
        if (writing === mine) writing = null;
      });
    return (writing = mine);
  };
  const passOn = (): void => {
    if (failure !== null) throw failure.error;
  };
  const goOn = async (): Promise<void> => {
    passOn();
    if (writing === null && waiting() > 0) {
      if (monotonic() - writtenAtMs >= AT_LEAST_EVERY_MS) void begin(() => writeDownTo(0));
      else if (waiting() >= size) void begin(() => writeDownTo(size - 1));
    }
    // Examining must not run away from writing: what waits is memory, and lost when we fall.
    if (waiting() >= 2 * size) await writing;
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
    goOn,
    flush: async () => {
      await begin(() => writeDownTo(0));
      passOn();
    },
  };
}
