/** Rows of which a look found no song any more, and whether that still holds when they are to be forgotten. */
import { join } from 'node:path';
import type { FileRow, RowAt } from '../../store/library.ts';
import type { Listing } from './directory.ts';
import { isGone } from './there.ts';

export interface Departed extends RowAt {
  /** Files on the disk that it was. */
  readonly files: number;
  /** 'replaced': its file is there, as a part of another song; or it stood for the directory, which can be read. */
  readonly is: 'gone' | 'replaced';
}

/** `names` are those that the look saw. */
export function departedFrom(
  dir: string,
  { names }: Pick<Listing, 'names'>,
  rows: readonly FileRow[],
): readonly Departed[] {
  return rows.map(({ fileId, name, others }) => ({
    fileId,
    dir,
    name,
    files: name === '' ? 0 : 1 + others.length,
    is: name === '' || names.includes(name) ? 'replaced' : 'gone',
  }));
}

/** A file that is back meanwhile stays: whoever has seen it come back has no reason to look again. `root` is the folder's path. */
export const stillDeparted = (root: string, { dir, name, is }: Departed): boolean =>
  is === 'replaced' || isGone(join(root, dir, name));
