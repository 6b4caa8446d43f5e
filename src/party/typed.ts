/** What somebody typed, word by word, with the other ways in which the same word could stand in the catalogue. */
import { soundsOf } from './letters/sound.ts';
import { spelt } from './letters/spelt.ts';
import { searchWords } from './normalise.ts';

export interface TypedWord {
  readonly word: string;
  /** Of a Latin word: how it would sound in a Cyrillic song. */
  readonly sounds: readonly string[];
  /** Of a Cyrillic word: how it would be spelt in a Latin song; of i and y, the and that и is. */
  readonly spellings: readonly string[];
}

/** и in Latin letters; the normaliser has made an "and" of it in the song. */
const AND: ReadonlySet<string> = new Set(['i', 'y']);

const typedWord = (word: string): TypedWord => ({
  word,
  sounds: soundsOf(word),
  spellings: AND.has(word) ? ['and'] : spelt(word),
});

export const typedWords = (text: string): readonly TypedWord[] => searchWords(text).map(typedWord);

/** The same words with two neighbours in one: "every time" for Everytime. */
export const joinedTyped = (words: readonly TypedWord[]): readonly (readonly TypedWord[])[] =>
  words
    .slice(1)
    .map(({ word }, at) => [...words.slice(0, at), typedWord((words[at]?.word ?? '') + word), ...words.slice(at + 2)]);
