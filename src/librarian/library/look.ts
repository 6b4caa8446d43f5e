/** One directory looked at: what is new or changed in it is examined, the rest is left alone. */
import { join } from 'node:path';
import type { Alike, Directory, FileNews, FileRow, Folder, LibraryStore } from '../../store/library.ts';
import { examine } from '../media/examine.ts';
import type { Breath } from './breath.ts';
import { candidatesIn } from './candidates.ts';
import { compare, sameOnDisk } from './compare.ts';
import type { Candidate, Earlier } from './compare.ts';
import { signatureOf } from './directory.ts';
import type { Listing } from './directory.ts';
import { movesOf } from './moves.ts';

export interface LookHands {
  readonly store: Pick<LibraryStore, 'filesIn' | 'filesLike'>;
  readonly breath: Breath;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes what was found, a few at a time: a directory of 100,000 files is not lost when we fall in the middle of it. */
  readonly write: (news: readonly FileNews[]) => Promise<void>;
}

/** Versions that are examined before they are written. */
const AT_ONCE = 100;

export interface Looked {
  /** Versions that were known, and are now something else. */
  readonly changed: number;
  /** Rows that are now elsewhere, by id. */
  readonly moved: readonly number[];
  readonly gone: readonly FileRow[];
  /** What is not quiet yet. */
  readonly waiting: Earlier;
  readonly directory: Omit<Directory, 'files'>;
}

export interface LookedAt {
  readonly folder: Folder;
  readonly dir: string;
  readonly listing: Listing;
  /** As it was a while ago, when some file was not quiet. */
  readonly earlier: Earlier | null;
  /** Whether files may have come here from elsewhere in the library; the first scan need not ask. */
  readonly moves: 'possible' | 'impossible';
}

/** Throws what the store throws, and what is no fault of the files (no descriptor, no memory left). */
export async function lookAt(hands: LookHands, at: LookedAt): Promise<Looked> {
  const { folder, dir, listing } = at;
  const path = join(folder.path, dir);
  const known = await hands.store.filesIn(folder.folderId, dir);
  const { look, gone, waiting } = compare({
    candidates: candidatesIn(path, listing),
    rows: known.rows,
    naming: known.naming === null || known.naming === folder.naming ? 'same' : 'changed',
    nowMs: hands.now(),
    earlier: at.earlier,
  });
  const fresh =
    at.moves === 'impossible' ? [] : look.filter(({ row }) => row === null).map(({ candidate }) => candidate);
  const moves = await movesOf(hands.store, fresh);
  let news: FileNews[] = [];
  let changed = 0;
  let problems = 0;
  for (const { candidate, row } of look) {
    const was = moves.get(candidate) ?? null;
    const is = await whatIs(path, folder, candidate, was);
    if (is !== 'same-song' && 'reason' in is) problems += 1;
    if (row === null || !isSame(row, candidate, is)) {
      news.push({ ...candidate.onDisk, dir, fileId: (row ?? was)?.fileId ?? null, is });
      if (row !== null) changed += 1;
    }
    if (hands.breath.isDue()) await hands.breath.take();
    if (news.length >= AT_ONCE) {
      await hands.write(news);
      news = [];
    }
  }
  await hands.write(news);
  const moved = [...moves.values()].map(({ fileId }) => fileId);
  const left = gone.filter(({ fileId }) => !moved.includes(fileId));
  // Where anything is left to do, the next scan must look at every file again.
  const isDone = waiting.size === 0 && left.length === 0 && problems === 0;
  const directory = { dir, signature: isDone ? signatureOf(listing, folder.naming) : null };
  return { changed, moved, gone: left, waiting, directory };
}

async function whatIs(path: string, folder: Folder, candidate: Candidate, was: Alike | null): Promise<FileNews['is']> {
  if (candidate.is === 'lost') return { reason: candidate.reason };
  const { onDisk, unit, sizes } = candidate;
  if (was !== null && was.name === onDisk.name && was.format === unit.format && was.naming === folder.naming)
    return 'same-song';
  const examined = await examine(path, unit, sizes, folder.naming);
  if (!examined.ok) return { reason: examined.reason };
  const { artist, title, durationS, discId, format } = examined;
  return { song: { artist, title, durationS, discId, format } };
}

/** A problem that is the same one as before is no news. */
const isSame = (row: FileRow, { onDisk }: Candidate, is: FileNews['is']): boolean =>
  is !== 'same-song' && 'reason' in is && is.reason === row.reason && sameOnDisk(onDisk, row);
