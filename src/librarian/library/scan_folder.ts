/** One folder scanned: walked, compared, examined where it changed, and rid of what is gone, or the DJ asked about it. */
import type { VanishedRule } from '../../store/librarian.ts';
import type { Directory, FileNews, Folder, LibraryStore, OnDisk, Vanished } from '../../store/library.ts';
import type { Breath } from './breath.ts';
import { QUIET_MS } from './compare.ts';
import type { Earlier } from './compare.ts';
import { listDirectory, signatureOf } from './directory.ts';
import type { Listing } from './directory.ts';
import { forgetGone } from './forget.ts';
import type { Ledger } from './ledger.ts';
import { lookAt } from './look.ts';
import type { LookedAt } from './look.ts';
import type { Sums } from './sums.ts';
import { mustAsk } from './vanished.ts';
import { walk } from './walk.ts';

export interface FolderHands {
  readonly store: LibraryStore;
  readonly breath: Breath;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** Asked often: does what should not wait, tells how far we are. */
  readonly between: (folder: Folder) => Promise<void>;
  readonly openLedger: (folder: Folder) => Ledger;
  /** Of the watch: called before a directory is read. */
  readonly entering: (folder: Folder, dir: string) => void;
  /** What was still being written when the scan had seen everything else. */
  readonly unfinished: (folder: Folder, dir: string) => void;
  readonly sums: Sums;
}

/** Directories whose rows are read at once. */
const PAGE = 1_000;

/** Returns what it asks about when too much is missing. Rejects with FolderGone when the folder was removed meanwhile. */
export async function scanFolder(
  hands: FolderHands,
  folder: Folder,
  rule: VanishedRule,
  moves: LookedAt['moves'],
): Promise<Vanished | null> {
  const known = await knownDirectories(hands.store, folder.folderId);
  const course = courseOf(hands, folder, moves, known);
  for await (const visit of walk({ root: folder.path, from: '', breath: hands.breath, entering: course.entering })) {
    if (visit.dir === '' && visit.is === 'listed' && visit.listing.bare) course.root = 'bare';
    else if (visit.dir === '') course.root = 'filled';
    if (visit.is === 'unreadable') await course.cannotRead(visit.dir, visit.reason);
    else await course.see(visit.dir, visit.listing);
    await hands.between(folder);
  }
  await course.seeUnfinished();
  await course.ledger.close();
  return await takeOut(hands, folder, rule, course, known);
}

async function knownDirectories(
  store: Pick<LibraryStore, 'directories'>,
  folderId: number | null,
): Promise<Map<string, Directory>> {
  const known = new Map<string, Directory>();
  for (let after: string | null = null; ;) {
    const page: readonly Directory[] = await store.directories(folderId, after, PAGE);
    for (const directory of page) known.set(directory.dir, directory);
    after = page.at(-1)?.dir ?? null;
    if (page.length < PAGE) return known;
  }
}

/** What is gone: rows whose directory is still there, by id, and directories. */
interface Gone {
  root: 'filled' | 'bare' | 'missing';
  readonly fileIds: Map<number, number>;
  readonly moved: Set<number>;
}

interface Course extends Gone {
  readonly ledger: Ledger;
  readonly entering: (dir: string) => void;
  readonly see: (dir: string, listing: Listing) => Promise<void>;
  readonly cannotRead: (dir: string, reason: string) => Promise<void>;
  readonly seeUnfinished: () => Promise<void>;
}

