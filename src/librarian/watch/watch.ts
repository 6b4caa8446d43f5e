/** Watches the folders of the library: a file dropped in is a song as soon as it is quiet, one taken out leaves after a grace. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Subject } from '../../ipc/messages.ts';
import type { Store } from '../../store/store.ts';
import type { Folder, LibraryStore } from '../../store/library.ts';
import type { Breath } from '../library/breath.ts';
import { openExaminer } from '../library/examiner.ts';
import type { Examiner } from '../library/examiner.ts';
import { departedFrom } from '../library/departed.ts';
import type { Departed } from '../library/departed.ts';
import { forgetGone } from '../library/forget.ts';
import { FolderGone, openLedger } from '../library/ledger.ts';
import type { Ledger, LedgerHands } from '../library/ledger.ts';
import { lookAt } from '../library/look.ts';
import { mustAsk } from '../library/vanished.ts';
import { walk } from '../library/walk.ts';
import type { Visit } from '../library/walk.ts';
import { isLitter } from '../media/litter.ts';
import {
  due,
  earlierOf,
  lookedAt,
  missedIn,
  nextAtMs,
  putBack,
  stirred,
  takenOut,
  withoutFolder,
} from './attention.ts';
import type { Attention, Attentions } from './attention.ts';
import { openEyes } from './eyes.ts';

export interface WatchHands {
  readonly store: LibraryStore & Pick<Store, 'askScan'>;
  readonly breath: Breath;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly monotonic: () => number;
  readonly hint: (about: Subject) => void;
  /** Has `lookWhereDropped` called, when nothing else is being written. */
  readonly wake: () => void;
  /** Calls once, after `ms`; returns what takes it back. */
  readonly later: (ms: number, call: () => void) => () => void;
  readonly blind: (code: string) => void;
}

export interface Watch {
  /** A scan is about to read this directory: it is watched from now on. */
  readonly entering: (folder: Folder, dir: string) => void;
  /** Something there was not finished when the scan was. */
  readonly unfinished: (folder: Folder, dir: string) => void;
  readonly stopWatching: (folderId: number) => void;
  /** Looks at the directories where something happened, if it is time to. */
  readonly lookWhereDropped: () => Promise<void>;
}

