/** The full-text index: what goes in, and which songs hold some words. */
import type { Indexed } from '../../party/indexed.ts';
import type { Song } from '../../party/model.ts';
import type { Ground } from './ground.ts';

const ID_BITS = 2 ** 40;
/** Longer questions are cut: a line of 1,024 bytes could hold 500 words, and FTS5 has a limit of its own. */
export const WORDS = 24;
/** A song's rowid in `song_fts`: in rowid order the popular songs come first (migrations/002_catalogue.ts). */
export const shelfMark = (song: Pick<Song, 'id' | 'popularity'>): number => (100 - song.popularity) * ID_BITS + song.id;

export const songAt = (mark: number): number => mark % ID_BITS;

/** One song for the index. */
export interface Shelved extends Pick<Indexed, 'artistWords' | 'titleWords' | 'titleKey'> {
  readonly mark: number;
}

/** In the order of their marks: FTS5 writes a segment of its own for every row that comes before its predecessor. */
export function shelve(ground: Ground, songs: readonly Shelved[]): void {
  const insert = ground.sql('INSERT INTO song_fts (rowid, artist, title) VALUES (?, ?, ?)');
  for (const { mark, artistWords, titleWords, titleKey } of [...songs].sort((a, b) => a.mark - b.mark))
    insert.run(mark, artistWords, `${titleWords} ${asTitle(titleKey)}`);
}

export function unshelve(ground: Ground, song: Pick<Song, 'id' | 'popularity'>): void {
  ground.sql('DELETE FROM song_fts WHERE rowid = ?').run(shelfMark(song));
}

/** In front of a whole title: in this index the songs of one title cost an import a third of what a B-tree of titles did. */
const TITLE = '¶';
/** To the tokenizer these would end the word: a title may be "???". */
const NO_LETTER = /[^a-z0-9\u{80}-\u{10FFFF}]/gu;

const asTitle = (titleKey: string): string =>
  TITLE + titleKey.replace(NO_LETTER, (sign) => `${TITLE}${sign.codePointAt(0)?.toString(16) ?? ''}`);

/** The marks of the songs with this title, popular first. */
export const marksTitled = (ground: Ground, titleKey: string, limit: number): readonly number[] =>
  marks(ground, inQuotes({ word: asTitle(titleKey), as: 'whole' }), limit);

/** A word that a song must have: whole, or one that begins so. */
export interface Term {
  readonly word: string;
  readonly as: 'whole' | 'begun';
}

/** The marks of the songs that hold one of the terms of each group, popular first; none when there are no groups. */
export function marksHolding(ground: Ground, groups: readonly (readonly Term[])[], limit: number): readonly number[] {
  return marks(ground, groups.slice(0, WORDS).map(oneOf).join(' AND '), limit);
}

/** The marks of the songs whose artist's name holds words that begin so. */
export function marksOfArtists(ground: Ground, words: readonly string[], limit: number): readonly number[] {
  const groups = begun(words).slice(0, WORDS).map(oneOf).join(' AND ');
  return marks(ground, groups && `artist : (${groups})`, limit);
}

/**
 * Songs from which on a word is common: so many are ranked at most, and it is not asked for as a beginning (whose songs the
 * index has to merge) or as a typing error, because the word itself says all that can be shown.
 */
const COMMON = 1_000;

export const isCommon = (ground: Ground, word: string): boolean =>
  marks(ground, inQuotes({ word, as: 'whole' }), COMMON).length === COMMON;

/** Each word as the beginning of one. Whoever types "a abba" means Abba: the beginning of another word says nothing new, and short ones are dear. */
export const begun = (words: readonly string[]): readonly (readonly Term[])[] =>
  words
    .filter((word) => !words.some((other) => other !== word && other.startsWith(word)))
    .map((word) => [{ word, as: 'begun' }]);

export const whole = (words: readonly string[]): readonly (readonly Term[])[] =>
  words.map((word) => [{ word, as: 'whole' }]);

/** Whether any song has this word. */
export function isWord(ground: Ground, word: string): boolean {
  return marks(ground, inQuotes({ word, as: 'whole' }), 1).length > 0;
}

function marks(ground: Ground, match: string, limit: number): readonly number[] {
  if (match === '') return [];
  return ground
    .sql<{ mark: number }>('SELECT rowid AS mark FROM song_fts WHERE song_fts MATCH ? ORDER BY rowid LIMIT ?')
    .all(match, limit)
    .map(({ mark }) => mark);
}

const oneOf = (terms: readonly Term[]): string =>
  terms.length === 1 ? terms.map(inQuotes).join() : `(${terms.map(inQuotes).join(' OR ')})`;

const inQuotes = ({ word, as }: Term): string => `"${word.replaceAll('"', '')}"${as === 'begun' ? '*' : ''}`;
