/** One directory looked at: what is new or changed in it is examined, the rest is left alone. */
import { join } from 'node:path';
import type { Alike, Directory, FileNews, FileRow, Folder, LibraryStore } from '../../store/library.ts';
import { candidatesIn } from './candidates.ts';
import { compare, sameOnDisk } from './compare.ts';
import type { Candidate, Earlier } from './compare.ts';
import { signatureOf } from './directory.ts';
import type { Listing } from './directory.ts';
import type { Examiner } from './examiner.ts';
import { movesOf } from './moves.ts';

export interface LookHands {
  readonly store: Pick<LibraryStore, 'filesIn' | 'filesLike'>;
  readonly examine: Examiner['examine'];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes what was found, a few at a time: a directory of 100,000 files is not lost when we fall in the middle of it. */
  readonly write: (news: readonly FileNews[]) => Promise<void>;
}

/** Versions that are examined before they are written: some 10 ms. */
const AT_ONCE = 100;

export interface Looked {
  /** Versions that were known, and are now something else. */
  readonly changed: number;
  /** Rows that came here from elsewhere. */
  readonly moved: number;
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
  /** Rows that are elsewhere now; null when none can be, because nothing was known before. Grows. */
  readonly moved: Set<number> | null;
}

/** Throws what the store throws, and what is no fault of the files (no descriptor, no memory left). */
export async function lookAt(hands: LookHands, at: LookedAt): Promise<Looked> {
  const { folder, dir, listing, moved } = at;
  const path = join(folder.path, dir);
  const known = await hands.store.filesIn(folder.folderId, dir);
  const { look, gone, waiting } = compare({
    candidates: candidatesIn(path, listing),
    rows: known.rows,
    naming: known.naming === null || known.naming === folder.naming ? 'same' : 'changed',
    nowMs: hands.now(),
    earlier: at.earlier,
  });
  const seen = { changed: 0, moved: 0, problems: 0 };
  for (let at = 0; at < look.length; at += AT_ONCE) {
    const some = look.slice(at, at + AT_ONCE);
    const fresh = some.filter(({ row }) => row === null).map(({ candidate }) => candidate);
    const moves: Moves = moved === null ? new Map() : await movesOf(hands.store, fresh, moved);
    const are = await whatAre(
      hands.examine,
      path,
      folder,
      some.map(({ candidate }) => candidate),
      moves,
    );
    const news = some.flatMap(({ candidate, row }): readonly FileNews[] => {
      const is = are.get(candidate);
      if (is === undefined) throw new Error(`Nobody said what ${join(path, candidate.onDisk.name)} is`);
      if (is !== 'same-song' && 'reason' in is) seen.problems += 1;
      if (row !== null && isSame(row, candidate, is)) return [];
      if (row !== null) seen.changed += 1;
      const was = row ?? moves.get(candidate) ?? null;
      return [{ ...candidate.onDisk, dir, fileId: was?.fileId ?? null, saw: sawOf(was), is }];
    });
    seen.moved += moves.size;
    await hands.write(news);
  }
  const left = gone.filter(({ fileId }) => !moved?.has(fileId));
  // Where anything is left to do, the next scan must look at every file again.
  const isDone = waiting.size === 0 && left.length === 0 && seen.problems === 0;
  const directory = { dir, signature: isDone ? signatureOf(listing, folder.naming) : null };
  return { changed: seen.changed, moved: seen.moved, gone: left, waiting, directory };
}

type Moves = ReadonlyMap<Candidate, Alike>;

const sawOf = (was: FileRow | Alike | null): NonNullable<FileNews['saw']> => {
  if (was === null) return 'none';
  const from = 'directory' in was ? { directory: was.directory, name: was.name } : null;
  return { size: was.size, mtimeMs: was.mtimeMs, from };
};

/** What has only moved is not opened. */
async function whatAre(
  examine: Examiner['examine'],
  path: string,
  { naming }: Folder,
  candidates: readonly Candidate[],
  moves: Moves,
): Promise<ReadonlyMap<Candidate, FileNews['is']>> {
  const are = new Map<Candidate, FileNews['is']>();
  const units: Extract<Candidate, { readonly is: 'unit' }>[] = [];
  for (const candidate of candidates) {
    const was = moves.get(candidate);
    if (candidate.is === 'lost') are.set(candidate, { reason: candidate.reason });
    else if (was?.name === candidate.onDisk.name && was.format === candidate.unit.format && was.naming === naming)
      are.set(candidate, 'same-song');
    else units.push(candidate);
  }
  if (units.length === 0) return are;
  const found = await examine({ path, naming, units: units.map(({ unit, sizes }) => ({ unit, sizes })) });
  units.forEach((candidate, at) => {
    const is = found[at];
    if (is) are.set(candidate, is);
  });
  return are;
}

/** A problem that is the same one as before is no news. */
const isSame = (row: FileRow, { onDisk }: Candidate, is: FileNews['is']): boolean =>
  is !== 'same-song' && 'reason' in is && is.reason === row.reason && sameOnDisk(onDisk, row);
