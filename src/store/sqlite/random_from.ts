/** Random songs of one folder of the library (player.randomFrom). */
import type { RandomFrom } from '../dj.ts';
import type { Ground } from './ground.ts';
import { foldersOf } from './library/folders.ts';

/** A folder of the library (0: files from outside all folders) and where in it; '' is all of it. */
interface Place {
  readonly folderId: number;
  readonly dir: string;
}

/**
 * A throw is a few looks at an index, so two hundred are cheaper than knowing every file. They miss a folder that holds a
 * fiftieth of the files once in fifty times; a smaller one is walked through, which with so many songs takes some 15 ms.
 */
const THROWS = 200;
/** As many unplayed songs of a small folder are enough to choose from. */
const WALKED = 4_000;

/** A song from there that was not played at that party; null: none. Any version of it that lies there counts. */
export function unplayedFrom(ground: Ground, path: string, partyId: number): number | null {
  // Nothing can be hit where nothing is: each throw would be for nothing, under the write lock.
  const places = placesOf(ground, path).filter((place) => songsOf(ground, place, partyId, 1).length > 0);
  if (places.length === 0) return null;
  return thrown(ground, places, partyId) ?? walked(ground, places, partyId);
}

/** A song from there, played or not, but not the one that has just ended unless it is the only one. */
export function anyFrom(ground: Ground, path: string, lastPlayed: number | null): number | null {
  const songs = placesOf(ground, path).flatMap((place) => songsOf(ground, place, 0, WALKED));
  const others = songs.filter((id) => id !== lastPlayed);
  return pick(ground, others.length > 0 ? others : songs);
}

/** What random songs come from, for the DJ. */
export function randomFrom(ground: Ground): RandomFrom {
  const { randomFrom: path } = ground.limits();
  if (path === '') return { folder: null, has: 'any' };
  const some = placesOf(ground, path).some((place) => songsOf(ground, place, 0, 1).length > 0);
  return { folder: path, has: some ? 'songs' : 'nothing' };
}

/** The part of each folder that lies there; a path may also hold whole folders. */
function placesOf(ground: Ground, path: string): readonly Place[] {
  const inside = foldersOf(ground).flatMap(({ folderId, path: folder }): readonly Place[] => {
    if (folder === path || isInside(folder, path)) return [{ folderId, dir: '' }];
    return isInside(path, folder) ? [{ folderId, dir: path.slice(withSlash(folder).length) }] : [];
  });
  // Files from outside the library have their directory's whole path.
  return [...inside, { folderId: 0, dir: path.replace(/^\/$/, '') }];
}

const withSlash = (folder: string): string => (folder.endsWith('/') ? folder : `${folder}/`);
const isInside = (path: string, folder: string): boolean => path.startsWith(withSlash(folder));

function thrown(ground: Ground, places: readonly Place[], partyId: number): number | null {
  const last = ground.sql<{ id: number | null }>('SELECT max(id) AS id FROM file').get()?.id ?? null;
  if (last === null) return null;
  for (let times = 0; times < THROWS; times += 1) {
    const hit = ground
      .sql<Place & { readonly songId: number }>(
        `SELECT song.id AS songId, coalesce(folder_id, 0) AS folderId, dir
         FROM file JOIN directory ON directory.id = directory_id JOIN song ON song.id = song_id
         WHERE file.id = ? AND gone = 0 AND hidden = 0
           AND NOT EXISTS (SELECT 1 FROM play WHERE party_id = ? AND song_id = song.id)`,
      )
      .get(1 + ground.chance(last), partyId);
    if (hit && places.some((place) => isAt(hit, place))) return hit.songId;
  }
  return null;
}

const isAt = ({ folderId, dir }: Place, place: Place): boolean =>
  folderId === place.folderId && (place.dir === '' || dir === place.dir || dir.startsWith(`${place.dir}/`));

const walked = (ground: Ground, places: readonly Place[], partyId: number): number | null =>
  pick(
    ground,
    places.flatMap((place) => songsOf(ground, place, partyId, WALKED)),
  );

const pick = (ground: Ground, ids: readonly number[]): number | null =>
  ids.length === 0 ? null : (ids[ground.chance(ids.length)] ?? null);

/** Songs there that can be played and were not at that party (0: at none), the first so many directory by directory. */
function songsOf(ground: Ground, { folderId, dir }: Place, partyId: number, limit: number): readonly number[] {
  const songs = (where: 'all' | 'at' | 'below'): readonly number[] =>
    ground
      .sql<{ id: number }>(
        `SELECT DISTINCT song.id FROM directory JOIN file ON directory_id = directory.id JOIN song ON song.id = song_id
         WHERE coalesce(folder_id, 0) = @folderId ${WHERE[where]} AND gone = 0 AND hidden = 0
           AND NOT EXISTS (SELECT 1 FROM play WHERE party_id = @partyId AND song_id = song.id) LIMIT @limit`,
      )
      // What is below a directory lies between its name with a slash and that with the next character.
      .all({
        folderId,
        partyId,
        limit,
        ...(where === 'all' ? {} : where === 'at' ? { dir } : { from: `${dir}/`, to: `${dir}0` }),
      })
      .map(({ id }) => id);
  return dir === '' ? songs('all') : [...songs('at'), ...songs('below')];
}

/** One constant text for each, because a statement is kept by its text. */
const WHERE = { all: '', at: 'AND dir = @dir', below: 'AND dir >= @from AND dir < @to' } as const;
