/** Songs and questions with everything that comparing them needs, worked out once. */
import { performers } from './credit.ts';
import type { Named, Song } from './model.ts';
import { artistKey, indexWords, searchWords, titleKey } from './normalise.ts';

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
