/** Taking out what is not on the disk anymore. */
import type { RowAt } from '../../library.ts';
import type { Store } from '../../store.ts';
import type { Ground } from '../ground.ts';
import { beat } from '../pulse.ts';
import { strike } from './record.ts';
import { countsOn, fileById, filesOf, knownDirectoryId } from './rows.ts';
import { settle } from './versions.ts';

export function forgetFiles(
  ground: Ground,
  folderId: number | null,
  rows: readonly RowAt[],
): Omit<Awaited<ReturnType<Store['forgetFiles']>>, 'heldMs'> {
  const counts = countsOn(ground);
  const unsettled = new Set<number>();
  let files = 0;
  for (const { fileId, dir, name } of rows) {
    const row = fileById(ground, fileId);
    if (row?.directoryId !== knownDirectoryId(ground, folderId, dir) || row.name !== name) continue;
    strike({ ground, counts, unsettled }, row);
    files += filesOf(row);
  }
  counts.write();
  const songs = [...unsettled].filter((songId) => settle(ground, songId).is === 'went').length;
  if (rows.length > 0) beat(ground, 'catalogue');
  return { files, songs };
}

export function forgetDirectories(ground: Ground, folderId: number | null, dirs: readonly string[]): void {
  for (const dir of dirs)
    ground
      .sql(
        `DELETE FROM directory WHERE coalesce(folder_id, 0) = ? AND dir = ?
           AND NOT EXISTS (SELECT 1 FROM file WHERE directory_id = directory.id)`,
      )
      .run(folderId ?? 0, dir);
}

export function forgetFolder(ground: Ground, folderId: number): 'gone' | 'not-empty' {
  const isLeft = ground.sql('SELECT 1 FROM directory WHERE coalesce(folder_id, 0) = ? LIMIT 1').get(folderId);
  if (isLeft !== undefined) return 'not-empty';
  ground.sql('DELETE FROM folder WHERE id = ?').run(folderId);
  beat(ground, 'catalogue');
  return 'gone';
}
