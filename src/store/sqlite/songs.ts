/** Songs by what is known of them: id, keys, place in the catalogue. */
import type { Page, PageWanted, Song } from '../../party/model.ts';
import type { Ground } from './ground.ts';
import { COUNT_LIMIT, pageOf, window } from './pages.ts';

/** Also one that is gone: what stands in the line or was sung must have its name. */
export function songById(ground: Ground, id: number): Song | null {
  const song = ground
    .sql<Song>('SELECT id, artist, title, duration_s AS durationS, popularity FROM song WHERE id = ?')
    .get(id);
  return song ?? null;
}

/** null for one that is gone or hidden: what is not in the catalogue now can be neither asked for nor found. */
export function songHere(ground: Ground, id: number): Song | null {
  const song = ground
    .sql<Song>(
      'SELECT id, artist, title, duration_s AS durationS, popularity FROM song WHERE id = ? AND gone = 0 AND hidden = 0',
    )
    .get(id);
  return song ?? null;
}

/** In the order of `ids`; those that are not here are left out. */
export function songsByIds(ground: Ground, ids: readonly number[]): readonly Song[] {
  return ids.map((id) => songHere(ground, id)).filter((song) => song !== null);
}

/** The id of the song that came last; 0 when none ever did. */
export const newestSong = (ground: Ground): number =>
  ground.sql<{ id: number | null }>('SELECT max(id) AS id FROM song').get()?.id ?? 0;

/** Any of them, when there are more than `limit`: only "Traditional" and "Unknown" have so many. */
export function songsOfArtist(ground: Ground, artistKey: string, limit: number): readonly Song[] {
  return ground
    .sql<Song>(
      `SELECT id, artist, title, duration_s AS durationS, popularity FROM song
       WHERE artist_key = ? AND gone = 0 AND hidden = 0 LIMIT ?`,
    )
    .all(artistKey, limit);
}

export function songOfKeys(ground: Ground, artistKey: string, titleKey: string): Song | null {
  const song = ground
    .sql<Song>(
      `SELECT id, artist, title, duration_s AS durationS, popularity FROM song
       WHERE artist_key = ? AND title_key = ? AND gone = 0 AND hidden = 0`,
    )
    .get(artistKey, titleKey);
  return song ?? null;
}

/**
 * The catalogue in its order. The index alone is walked to the page; only the page's rows are read. Those that are gone
 * or hidden are few and have indexes of their own, so asking it costs less than reading the rows that are skipped.
 */
export function pageOfCatalogue(ground: Ground, wanted: PageWanted): Page<Song> {
  const rows = ground
    .sql<Song>(
      `SELECT id, artist, title, duration_s AS durationS, popularity FROM song
       WHERE id IN (SELECT id FROM song WHERE id NOT IN (SELECT id FROM song WHERE gone = 1 UNION ALL SELECT id FROM song WHERE hidden = 1)
         ORDER BY artist_key, title_key LIMIT ? OFFSET ?)
       ORDER BY artist_key, title_key`,
    )
    .all(...window(wanted));
  return pageOf(rows, countOfCatalogue(ground, COUNT_LIMIT), wanted);
}

/** How many songs there are, counted up to `limit`. All are counted, less those that nobody sees: asking for each whether it is one took three times as long. */
export function countOfCatalogue(ground: Ground, limit: number): number {
  const unseen =
    ground
      .sql<{ songs: number }>(
        `SELECT count(*) AS songs FROM (SELECT id FROM song WHERE gone = 1 UNION SELECT id FROM song WHERE hidden = 1)`,
      )
      .get()?.songs ?? 0;
  const all = ground
    .sql<{ songs: number }>('SELECT count(*) AS songs FROM (SELECT 1 FROM song LIMIT ?)')
    .get(Math.min(limit + unseen, Number.MAX_SAFE_INTEGER));
  return (all?.songs ?? 0) - unseen;
}
