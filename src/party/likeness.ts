/**
 * How far a song is from what somebody typed: every word typed looks for its nearest in the song. The unit is a word that is
 * not there at all (1); the weights were set on the evaluation set (test/search), where their order matters and their
 * second digit does not.
 */
import { edits, forgiven, forgivenBetween } from './edits.ts';
import { soundsLike } from './letters/sound.ts';
import type { Described } from './described.ts';
import { joinedTyped } from './typed.ts';
import type { TypedWord } from './typed.ts';

/** Of one typed word. */
const BEGUN = 0.1;
const PER_LETTER_TO_COME = 0.02;
const PER_EDIT = 0.35;
/** The same word in other letters. */
const RESPELT = 0.1;
const ABSENT = 1;
/** Of a word of the song that nobody typed. People leave out the artist, or half a title. */
const UNTYPED = { title: 0.06, artist: 0.005 } as const;
/** Of two songs that are as near, the popular one is meant; a popular one is not meant instead of one that was typed. */
const POPULAR = 0.25;
const DIGIT = /\d/u;
/** Words written together or apart: Everytime, "every time". */
const RESPACED = 0.1;

/** A word of a song; several when it is a pair written together. */
interface SongWord {
  readonly word: string;
  readonly sounds: readonly string[];
  /** Places in the song's words. */
  readonly at: readonly number[];
}

export interface Likeness {
  /** 0 for what is the same; lower is nearer. Popularity is part of it. */
  readonly distance: number;
  /** Typed words that are not in the song, not even nearly. */
  readonly absent: number;
}

/** Of so many typed words, how many people add or remember wrong before a song is no answer to them. */
export const absentAtMost = (words: number): number => (words < 3 ? 0 : Math.floor((words + 1) / 3));

/** How far `song` is from the words typed. */
export function likeness(typed: readonly TypedWord[], song: Described): Likeness {
  const words = songWords(song);
  const asTyped = compare(typed, song, words);
  if (asTyped.absent === 0) return asTyped;
  const joined = joinedTyped(typed).map((joined) => {
    const { distance, absent } = compare(joined, song, words);
    return { distance: distance + RESPACED, absent };
  });
  return [asTyped, ...joined].reduce((a, b) => (b.distance < a.distance ? b : a));
}

function compare(typed: readonly TypedWord[], song: Described, words: readonly SongWord[]): Likeness {
  const touched = new Set<number>();
  let [distance, absent] = [0, 0];
  for (const word of typed) {
    let [nearest, least] = [null as SongWord | null, ABSENT];
    for (const candidate of words) {
      const apart = difference(word, candidate);
      if (apart < least) [nearest, least] = [candidate, apart];
      if (least === 0) break;
    }
    distance += least;
    if (nearest === null) absent += 1;
    else for (const at of nearest.at) touched.add(at);
  }
  const titles = song.titleWords.length;
  for (let at = 0; at < titles + song.artistWords.length; at += 1)
    if (!touched.has(at)) distance += at < titles ? UNTYPED.title : UNTYPED.artist;
  return { distance: distance - (POPULAR * song.song.popularity) / 100, absent };
}

/** Title first. Neighbours of the title also as one word. */
function songWords({ titleWords, artistWords }: Described): readonly SongWord[] {
  const single = [...titleWords, ...artistWords].map((word, at) => ({ word, sounds: soundsLike(word), at: [at] }));
  const pairs = titleWords.slice(1).map((word, at) => {
    const pair = (titleWords[at] ?? '') + word;
    return { word: pair, sounds: soundsLike(pair), at: [at, at + 1] };
  });
  return [...single, ...pairs];
}

/** 0: the same word; below ABSENT: it could be; else ABSENT. */
function difference(typed: TypedWord, { word, sounds, at }: SongWord): number {
  const pair = at.length > 1 ? RESPACED : 0;
  let least = apart(typed.word, word) + pair;
  for (const sound of sounds)
    for (const heard of typed.sounds) least = Math.min(least, apart(heard, sound) + RESPELT + pair);
  for (const spelling of typed.spellings) least = Math.min(least, apart(spelling, word) + RESPELT + pair);
  return Math.min(least, ABSENT);
}

function apart(typed: string, word: string): number {
  if (typed === word) return 0;
  if (word.startsWith(typed)) return Math.min(BEGUN + PER_LETTER_TO_COME * (word.length - typed.length), PER_EDIT);
  const most = forgivenBetween(typed, word);
  // A number that is nearly right is another number.
  if (most === 0 || DIGIT.test(typed) || DIGIT.test(word)) return ABSENT;
  const { whole, begun } = edits(typed, word, most);
  if (whole <= most) return whole * PER_EDIT;
  return begun <= forgiven(typed.length) ? BEGUN + begun * PER_EDIT : ABSENT;
}
