/**
 * Whether what somebody typed is this song and no other, though it was mistyped or spelt in other letters. Judged by the
 * keys, which are whole names: that a name has many words that are alike is likeness.ts, and makes a candidate, not a song.
 */
import { edits, forgivenBetween } from './edits.ts';
import { soundsLike, soundsOf } from './letters/sound.ts';
import type { AskedAs, Described } from './described.ts';

/** Whether a word is one of the catalogue: then it was perhaps meant as it was typed. */
export type Knows = (word: string) => boolean;

/** In both names together. With more, a careful person would ask. */
const MOST_EDITS = 3;
/** Words of which a wrong letter makes another song: Part 2, Part III. */
const COUNTING = /\d|^(?:i{1,3}|iv|vi{0,3}|ix|x)$/u;
/** Sweet child of, or o, mine: nobody tells songs apart by these. */
const LITTLE: ReadonlySet<string> = new Set(['the', 'a', 'an', 'and', 'n', 'of', 'o', 'to', 'in', 'on']);
/**
 * A word of the catalogue may be a mistake all the same when it is long (fingers seldom make another long word of one) and
 * a telling word of the title stands beside it as it should: "bohemian rapsody", though somebody is called Rapsody.
 */
const [LONG_LETTERS, TELLING_LETTERS] = [7, 5];

/** The edits between two names, keys as normalise.ts makes them; null when they are not alike. */
export function keyEdits(typed: string, key: string): number | null {
  if (typed === key) return 0;
  const pairs = soundsLike(key).flatMap((sound) => soundsOf(typed).map((heard) => [heard, sound] as const));
  const least = [[typed, key] as const, ...pairs].map(([a, b]) => {
    const most = forgivenBetween(a, b);
    const { whole } = edits(a, b, most);
    return whole <= most ? whole : Infinity;
  });
  const fewest = Math.min(...least);
  return fewest === Infinity ? null : fewest;
}

/** The artist's name, or everybody of those asked for among the performers. */
function artistEdits(asked: AskedAs, song: Described): number | null {
  const whole = keyEdits(asked.artistKey, song.artistKey);
  if (whole !== null) return whole;
  let sum = 0;
  for (const performer of asked.performers) {
    const nearest = song.performers.map((other) => keyEdits(performer, other)).filter((count) => count !== null);
    if (nearest.length === 0) return null;
    sum += Math.min(...nearest);
  }
  return asked.performers.length === 0 ? null : sum;
}

export const isTitleAlike = (asked: AskedAs, song: Described): boolean =>
  keyEdits(asked.titleKey, song.titleKey) !== null;

export const isArtistAlike = (asked: AskedAs, song: Described): boolean => artistEdits(asked, song) !== null;

/** Whether artist and title are this song's, but for what fingers do. */
export function isMistyped(asked: AskedAs, song: Described, knows: Knows): boolean {
  const [artist, title] = [artistEdits(asked, song), keyEdits(asked.titleKey, song.titleKey)];
  if (artist === null || title === null || artist + title > MOST_EDITS) return false;
  return artist + title === 0 || isNoOtherSong(asked.words, asked.titleWords, song, knows);
}

/** Words only: all of the title, or of artist and title in either order, but for what fingers do. */
export function isMistypedWhole(text: string, words: readonly string[], song: Described, knows: Knows): boolean {
  const { titleKey, artistKey } = song;
  const names = words.length > 1 ? [artistKey + titleKey, titleKey + artistKey, titleKey] : [];
  const alike = names.some((name) => (keyEdits(text, name) ?? Infinity) <= MOST_EDITS);
  return alike && isNoOtherSong(words, words, song, knows);
}

/**
 * What was typed and is not in the song is a mistake of fingers, unless it counts something, is a short word that became
 * another ("Radio Na Na" is no Radio Ga Ga), or is a word of the catalogue: "Hey Dude" may be a song, and Bush is not Rush.
 */
function isNoOtherSong(
  words: readonly string[],
  titleWords: readonly string[],
  song: Described,
  knows: Knows,
): boolean {
  const inSong = [...song.artistWords, ...song.titleWords];
  const wrong = words.filter((word) => !inSong.includes(word) && !LITTLE.has(word));
  const missing = inSong.filter((word) => !words.includes(word));
  if ([...wrong, ...missing].some((word) => COUNTING.test(word))) return false;
  if (!wrong.every((word) => missing.some((other) => keyEdits(word, other) !== null))) return false;
  const told = titleWords.some((word) => word.length >= TELLING_LETTERS && song.titleWords.includes(word));
  const isExcused = (word: string): boolean => told && word.length >= LONG_LETTERS && titleWords.includes(word);
  return wrong.every((word) => isExcused(word) || !knows(word));
}
