/** One folder scanned: walked, compared, examined where it changed, and rid of what is gone, or the DJ asked about it. */
import type { VanishedRule } from '../../store/librarian.ts';
import type { Directory, FileNews, Folder, LibraryStore, OnDisk, Vanished } from '../../store/library.ts';
import type { Breath } from './breath.ts';
import { QUIET_MS } from './compare.ts';
import type { Earlier } from './compare.ts';
import { departedFrom, stillDeparted } from './departed.ts';
import type { Departed } from './departed.ts';
import { listDirectory, signatureOf } from './directory.ts';
import type { Listing } from './directory.ts';
import { forgetGone } from './forget.ts';
import type { ToForget } from './forget.ts';
import type { Examiner } from './examiner.ts';
import type { Ledger } from './ledger.ts';
import { lookAt } from './look.ts';
import { severalAtOnce } from './several.ts';
import type { Sums } from './sums.ts';
import { isThereAgain } from './there.ts';
import { mustAsk } from './vanished.ts';
import { walk } from './walk.ts';

export interface FolderHands {
  readonly store: LibraryStore;
  readonly breath: Breath;
  readonly examine: Examiner['examine'];
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** Asked often: does what should not wait, tells how far we are, and has written what has waited. */
  readonly between: (folder: Folder, ledger: Ledger) => Promise<void>;
  readonly openLedger: (folder: Folder) => Ledger;
  /** Of the watch: called before a directory is read. */
  readonly entering: (folder: Folder, dir: string) => void;
  /** What was still being written when the scan had seen everything else. */
  readonly unfinished: (folder: Folder, dir: string) => void;
  readonly sums: Sums;
}

/** Directories that are looked at in turns: while one is examined another one is read, and a third is written down. */
const AT_ONCE = 8;
/** Directories whose rows are read at once. */
const PAGE = 1_000;

/**
 * `before`: what the library held; nothing can have moved out of an empty one. Returns what it asks about when too much is
 * missing. Rejects with FolderGone when the folder was removed meanwhile.
 */
export async function scanFolder(
  hands: FolderHands,
  folder: Folder,
  rule: VanishedRule,
  before: 'known' | 'empty',
): Promise<Vanished | null> {
  const known = await knownDirectories(hands.store, folder.folderId);
  const course = courseOf(hands, folder, before, known);
  try {
    for await (const visit of walk({ root: folder.path, from: '', breath: hands.breath, entering: course.entering })) {
      if (visit.dir === '' && visit.is === 'listed' && visit.listing.bare) course.root = 'bare';
      else if (visit.dir === '') course.root = 'filled';
      if (visit.is === 'unreadable') await course.cannotRead(visit.dir, visit.reason);
      else await course.see(visit.dir, visit.listing);
      await hands.between(folder, course.ledger);
    }
    await course.seen();
  } finally {
    // Whoever scans again after a failure must not meet looks of this scan.
    await course.still();
  }
  await course.seeUnfinished();
  await course.ledger.flush();
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

/** What is gone: rows whose directory is still there, and directories. */
interface Gone {
  root: 'filled' | 'bare' | 'missing';
  readonly departed: Departed[];
  readonly moved: Set<number>;
}

interface Course extends Gone {
  readonly ledger: Ledger;
  readonly entering: (dir: string) => void;
  readonly see: (dir: string, listing: Listing) => Promise<void>;
  readonly cannotRead: (dir: string, reason: string) => Promise<void>;
  /** Resolves when what was seen is looked at. */
  readonly seen: () => Promise<void>;
  /** Resolves when nothing is looked at any more, also after a failure. */
  readonly still: () => Promise<void>;
  readonly seeUnfinished: () => Promise<void>;
}

/** `known` loses every directory that is there, or of which nobody can say whether it is. */
function courseOf(
  hands: FolderHands,
  folder: Folder,
  before: 'known' | 'empty',
  known: Map<string, Directory>,
): Course {
  const { store, breath, examine, now, sums } = hands;
  const ledger = hands.openLedger(folder);
  const departed: Departed[] = [];
  const moved = new Set<number>();
  const unfinished = new Map<string, Earlier>();
  const look = async (dir: string, listing: Listing, earlier: Earlier | null): Promise<void> => {
    let counted = 0;
    const write = async (news: readonly FileNews[]): Promise<void> => {
      counted += filesOf(news);
      sums.files += filesOf(news);
      await ledger.files(news);
      await hands.between(folder, ledger);
    };
    const at = { folder, dir, listing, earlier, moved: before === 'empty' ? null : moved };
    const looked = await lookAt({ store, examine, now, write }, at);
    // Counted as they were found, so that somebody who waits sees them; now by what is there.
    sums.files += (earlier === null ? listing.names.length : 0) - counted;
    departed.push(...departedFrom(dir, listing, looked.gone));
    sums.changed += looked.changed;
    sums.moved += looked.moved;
    if (looked.waiting.size > 0) unfinished.set(dir, looked.waiting);
    await ledger.directory(looked.directory);
  };
  const looks = severalAtOnce(AT_ONCE);
  return {
    root: 'missing',
    departed,
    moved,
    ledger,
    entering: (dir) => {
      hands.entering(folder, dir);
    },
    see: async (dir, listing) => {
      const was = known.get(dir);
      known.delete(dir);
      const signature = was === undefined && listing.names.length === 0 ? null : signatureOf(listing, folder.naming);
      if (signature === (was?.signature ?? null)) sums.files += listing.names.length;
      else await looks.begin(() => look(dir, listing, null));
    },
    seen: looks.done,
    still: looks.still,
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
      await ledger.flush();
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
  { root, departed, moved, ledger }: Course,
  missing: ReadonlyMap<string, Directory>,
): Promise<Vanished | null> {
  // Files that moved out of missing directories have taken their counts along, so what the store says now is what is gone.
  const now = missing.size === 0 ? missing : await knownDirectories(store, folder.folderId);
  const dirs = [...missing.keys()].filter((dir) => now.has(dir) && !isThereAgain(folder.path, dir));
  // A directory that was not quiet was looked at twice.
  const byId = new Map(departed.map((each) => [each.fileId, each]));
  const gone = [...byId.values()].filter((each) => !moved.has(each.fileId) && stillDeparted(folder.path, each));
  const vanished =
    gone.reduce((sum, { files }) => sum + files, 0) + dirs.reduce((sum, dir) => sum + (now.get(dir)?.files ?? 0), 0);
  const asks = { vanished, known: folder.files };
  if (rule === 'ask' && mustAsk(asks, root)) {
    await store.folderScanned(folder.folderId, asks);
    return asks;
  }
  const toForget: ToForget = { folder, departed: gone, dirs, thereAgain: 'stays' };
  sums.vanished += await forgetGone(store, toForget, () => between(folder, ledger));
  await store.folderScanned(folder.folderId, null);
  return null;
}
