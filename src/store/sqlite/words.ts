/** The full-text index: what goes in, and which songs hold some words. */
import type { Named, Song } from '../../party/model.ts';
import { indexWords } from '../../party/normalise.ts';
import type { Ground } from './ground.ts';

const ID_BITS = 2 ** 40;
/** Longer questions are cut: a line of 1,024 bytes could hold 500 words, and FTS5 has a limit of its own. */
export const WORDS = 24;

/** A song's rowid in `song_fts`: in rowid order the popular songs come first (migrations/002_catalogue.ts). */
export const shelfMark = (song: Pick<Song, 'id' | 'popularity'>): number => (100 - song.popularity) * ID_BITS + song.id;

export const songAt = (mark: number): number => mark % ID_BITS;

/** What a song is found by, as the index wants it. */
export interface Words {
  readonly artist: string;
  readonly title: string;
}

export const wordsOf = ({ artist, title }: Named): Words => ({
  artist: indexWords(artist).join(' '),
  title: indexWords(title).join(' '),
});

export function shelve(ground: Ground, song: Pick<Song, 'id' | 'popularity'>, { artist, title }: Words): void {
  ground.sql('INSERT INTO song_fts (rowid, artist, title) VALUES (?, ?, ?)').run(shelfMark(song), artist, title);
}

export function unshelve(ground: Ground, song: Pick<Song, 'id' | 'popularity'>): void {
  ground.sql('DELETE FROM song_fts WHERE rowid = ?').run(shelfMark(song));
}

/** What the words of a question must be in a song: `whole` words of it, or `begun` ones. */
export type Holding = 'whole' | 'begun';

/** The marks of the songs that hold all `words`, popular first; none when there are no words. */
export function marksHolding(ground: Ground, words: readonly string[], how: Holding, limit: number): readonly number[] {
  return marks(ground, termsOf(words, how).join(' AND '), limit);
}

/** The same, where the words must be in the artist's name. */
export function marksOfArtists(ground: Ground, words: readonly string[], limit: number): readonly number[] {
  const terms = termsOf(words, 'begun').join(' AND ');
  return marks(ground, terms && `artist : (${terms})`, limit);
}

function marks(ground: Ground, match: string, limit: number): readonly number[] {
  if (match === '') return [];
  return ground
    .sql<{ mark: number }>('SELECT rowid AS mark FROM song_fts WHERE song_fts MATCH ? ORDER BY rowid LIMIT ?')
    .all(match, limit)
    .map(({ mark }) => mark);
}

function termsOf(words: readonly string[], how: Holding): readonly string[] {
  const asked = words.slice(0, WORDS);
  if (how === 'whole') return asked.map(quoted);
  // Whoever types "a abba" means Abba: a beginning of another word says nothing new, and short ones are dear.
  const telling = asked.filter((word) => !asked.some((other) => other !== word && other.startsWith(word)));
  return telling.map((word) => `${quoted(word)}*`);
}

const quoted = (word: string): string => `"${word.replaceAll('"', '')}"`;