/** `known` loses every directory that is there, or of which nobody can say whether it is. */
function courseOf(hands: FolderHands, folder: Folder, moves: LookedAt['moves'], known: Map<string, Directory>): Course {
  const { store, breath, now, sums } = hands;
  const ledger = hands.openLedger(folder);
  const fileIds = new Map<number, number>();
  const moved = new Set<number>();
  const unfinished = new Map<string, Earlier>();
  const write = async (news: readonly FileNews[]): Promise<void> => {
    sums.files += filesOf(news);
    await ledger.files(news);
    await hands.between(folder);
  };
  const look = async (dir: string, listing: Listing, earlier: Earlier | null): Promise<void> => {
    const before = sums.files;
    const looked = await lookAt({ store, breath, now, write }, { folder, dir, listing, earlier, moves });
    // Counted as they were written, so that somebody who waits sees them; now by what is there.
    sums.files = before + (earlier === null ? listing.names.length : 0);
    for (const row of looked.gone) fileIds.set(row.fileId, filesOf([row]));
    for (const fileId of looked.moved) moved.add(fileId);
    sums.changed += looked.changed;
    sums.moved += looked.moved.length;
    if (looked.waiting.size > 0) unfinished.set(dir, looked.waiting);
    await ledger.directory(looked.directory);
  };
  return {
    root: 'missing',
    fileIds,
    moved,
    ledger,
    entering: (dir) => {
      hands.entering(folder, dir);
    },
    see: async (dir, listing) => {
      const before = known.get(dir);
      known.delete(dir);
      const signature = before === undefined && listing.names.length === 0 ? null : signatureOf(listing, folder.naming);
      if (signature === (before?.signature ?? null)) sums.files += listing.names.length;
      else await look(dir, listing, null);
    },
    cannotRead: async (dir, reason) => {
      for (const each of known.keys()) if (each === dir || dir === '' || each.startsWith(`${dir}/`)) known.delete(each);
      const { rows } = await store.filesIn(folder.folderId, dir);
      if (rows.some((row) => row.name === '' && row.reason === reason)) return;
      await ledger.files([{ dir, name: '', others: [], size: 0, mtimeMs: 0, fileId: null, is: { reason } }]);
      await ledger.directory({ dir, signature: null });
    },
    seeUnfinished: async () => {
      if (unfinished.size === 0) return;
      const again = [...unfinished];
      unfinished.clear();
      await ledger.close();
      await hands.pause(QUIET_MS);
      for (const [dir, earlier] of again) {
        const listing = await listAgain(`${folder.path}/${dir}`, breath);
        if (listing !== null) await look(dir, listing, earlier);
      }
      for (const dir of unfinished.keys()) hands.unfinished(folder, dir);
    },
  };
}

/** On the disk; a directory that could not be read has a row without a name. */
const filesOf = (rows: readonly Pick<OnDisk, 'name' | 'others'>[]): number =>
  rows.reduce((sum, { name, others }) => sum + (name === '' ? 0 : 1 + others.length), 0);

async function listAgain(path: string, breath: Breath): Promise<Listing | null> {
  try {
    return await listDirectory(path, breath);
  } catch {
    // It went meanwhile: whoever scans next will find that out, and say why if it is still there.
    return null;
  }
}

async function takeOut(
  { store, between, sums }: FolderHands,
  folder: Folder,
  rule: VanishedRule,
  { root, fileIds, moved }: Gone,
  missing: ReadonlyMap<string, Directory>,
): Promise<Vanished | null> {
  // Files that moved out of missing directories have taken their counts along, so what the store says now is what is gone.
  const now = await knownDirectories(store, folder.folderId);
  const dirs = [...missing.keys()].filter((dir) => now.has(dir));
  const gone = [...fileIds].filter(([fileId]) => !moved.has(fileId));
  const vanished =
    gone.reduce((sum, [, files]) => sum + files, 0) + dirs.reduce((sum, dir) => sum + (now.get(dir)?.files ?? 0), 0);
  const asks = { vanished, known: folder.files };
  if (rule === 'ask' && mustAsk(asks, root)) {
    await store.folderScanned(folder.folderId, asks);
    return asks;
  }
  const ids = gone.map(([fileId]) => fileId);
  sums.vanished += await forgetGone(store, { folderId: folder.folderId, ids, dirs }, () => between(folder));
  await store.folderScanned(folder.folderId, null);
  return null;
}
