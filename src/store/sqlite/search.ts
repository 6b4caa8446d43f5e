/** SEARCH and SONGS: rows from the index, ranked without reading a song that is not shown. */
import type { Page, PageWanted, Song } from '../../party/model.ts';
import { artistKey, searchWords } from '../../party/normalise.ts';
import type { Store } from '../store.ts';
import { findMarks } from './find.ts';
import type { Ground } from './ground.ts';
import { marksOf } from './named.ts';
import { COUNT_LIMIT, pageOf, window } from './pages.ts';
import { pageOfCatalogue, songsByIds, songsOfArtist } from './songs.ts';
import type { Transactions } from './transact.ts';
import { marksOfArtists, songAt } from './words.ts';

export function searchMethods(ground: Ground, { read }: Transactions): Pick<Store, 'search' | 'songs'> {
  return {
    search: (words, wanted) =>
      read(() => {
        const best = findMarks(ground, words, COUNT_LIMIT);
        return pageOf(songsByIds(ground, pageOfMarks(best, wanted)), best.length, wanted);
      }),
    songs: (artist, wanted) =>
      read(() => (artist === null ? pageOfCatalogue(ground, wanted) : songsByArtist(ground, artist, wanted))),
  };
}

/** The catalogue of the artists with words that begin so; of very many songs, the 1,000 most popular. */
function songsByArtist(ground: Ground, artist: string, wanted: PageWanted): Page<Song> {
  const words = searchWords(artist);
  const marks =
    words.length > 0
      ? marksOfArtists(ground, words, COUNT_LIMIT)
      : marksOf(songsOfArtist(ground, artistKey(artist), COUNT_LIMIT));
  const inOrder = ground
    .sql<{ id: number }>(
      'SELECT song.id FROM json_each(?) JOIN song ON song.id = json_each.value ORDER BY artist_key, title_key',
    )
    .all(JSON.stringify(marks.map(songAt)));
  const [limit, offset] = window(wanted);
  const ids = inOrder.slice(offset, offset + limit).map(({ id }) => id);
  return pageOf(songsByIds(ground, ids), marks.length, wanted);
}

function pageOfMarks(marks: readonly number[], wanted: PageWanted): readonly number[] {
  const [limit, offset] = window(wanted);
  return marks.slice(offset, offset + limit).map(songAt);
}
