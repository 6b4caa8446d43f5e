/** A scan job: one folder or all of them, one after the other. Doing it again, whole or after a kill -9, changes nothing. */
import type { Subject } from '../../ipc/messages.ts';
import type { JobOf, JobOutcome, LibrarianStore, ScanResult } from '../../store/librarian.ts';
import type { Folder, LibraryStore } from '../../store/library.ts';
import type { Errands } from '../jobs.ts';
import { breathing } from './breath.ts';
import { openExaminer } from './examiner.ts';
import { FolderGone, openLedger } from './ledger.ts';
import type { Ledger, LedgerHands } from './ledger.ts';
import { scanFolder } from './scan_folder.ts';
import type { FolderHands } from './scan_folder.ts';
import { forgetStrays } from './strays.ts';
import { noSums } from './sums.ts';
import type { Sums } from './sums.ts';

export interface ScanHands extends Pick<FolderHands, 'now' | 'pause' | 'entering' | 'unfinished'> {
  readonly store: LibraryStore & Pick<LibrarianStore, 'jobProgress'>;
  readonly hint: (about: Subject) => void;
  readonly monotonic: () => number;
}

/** How often the DJ who waits hears how far it is, and guests that there are new songs. */
const PROGRESS_MS = 500;

/** Throws what the store throws; what is wrong with files is written down as problems. */
export async function scan(hands: ScanHands, job: JobOf<'scan'>, errands: Errands): Promise<JobOutcome<'scan'>> {
  const { store } = hands;
  const all = await store.libraryFolders();
  const folders = all.filter(({ folderId }) => job.folderId === null || folderId === job.folderId);
  if (job.folderId !== null && folders.length === 0)
    return { ok: false, why: `There is no folder ${job.folderId} in the library. See: karaokectl library list` };
  const sums = noSums();
  const teller = tellerOf(hands, job, folders, sums, errands);
  const asks: ScanResult['asks'][number][] = [];
  const before = all.some(({ files }) => files > 0) ? 'known' : 'empty';
  const breath = breathing(hands.monotonic);
  if (job.folderId === null) await forgetStrays(store, breath);
  await using examiner = openExaminer(breath);
  for (const folder of folders) {
    try {
      const wrote: LedgerHands['wrote'] = (done) => {
        teller.wrote(done);
        for (const dir of done.stale) hands.unfinished(folder, dir);
      };
      const open = (): Ledger => openLedger({ ...hands, wrote }, folder.folderId);
      const asked = await scanFolder(
        { ...hands, breath, examine: examiner.examine, sums, between: teller.between, openLedger: open },
        folder,
        job.vanished,
        before,
      );
      if (asked !== null) asks.push({ folder: folder.path, folderId: folder.folderId, ...asked });
    } catch (error) {
      // The DJ took it out while it was scanned; there is nothing to do there anymore.
      if (!(error instanceof FolderGone)) throw error;
    }
  }
  const scanned = new Set(folders.map(({ folderId }) => folderId));
  const after = (await store.libraryFolders()).filter(({ folderId }) => scanned.has(folderId));
  const problems = after.reduce((sum, folder) => sum + folder.problems, 0);
  return { ok: true, result: { kind: 'scan', folders: folders.length, ...sums, problems, asks } };
}

interface Teller {
  readonly between: FolderHands['between'];
  readonly wrote: (sums: { readonly added: number; readonly found: number }) => void;
}

function tellerOf(
  { store, hint, monotonic }: ScanHands,
  job: JobOf<'scan'>,
  folders: readonly Folder[],
  sums: Sums,
  errands: Errands,
): Teller {
  const known = folders.reduce((sum, { files }) => sum + files, 0);
  const total = known > 0 ? known : null;
  let told = { atMs: monotonic(), added: 0 };
  const tell = async (folder: Folder): Promise<void> => {
    if (sums.added > told.added) hint('catalogue');
    told = { atMs: monotonic(), added: sums.added };
    await store.jobProgress(job.id, { done: sums.files, total, folder: folder.path });
  };
  return {
    between: async (folder, ledger) => {
      if (monotonic() - told.atMs >= PROGRESS_MS) await tell(folder);
      await ledger.goOn();
      // They must find what was seen until now, and not be overtaken by it.
      await errands(ledger.flush);
    },
    wrote: ({ added, found }) => {
      sums.added += added;
      sums.found += found;
      if (found > 0) hint('wishes');
    },
  };
}
