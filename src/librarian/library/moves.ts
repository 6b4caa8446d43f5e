/** Files that are new here and gone elsewhere: the row moves, and the song keeps its number, its wishes and its history. */
import { join } from 'node:path';
import type { Alike, LibraryStore } from '../../store/library.ts';
import type { Candidate } from './compare.ts';
import { isGone } from './there.ts';

/**
 * For each candidate that has moved, the row that it was. `taken` are rows that were given before, and grows: several
 * directories are looked at in turns, and each row is given once.
 */
export async function movesOf(
  store: Pick<LibraryStore, 'filesLike'>,
  candidates: readonly Candidate[],
  taken: Set<number>,
): Promise<ReadonlyMap<Candidate, Alike>> {
  const moves = new Map<Candidate, Alike>();
  if (candidates.length === 0) return moves;
  const rows = await store.filesLike(candidates.map(({ onDisk }) => onDisk));
  const gone = rows.filter((row) => !taken.has(row.fileId) && isGone(join(row.directory, row.name)));
  const named = Map.groupBy(gone, (row) => `${keyOf(row)}/${row.name}`);
  const alike = Map.groupBy(gone, keyOf);
  for (const candidate of candidates) {
    const key = keyOf(candidate.onDisk);
    // Copies of one age and size may be several songs; only a name, or there being no other, says which one has moved.
    const others = alike.get(key) ?? [];
    const row = named.get(`${key}/${candidate.onDisk.name}`)?.pop() ?? (others.length === 1 ? others[0] : undefined);
    if (row === undefined || taken.has(row.fileId)) continue;
    taken.add(row.fileId);
    moves.set(candidate, row);
  }
  return moves;
}

const keyOf = ({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): string => `${size}/${mtimeMs}`;
