/** What a song is found by: its keys, by which two songs are one, and the words and sounds that the index holds. */
import { soundsLike } from './letters/sound.ts';
import type { Named } from './model.ts';
import { artistKey, indexWords, titleKey } from './normalise.ts';

/** Of what `indexed` makes of a name. Another number has the librarian make the index anew at its next start. */
export const INDEX_VERSION = 1;

/** In front of a sound, so that it is no word: the sound of на is no "na na na". No letter to anybody. */
export const SOUND = '§';

export interface Indexed {
  readonly artistKey: string;
  readonly titleKey: string;
  /** Words and marked sounds, with single blanks between them: plain text, because a thread hands over 400,000 of these. */
  readonly artistWords: string;
  readonly titleWords: string;
}

/** The sound of a word as the index knows it. */
export const asSound = (sound: string): string => SOUND + sound;

function wordsOf(name: string): string {
  const words = indexWords(name);
  return [...words, ...words.flatMap((word) => soundsLike(word).map(asSound))].join(' ');
}

export const indexed = ({ artist, title }: Named): Indexed => ({
  artistKey: artistKey(artist),
  titleKey: titleKey(title),
  artistWords: wordsOf(artist),
  titleWords: wordsOf(title),
});
