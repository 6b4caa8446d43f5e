/** Songs by what is known of them: id, keys, place in the catalogue. */
import type { Page, PageWanted, Song } from '../../party/model.ts';
import type { Ground } from './ground.ts';
import { COUNT_LIMIT, pageOf, window } from './pages.ts';

export function songById(ground: Ground, id: number): Song | null {
  const song = ground
    .sql<Song>('SELECT id, artist, title, duration_s AS durationS, popularity FROM song WHERE id = ?')
    .get(id);
  return song ?? null;
}

/** In the order of `ids`; unknown ones are left out. */
export function songsByIds(ground: Ground, ids: readonly number[]): readonly Song[] {
  return ids.map((id) => songById(ground, id)).filter((song) => song !== null);
}

/** The popular ones first. */
export function songsOfTitle(ground: Ground, titleKey: string, limit: number): readonly Song[] {
  return ground
    .sql<Song>(
      `SELECT id, artist, title, duration_s AS durationS, popularity FROM song
       WHERE title_key = ? ORDER BY popularity DESC LIMIT ?`,
    )
    .all(titleKey, limit);
}

/** Any of them, when there are more than `limit`: only "Traditional" and "Unknown" have so many. */
export function songsOfArtist(ground: Ground, artistKey: string, limit: number): readonly Song[] {
  return ground
    .sql<Song>(`SELECT id, artist, title, duration_s AS durationS, popularity FROM song WHERE artist_key = ? LIMIT ?`)
    .all(artistKey, limit);
}

export function songOfKeys(ground: Ground, artistKey: string, titleKey: string): Song | null {
  const song = ground
    .sql<Song>(
      `SELECT id, artist, title, duration_s AS durationS, popularity FROM song WHERE artist_key = ? AND title_key = ?`,
    )
    .get(artistKey, titleKey);
  return song ?? null;
}

/** The catalogue in its order. The index alone is walked to the page; only the page's rows are read. */
export function pageOfCatalogue(ground: Ground, wanted: PageWanted): Page<Song> {
  const rows = ground
    .sql<Song>(
      `SELECT id, artist, title, duration_s AS durationS, popularity FROM song
       WHERE id IN (SELECT id FROM song ORDER BY artist_key, title_key LIMIT ? OFFSET ?)
       ORDER BY artist_key, title_key`,
    )
    .all(...window(wanted));
  return pageOf(rows, countOfCatalogue(ground, COUNT_LIMIT), wanted);
}

/** How many songs there are, counted up to `limit`. */
export function countOfCatalogue(ground: Ground, limit: number): number {
  const row = ground.sql<{ songs: number }>('SELECT count(*) AS songs FROM (SELECT 1 FROM song LIMIT ?)').get(limit);
  return row?.songs ?? 0;
}
