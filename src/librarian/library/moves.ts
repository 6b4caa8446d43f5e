/** Files that are new here and gone elsewhere: the row moves, and the song keeps its number, its wishes and its history. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Alike, LibraryStore } from '../../store/library.ts';
import type { Candidate } from './compare.ts';

/** For each candidate that has moved, the row that it was. Each row is given once. */
export async function movesOf(
  store: Pick<LibraryStore, 'filesLike'>,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<Candidate, Alike>> {
  const moves = new Map<Candidate, Alike>();
  if (candidates.length === 0) return moves;
  const rows = await store.filesLike(candidates.map(({ onDisk }) => onDisk));
  const alike = Map.groupBy(
    rows.filter((row) => isGone(join(row.directory, row.name))),
    keyOf,
  );
  const taken = new Set<number>();
  for (const candidate of candidates) {
    const left = (alike.get(keyOf(candidate.onDisk)) ?? []).filter(({ fileId }) => !taken.has(fileId));
    // Copies of one age and size may be several songs; only a name, or there being no other, says which one has moved.
    const row = left.find(({ name }) => name === candidate.onDisk.name) ?? (left.length === 1 ? left[0] : undefined);
    if (row === undefined) continue;
    taken.add(row.fileId);
    moves.set(candidate, row);
  }
  return moves;
}

const keyOf = ({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): string => `${size}/${mtimeMs}`;

function isGone(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    // Unreadable is not gone.
    return false;
  }
}
