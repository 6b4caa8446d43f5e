/**
 * The evaluation catalogue among as many other songs as wanted: their names are made of the words of real songs, as often as
 * those have them, and of made-up words, so that the vocabulary grows with the catalogue as a real one does (75,000 words
 * in 400,000 songs). The same number, the same songs.
 */
import type { CatalogueRow } from '../src/store/librarian.ts';
import { evaluationCatalogue } from '../test/search/catalogue.ts';

const SYLLABLES = (
  'ba be bi bo bu ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ' +
  'ta te ti to tu va ve vi vo vu an en in on ar er ir or al el il ol st ch sh nd ng ld gr br tr fl dr pl'
).split(' ');
const MADE_UP = { share: 0.15, words: 200_000 } as const;
const SONGS_OF_AN_ARTIST = 12;
const BATCH = 1_000;

/** The mulberry32 generator (T. Ettinger): 0 to 1, the same numbers every time. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Two to four syllables for each number. */
function madeUpWord(number: number): string {
  let left = Math.imul(number + 1, 2_654_435_761) >>> 0;
  let word = '';
  for (let syllables = 2 + (left % 3); syllables > 0; syllables -= 1) {
    word += SYLLABLES[left % SYLLABLES.length] ?? '';
    left = Math.floor(left / SYLLABLES.length) + (Math.imul(left, 40_503) >>> 8);
  }
  return word;
}

/** In batches of up to a thousand; at least the evaluation's own songs. */
export async function* mixedCatalogue(songs: number): AsyncGenerator<readonly CatalogueRow[]> {
  const real: CatalogueRow[] = [];
  for await (const rows of evaluationCatalogue()) {
    real.push(...rows);
    yield rows;
  }
  const chance = chances(7);
  const pick = (words: readonly string[]): string => words[Math.floor(chance() * words.length)] ?? '';
  const name = (words: readonly string[], most: number): string =>
    Array.from({ length: 1 + Math.floor(chance() * most) }, () =>
      chance() < MADE_UP.share ? madeUpWord(Math.floor(chance() ** 2 * MADE_UP.words)) : pick(words),
    ).join(' ');
  const [ofArtists, ofTitles] = [real.flatMap(wordsOf('artist')), real.flatMap(wordsOf('title'))];
  const artists = Array.from({ length: Math.ceil(songs / SONGS_OF_AN_ARTIST) }, () => name(ofArtists, 2.6));
  let batch: CatalogueRow[] = [];
  for (let made = real.length; made < songs; made += 1) {
    batch.push({
      artist: artists[Math.floor(chance() ** 1.5 * artists.length)] ?? '',
      title: name(ofTitles, 4),
      durationS: 150 + Math.floor(chance() * 200),
      popularity: Math.floor(chance() ** 3 * 100),
      discId: null,
      file: null,
    });
    if (batch.length < BATCH && made + 1 < songs) continue;
    yield batch;
    batch = [];
  }
}

const wordsOf =
  (part: 'artist' | 'title') =>
  (row: CatalogueRow): readonly string[] =>
    row[part].split(/[\s,"()]+/u).filter((word) => word !== '');
