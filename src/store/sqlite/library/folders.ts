/** The folders of the library, and how they stand. */
import type { Naming } from '../../../party/naming.ts';
import type { FolderAdded, LibraryNow } from '../../dj.ts';
import type { Folder, FolderRow, Vanished } from '../../library.ts';
import type { Ground } from '../ground.ts';
import { beat } from '../pulse.ts';

/** A row as it is stored. */
type Stored<Row extends Folder> = Omit<Row, 'asks'> & {
  readonly asksVanished: number | null;
  readonly asksKnown: number | null;
};

export function foldersOf(ground: Ground): readonly Folder[] {
  return ground
    .sql<Stored<Folder>>(
      `SELECT id AS folderId, path, naming, files, problems, asks_vanished AS asksVanished, asks_known AS asksKnown
       FROM folder ORDER BY id`,
    )
    .all()
    .map(withQuestion);
}

export function folderRows(ground: Ground): readonly FolderRow[] {
  return ground
    .sql<Stored<FolderRow>>(
      `SELECT folder.id AS folderId, path, folder.naming, folder.files, problems, added_at_ms AS addedAtMs,
         scanned_at_ms AS scannedAtMs, asks_vanished AS asksVanished, asks_known AS asksKnown,
         (SELECT count(DISTINCT song_id) FROM directory JOIN file ON directory_id = directory.id
          WHERE coalesce(folder_id, 0) = folder.id) AS songs
       FROM folder ORDER BY folder.id`,
    )
    .all()
    .map(withQuestion);
}

function withQuestion<Row extends Pick<Stored<Folder>, 'asksVanished' | 'asksKnown'>>({
  asksVanished: vanished,
  asksKnown: known,
  ...row
}: Row): Omit<Row, 'asksVanished' | 'asksKnown'> & Pick<Folder, 'asks'> {
  return { ...row, asks: vanished === null || known === null ? null : { vanished, known } };
}

/** Two folders of which one lies in the other would both own the same files. */
export function addFolder(ground: Ground, given: string, naming: Naming): FolderAdded {
  const path = given.replace(/(?<=.)\/+$/, '');
  const known = foldersOf(ground);
  const at = (id: number): FolderRow => {
    const row = folderRows(ground).find(({ folderId }) => folderId === id);
    if (!row) throw new Error(`Folder ${id} is gone in the transaction that read it`);
    return row;
  };
  const same = known.find((folder) => folder.path === path);
  if (same) return { is: renamed(ground, same, naming), folder: at(same.folderId) };
  const outer = known.find((folder) => isInside(path, folder.path));
  if (outer) return { is: 'inside', folder: at(outer.folderId) };
  const inner = known.find((folder) => isInside(folder.path, path));
  if (inner) return { is: 'around', folder: at(inner.folderId) };
  const { lastInsertRowid } = ground
    .sql('INSERT INTO folder (path, naming, added_at_ms) VALUES (?, ?, ?)')
    .run(path, naming, ground.now());
  adopt(ground, Number(lastInsertRowid), path);
  beat(ground, 'catalogue');
  return { is: 'added', folder: at(Number(lastInsertRowid)) };
}

/** Files that the DJ had brought from there before are its own from now on: found again, they are no second songs. */
function adopt(ground: Ground, folderId: number, path: string): void {
  const inside = path === '/' ? path : `${path}/`;
  ground
    .sql(
      `UPDATE directory SET folder_id = @folderId, signature = NULL,
         dir = iif(dir = @path, '', substr(dir, length(@inside) + 1))
       WHERE coalesce(folder_id, 0) = 0 AND (dir = @path OR substr(dir, 1, length(@inside)) = @inside)`,
    )
    .run({ folderId, path, inside });
  ground
    .sql(
      'UPDATE folder SET files = (SELECT coalesce(sum(files), 0) FROM directory WHERE folder_id = @id) WHERE id = @id',
    )
    .run({ id: folderId });
}

const isInside = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** Nothing else is to do: a directory whose files were examined by another naming is examined again at the next scan. */
function renamed(ground: Ground, folder: Folder, naming: Naming): 'known' | 'renamed' {
  if (folder.naming === naming) return 'known';
  ground.sql('UPDATE folder SET naming = ? WHERE id = ?').run(naming, folder.folderId);
  beat(ground, 'catalogue');
  return 'renamed';
}

export function folderScanned(ground: Ground, folderId: number, asks: Vanished | null): void {
  ground
    .sql('UPDATE folder SET scanned_at_ms = ?, asks_vanished = ?, asks_known = ? WHERE id = ?')
    .run(ground.now(), asks?.vanished ?? null, asks?.known ?? null, folderId);
  beat(ground, 'catalogue');
}

export function libraryNow(ground: Ground): LibraryNow {
  const sums = ground
    .sql<Pick<LibraryNow, 'folders' | 'files' | 'problems' | 'asking'>>(
      `SELECT count(*) AS folders, coalesce(sum(files), 0) AS files, coalesce(sum(problems), 0) AS problems,
         count(asks_vanished) AS asking FROM folder`,
    )
    .get();
  const scan = ground
    .sql<NonNullable<LibraryNow['scan']>>(
      `SELECT id AS jobId, rows_done AS done, rows_total AS total, at_folder AS folder
       FROM job WHERE state = 'running' AND kind = 'scan' ORDER BY id LIMIT 1`,
    )
    .get();
  const lastScan = ground
    .sql<{ jobId: number }>(
      `SELECT id AS jobId FROM job WHERE kind = 'scan' AND state IN ('done', 'failed') ORDER BY id DESC LIMIT 1`,
    )
    .get();
  const newest = ground
    .sql<NonNullable<LibraryNow['newest']>>(
      'SELECT id AS songId, artist, title FROM song WHERE gone = 0 ORDER BY id DESC LIMIT 1',
    )
    .get();
  return {
    ...(sums ?? { folders: 0, files: 0, problems: 0, asking: 0 }),
    scan: scan ?? null,
    lastScan: lastScan ?? null,
    newest: newest ?? null,
  };
}
