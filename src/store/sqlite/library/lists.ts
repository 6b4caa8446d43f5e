/** What is known of directories and files, for the scan to compare with and for the DJ to read. */
import type { Page, PageWanted } from '../../../party/model.ts';
import type { Naming } from '../../../party/naming.ts';
import type { Alike, Directory, FileProblem, FileRow, OnDisk } from '../../library.ts';
import type { Ground } from '../ground.ts';
import { COUNT_LIMIT, pageOf, window } from '../pages.ts';
import { onDisk, pathOf } from './rows.ts';
import type { FileColumns, Placed } from './rows.ts';

export function directoriesOf(
  ground: Ground,
  folderId: number | null,
  after: string | null,
  limit: number,
): readonly Directory[] {
  const bounds = after === null ? '' : 'AND dir > @after';
  return ground
    .sql<Directory>(
      `SELECT dir, signature, files FROM directory WHERE coalesce(folder_id, 0) = @folder ${bounds} ORDER BY dir LIMIT @limit`,
    )
    .all(after === null ? { folder: folderId ?? 0, limit } : { folder: folderId ?? 0, limit, after });
}

export function filesIn(
  ground: Ground,
  folderId: number | null,
  dir: string,
): { readonly naming: Naming | null; readonly rows: readonly FileRow[] } {
  const directory = ground
    .sql<{ id: number; naming: Naming | null }>(
      'SELECT id, naming FROM directory WHERE coalesce(folder_id, 0) = ? AND dir = ?',
    )
    .get(folderId ?? 0, dir);
  if (!directory) return { naming: null, rows: [] };
  const rows = ground
    .sql<FileColumns>(
      `SELECT id AS fileId, name, others, size, mtime_ms AS mtimeMs, format, reason FROM file WHERE directory_id = ?`,
    )
    .all(directory.id)
    .map(rowOf);
  return { naming: directory.naming, rows };
}

const rowOf = (columns: FileColumns): FileRow => ({
  ...onDisk(columns),
  fileId: columns.fileId,
  format: columns.format,
  reason: columns.reason,
});

/** Rows of one size and time that are looked through; whole discs are unpacked in one second, and say nothing by it. */
const FEW = 8;

/** Only songs: a problem that has moved is examined where it is now. */
export function filesLike(
  ground: Ground,
  files: readonly Pick<OnDisk, 'name' | 'size' | 'mtimeMs'>[],
): readonly Alike[] {
  const alike = new Map<number, Alike>();
  for (const { name, size, mtimeMs } of files) {
    const any = ground.sql<AlikeColumns>(`${ALIKE} LIMIT ?`).all(mtimeMs, size, FEW + 1);
    const some =
      any.length <= FEW ? any : ground.sql<AlikeColumns>(`${ALIKE} AND name = ? LIMIT ?`).all(mtimeMs, size, name, FEW);
    for (const columns of some) alike.set(columns.fileId, alikeOf(columns));
  }
  return [...alike.values()];
}

type AlikeColumns = FileColumns & Placed & { readonly naming: Naming | null };

const ALIKE = `
  SELECT file.id AS fileId, name, others, size, mtime_ms AS mtimeMs, format, reason, folder.path AS folder, dir, directory.naming
  FROM file JOIN directory ON directory.id = directory_id LEFT JOIN folder ON folder.id = folder_id
  WHERE reason IS NULL AND mtime_ms = ? AND size = ?`;

const alikeOf = (columns: AlikeColumns): Alike => ({
  ...rowOf(columns),
  naming: columns.naming,
  directory: pathOf({ folder: columns.folder, dir: columns.dir, name: '' }),
});

/** By path; a directory that could not be read stands among them. */
export function problemsOf(ground: Ground, wanted: PageWanted): Page<FileProblem> {
  const rows = ground
    .sql<Placed & Omit<FileProblem, 'path'>>(
      `SELECT folder.path AS folder, dir, name, reason, since_ms AS sinceMs
       FROM file JOIN directory ON directory.id = directory_id LEFT JOIN folder ON folder.id = folder_id
       WHERE reason IS NOT NULL ORDER BY folder, dir, name LIMIT ? OFFSET ?`,
    )
    .all(...window(wanted))
    .map(({ folder, dir, name, reason, sinceMs }) => ({ path: pathOf({ folder, dir, name }), reason, sinceMs }));
  const counted = ground
    .sql<{ problems: number }>('SELECT count(*) AS problems FROM (SELECT 1 FROM file WHERE reason IS NOT NULL LIMIT ?)')
    .get(COUNT_LIMIT);
  return pageOf(rows, counted?.problems ?? 0, wanted);
}