export function createWatch(hands: WatchHands): Watch {
  const { store, breath, now } = hands;
  let all: Attentions = new Map();
  /** Where each folder is, and the folder of each watched directory. */
  const roots = new Map<number, string>();
  let takeBack = (): void => undefined;

  const setAlarm = (): void => {
    takeBack();
    const atMs = nextAtMs(all);
    takeBack = atMs === null ? () => undefined : hands.later(Math.max(0, atMs - now()), hands.wake);
  };
  const stir = (folderId: number, dir: string): void => {
    const before = all;
    all = stirred(all, folderId, dir, now());
    if (all !== before) setAlarm();
  };
  const eyes = openEyes({
    changed: (path, name) => {
      // What is still being written says so by its name; renaming it at the end is an event of its own.
      if (name !== null && isLitter(name)) return;
      const place = placeOf(roots, path);
      if (place !== null) stir(place.folderId, place.dir);
    },
    blind: hands.blind,
  });

  /** A directory that is gone takes those below it along; each is looked at by itself. */
  const goneFrom = (folder: Folder, dir: string): void => {
    for (const path of eyes.takeOff(join(folder.path, dir))) {
      const place = placeOf(roots, path);
      if (place !== null && place.dir !== dir) stir(place.folderId, place.dir);
    }
  };

  const lookAtOne = async (
    folder: Folder,
    attention: Attention,
    { ledger, examiner, moved, entered }: LookHands,
  ): Promise<readonly Departed[]> => {
    const { dir } = attention;
    const forget: Departed[] = [];
    const isNew = (visit: Visit): boolean => visit.dir !== dir;
    let seen = false;
    const entering = (each: string): void => {
      entered.add(each);
      eyes.keepOn(join(folder.path, each));
    };
    const passing = (each: string): boolean => each !== dir && eyes.isOn(join(folder.path, each));
    for await (const visit of walk({ root: folder.path, from: dir, breath, entering, passing })) {
      if (!isNew(visit)) seen = true;
      if (visit.is === 'unreadable') {
        // The scan knows what to say about it and what to keep.
        await store.askScan(folder.folderId, 'ask');
        continue;
      }
      const now_ = now();
      const own = isNew(visit) ? { ...attention, dir: visit.dir, waiting: new Map(), gone: new Map() } : attention;
      const looked = await lookAt(
        { store, examine: examiner.examine, now, write: ledger.files },
        { folder, dir: visit.dir, listing: visit.listing, earlier: earlierOf(own, now_), moved },
      );
      await ledger.directory(looked.directory);
      const after = lookedAt(all, own, looked, now_);
      all = after.all;
      forget.push(...departedFrom(visit.dir, visit.listing, after.forget));
    }
    if (seen) return forget;
    goneFrom(folder, dir);
    const { rows } = await store.filesIn(folder.folderId, dir);
    const after = lookedAt(all, attention, { waiting: new Map(), gone: rows }, now());
    all = after.all;
    return departedFrom(dir, { names: [] }, after.forget);
  };

  const lookAtFolder = async (
    folder: Folder,
    attentions: readonly Attention[],
    entered: Set<string>,
  ): Promise<void> => {
    let found = 0;
    const wrote: LedgerHands['wrote'] = (done) => {
      found += done.found;
      for (const dir of done.stale) stir(folder.folderId, dir);
    };
    const ledger = openLedger({ store, monotonic: hands.monotonic, wrote }, folder.folderId);
    const forget: Departed[] = [];
    await using examiner = openExaminer(breath);
    const moved = new Set<number>();
    for (const attention of attentions) {
      forget.push(...(await lookAtOne(folder, attention, { ledger, examiner, moved, entered })));
      // A directory may be looked at twice, and the second look must see what the first one saw.
      await ledger.flush();
    }
    if (found > 0) hands.hint('wishes');
    hands.hint('catalogue');
    if (forget.length === 0) return;
    // A disk that goes takes its directories one after the other: those whose grace is not over count as well.
    const vanished = forget.reduce((sum, { files }) => sum + files, missedIn(all, folder.folderId));
    if (folder.asks !== null || mustAsk({ vanished, known: folder.files }, rootAt(folder.path))) {
      // The scan asks the DJ, and remembers the question; until it is answered nothing more is taken out. It looks at
      // everything, so nothing else needs to be kept in mind.
      all = withoutFolder(all, folder.folderId);
      await store.askScan(folder.folderId, 'ask');
    } else {
      const departed = forget.filter(({ fileId }) => !moved.has(fileId));
      await forgetGone(store, { folder, departed, dirs: [], thereAgain: 'stays' }, () => Promise.resolve());
      hands.hint('wishes');
    }
  };

  return {
    entering: (folder, dir) => {
      roots.set(folder.folderId, folder.path);
      eyes.keepOn(join(folder.path, dir));
    },
    unfinished: (folder, dir) => {
      stir(folder.folderId, dir);
    },
    stopWatching: (folderId) => {
      const root = roots.get(folderId);
      roots.delete(folderId);
      all = withoutFolder(all, folderId);
      if (root !== undefined) eyes.takeOff(root);
      setAlarm();
    },
    lookWhereDropped: async () => {
      const places = due(all, now());
      if (places.length === 0) return;
      const folders = await store.libraryFolders();
      for (const [folderId, attentions] of Map.groupBy(places, (each) => each.folderId)) {
        const folder = folders.find((each) => each.folderId === folderId);
        const entered = new Set<string>();
        all = takenOut(all, attentions);
        try {
          if (folder) await lookAtFolder(folder, attentions, entered);
          else all = withoutFolder(all, folderId);
        } catch (error) {
          if (error instanceof FolderGone) all = withoutFolder(all, folderId);
          else {
            // What was found is perhaps not written: it is looked for again when the store can be written.
            // A directory that was new is watched by now, so nobody comes to it from above any more.
            for (const dir of entered) stir(folderId, dir);
            all = putBack(all, attentions, now());
            throw error;
          }
        } finally {
          setAlarm();
        }
      }
    },
  };
}

/** What the looks at one folder share. */
interface LookHands {
  readonly ledger: Ledger;
  readonly examiner: Examiner;
  readonly moved: Set<number>;
  /** Every directory that was read, to be looked at again where writing fails. */
  readonly entered: Set<string>;
}

/** What is at the folder's own path: a disk that was unplugged leaves its mount point, bare, or nothing at all. */
function rootAt(path: string): 'filled' | 'bare' | 'missing' {
  try {
    return readdirSync(path).length === 0 ? 'bare' : 'filled';
  } catch {
    // Whatever keeps it from being read, what was in it is not known to be gone.
    return 'missing';
  }
}

function placeOf(
  roots: ReadonlyMap<number, string>,
  path: string,
): { readonly folderId: number; readonly dir: string } | null {
  for (const [folderId, root] of roots) {
    if (path === root) return { folderId, dir: '' };
    if (path.startsWith(`${root}/`)) return { folderId, dir: path.slice(root.length + 1) };
  }
  return null;
}
