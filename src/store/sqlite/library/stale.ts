/** News that is older than what is known: a scan looks, and writes what it saw a while later. */
import type { FileNews } from '../../library.ts';
import type { Ground } from '../ground.ts';
import { fileById, fileNamed, pathOf } from './rows.ts';
import type { Placed } from './rows.ts';

/** `at` is the directory of `news`. True too where it says 'same-song' of a row that is not there any more. */
export function isStale(ground: Ground, at: number, news: FileNews): boolean {
  const { saw } = news;
  if (saw === undefined) return news.is === 'same-song' && songOf(ground, at, news) === null;
  const there = fileNamed(ground, at, news.name);
  if (saw === 'none') return there !== undefined;
  const row = news.fileId === null ? undefined : placed(ground, news.fileId);
  if (row?.size !== saw.size || row.mtimeMs !== saw.mtimeMs) return true;
  if (saw.from === null) return there?.fileId !== news.fileId;
  return there !== undefined || pathOf(row) !== pathOf({ folder: null, dir: saw.from.directory, name: saw.from.name });
}

const songOf = (ground: Ground, at: number, { fileId, name }: FileNews): number | null =>
  ((fileId === null ? undefined : fileById(ground, fileId)) ?? fileNamed(ground, at, name))?.songId ?? null;

interface Marked extends Placed {
  readonly size: number;
  readonly mtimeMs: number;
}

const placed = (ground: Ground, fileId: number): Marked | undefined =>
  ground
    .sql<Marked>(
      `SELECT size, mtime_ms AS mtimeMs, folder.path AS folder, dir, name
       FROM file JOIN directory ON directory.id = directory_id LEFT JOIN folder ON folder.id = folder_id WHERE file.id = ?`,
    )
    .get(fileId);
