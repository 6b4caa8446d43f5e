/** SEARCH and SONGS: rows from the index, ranked without reading a song that is not shown. */
import type { Page, PageWanted, Song } from '../../party/model.ts';
import { artistKey, searchWords, titleKey } from '../../party/normalise.ts';
import type { Store } from '../store.ts';
import type { Ground } from './ground.ts';
import { marksNamed, marksOf, marksTitled } from './named.ts';
import { COUNT_LIMIT, pageOf, window } from './pages.ts';
import { pageOfCatalogue, songsByIds, songsOfArtist } from './songs.ts';
import type { Transactions } from './transact.ts';
import { begun, marksHolding, marksOfArtists, songAt, whole } from './words.ts';

export function searchMethods(ground: Ground, { read }: Transactions): Pick<Store, 'search' | 'songs'> {
  return {
    search: (words, wanted) => read(() => search(ground, words, wanted)),
    songs: (artist, wanted) =>
      read(() => (artist === null ? pageOfCatalogue(ground, wanted) : songsByArtist(ground, artist, wanted))),
  };
}

/**
 * Best first: the song whose artist and title were typed, then exactly this title or artist, then songs that hold the
 * words whole, then those with words that begin so; the popular ones first within each.
 */
function search(ground: Ground, text: string, wanted: PageWanted): Page<Song> {
  const words = searchWords(text);
  const exact = [
    ...marksTitled(ground, titleKey(text), COUNT_LIMIT),
    ...marksOf(songsOfArtist(ground, artistKey(text), COUNT_LIMIT)),
  ].sort((a, b) => a - b);
  const held = marksHolding(ground, whole(words), COUNT_LIMIT);
  // Beginnings are dearer to find, and nobody would get to see them.
  const opened = held.length < COUNT_LIMIT ? marksHolding(ground, begun(words), COUNT_LIMIT) : [];
  const best = [...new Set([...marksNamed(ground, text), ...exact, ...held, ...opened])];
  return pageOf(songsByIds(ground, pageOfMarks(best, wanted)), best.length, wanted);
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
