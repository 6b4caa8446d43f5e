/** How near a song of the catalogue comes to what somebody typed. When typos are understood, this is what learns it. */
import { performers } from './credit.ts';
import type { Named, Song } from './model.ts';
import { artistKey, indexWords, normalise, searchWords, titleKey } from './normalise.ts';

/** A song with everything that comparing it needs, worked out once. */
export interface Described {
  readonly song: Song;
  readonly artistKey: string;
  readonly titleKey: string;
  readonly performers: readonly string[];
  readonly artistWords: readonly string[];
  readonly titleWords: readonly string[];
}

export const describe = (song: Song): Described => ({
  song,
  artistKey: artistKey(song.artist),
  titleKey: titleKey(song.title),
  performers: performers(song.artist),
  artistWords: indexWords(song.artist),
  titleWords: indexWords(song.title),
});

/** A reading of the asked text, worked out once. */
export interface AskedAs {
  readonly artistKey: string;
  readonly titleKey: string;
  readonly performers: readonly string[];
  readonly titleWords: readonly string[];
  readonly words: readonly string[];
}

export const askedAs = (named: Named): AskedAs => ({
  artistKey: artistKey(named.artist),
  titleKey: titleKey(named.title),
  performers: performers(named.artist),
  titleWords: searchWords(named.title),
  words: searchWords(`${named.artist} ${named.title}`),
});

/** How many of `asked` a name has, as whole words or as beginnings. */
export const shared = (asked: readonly string[], words: readonly string[]): number =>
  asked.filter((prefix) => words.some((word) => word.startsWith(prefix))).length;

/** Whether each asked word begins a word of the song. */
export const holdsAll = (asked: readonly string[], song: Described): boolean =>
  asked.length > 0 && shared(asked, [...song.artistWords, ...song.titleWords]) === asked.length;

export const isExact = (asked: AskedAs, song: Described): boolean =>
  asked.titleKey === song.titleKey && asked.artistKey === song.artistKey;

/** The same title, and everybody asked for performs in it: "Sia - Titanium" is David Guetta's with Sia. */
export const isPerformedBy = (asked: AskedAs, song: Described): boolean =>
  asked.titleKey === song.titleKey &&
  asked.performers.length > 0 &&
  asked.performers.every((performer) => song.performers.includes(performer));

/** Enough in common that a careful person would ask before looking elsewhere: an artist, a title, or all the words. */
export const isSimilar = (asked: AskedAs, song: Described): boolean =>
  asked.titleKey === song.titleKey ||
  asked.artistKey === song.artistKey ||
  asked.performers.some((performer) => song.performers.includes(performer)) ||
  holdsAll(asked.words, song);

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/** `text` as a bag of words: equal for the same words in any order, articles aside. */
const bag = (text: string): string => {
  const words = normalise(text).split(' ');
  const telling = words.filter((word) => !ARTICLES.has(word));
  return (telling.length > 0 ? telling : words).sort().join(' ');
};

/** Tells whether a song's artist and title are exactly the words of `text`, in any order, or both written without blanks. */
export function wholeOf(text: string): (song: Described) => boolean {
  const [key, words] = [titleKey(text), bag(text)];
  return (song) =>
    key === song.artistKey + song.titleKey ||
    key === song.titleKey + song.artistKey ||
    words === bag(`${song.song.artist} ${song.song.title}`);
}
