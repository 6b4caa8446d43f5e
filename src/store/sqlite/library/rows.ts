/** Rows of `directory` and `file`, and the counts that follow them. */
import type { Format } from '../../../party/versions.ts';
import type { OnDisk } from '../../library.ts';
import type { Ground } from '../ground.ts';

/** A row of `file` as it must be known before it changes. */
export interface Kept {
  readonly fileId: number;
  readonly directoryId: number;
  readonly name: string;
  readonly others: string;
  readonly songId: number | null;
  readonly reason: string | null;
}

const KEPT = 'SELECT id AS fileId, directory_id AS directoryId, name, others, song_id AS songId, reason FROM file';

export const fileById = (ground: Ground, fileId: number): Kept | undefined =>
  ground.sql<Kept>(`${KEPT} WHERE id = ?`).get(fileId);

export const fileNamed = (ground: Ground, directoryId: number, name: string): Kept | undefined =>
  ground.sql<Kept>(`${KEPT} WHERE directory_id = ? AND name = ?`).get(directoryId, name);

/** What `others` holds; a slash can be in no name. */
export const joined = (names: readonly string[]): string => names.join('/');
const parted = (others: string): readonly string[] => (others === '' ? [] : others.split('/'));

/** How many files on the disk a row is; a directory itself is none. */
export const filesOf = ({ name, others }: Pick<Kept, 'name' | 'others'>): number =>
  name === '' ? 0 : 1 + parted(others).length;

/** Changes of the counts, gathered and written once. */
export interface Counts {
  add(row: Pick<Kept, 'directoryId' | 'name' | 'others' | 'reason'>): void;
  take(row: Pick<Kept, 'directoryId' | 'name' | 'others' | 'reason'>): void;
  write(): void;
}

export function countsOn(ground: Ground): Counts {
  const changes = new Map<number, { files: number; problems: number }>();
  const count = (row: Pick<Kept, 'directoryId' | 'name' | 'others' | 'reason'>, times: 1 | -1): void => {
    const change = changes.get(row.directoryId) ?? { files: 0, problems: 0 };
    change.files += times * filesOf(row);
    change.problems += times * (row.reason === null ? 0 : 1);
    changes.set(row.directoryId, change);
  };
  return {
    add: (row) => {
      count(row, 1);
    },
    take: (row) => {
      count(row, -1);
    },
    write: () => {
      for (const [directoryId, { files, problems }] of changes) {
        ground.sql('UPDATE directory SET files = files + ? WHERE id = ?').run(files, directoryId);
        ground
          .sql(
            `UPDATE folder SET files = files + ?, problems = problems + ?
             WHERE id = (SELECT folder_id FROM directory WHERE id = ?)`,
          )
          .run(files, problems, directoryId);
      }
    },
  };
}

/** null for a directory that is not known. */
export function knownDirectoryId(ground: Ground, folderId: number | null, dir: string): number | null {
  return (
    ground
      .sql<{ id: number }>('SELECT id FROM directory WHERE coalesce(folder_id, 0) = ? AND dir = ?')
      .get(folderId ?? 0, dir)?.id ?? null
  );
}

/** The id of a directory, which is made when it is not known. */
export function directoryId(
  ground: Ground,
  folderId: number | null,
  dir: string,
): { readonly id: number; readonly is: 'known' | 'added' } {
  const known = knownDirectoryId(ground, folderId, dir);
  if (known !== null) return { id: known, is: 'known' };
  const { lastInsertRowid } = ground.sql('INSERT INTO directory (folder_id, dir) VALUES (?, ?)').run(folderId, dir);
  return { id: Number(lastInsertRowid), is: 'added' };
}

/** A version of a song with its path in pieces, as a query joins them. */
export interface Placed {
  readonly folder: string | null;
  readonly dir: string;
  readonly name: string;
}

/** Absolute. */
export const pathOf = ({ folder, dir, name }: Placed): string =>
  [folder?.replace(/\/$/, ''), dir, name].filter((piece) => piece !== undefined && piece !== '').join('/') || '/';

/** What a version is made of, as a row has it. */
export interface FileColumns {
  readonly fileId: number;
  readonly name: string;
  readonly others: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly format: Format | null;
  readonly reason: string | null;
}

export const onDisk = ({ name, others, size, mtimeMs }: FileColumns): OnDisk => ({
  name,
  others: parted(others),
  size,
  mtimeMs,
});
