/** How near a song of the catalogue comes to what somebody typed. */
import { isArtistAlike, isTitleAlike, keyEdits } from './alike.ts';
import type { AskedAs, Described } from './described.ts';
import { normalise, titleKey } from './normalise.ts';

/** How many of `asked` a name has, as whole words or as beginnings. */
const shared = (asked: readonly string[], words: readonly string[]): number =>
  asked.filter((prefix) => words.some((word) => word.startsWith(prefix))).length;

/** Whether each asked word begins a word of the song. */
const holdsAll = (asked: readonly string[], song: Described): boolean =>
  asked.length > 0 && shared(asked, [...song.artistWords, ...song.titleWords]) === asked.length;

export const isExact = (asked: AskedAs, song: Described): boolean =>
  asked.titleKey === song.titleKey && asked.artistKey === song.artistKey;

/** The same title, and everybody asked for performs in it: "Sia - Titanium" is David Guetta's with Sia. */
export const isPerformedBy = (asked: AskedAs, song: Described): boolean =>
  asked.titleKey === song.titleKey &&
  asked.performers.length > 0 &&
  asked.performers.every((performer) => song.performers.includes(performer));

/** How much of one title the other must have, of the same artist, before somebody could have mixed them up. */
const MIXED_UP = 0.5;

function sharesTitle(asked: AskedAs, song: Described): boolean {
  const inSong = asked.titleWords.filter((word) => song.titleWords.some((other) => isWordAlike(word, other))).length;
  const inAsked = song.titleWords.filter((other) => asked.titleWords.some((word) => isWordAlike(word, other))).length;
  return inSong >= asked.titleWords.length * MIXED_UP || inAsked === song.titleWords.length;
}

const isWordAlike = (typed: string, word: string): boolean => keyEdits(typed, word) !== null;

/** Enough in common that a careful person would ask before looking elsewhere: the title, half a title by this artist, or all the words. */
export const isSimilar = (asked: AskedAs, song: Described): boolean =>
  isTitleAlike(asked, song) || holdsAll(asked.words, song) || (isArtistAlike(asked, song) && sharesTitle(asked, song));

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
