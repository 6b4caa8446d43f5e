/**
 * How large words may be written. Pure: a guess from the letters, because measuring would show each name in a wrong size
 * first, and a guess that is too careful only costs a little size. Sizes are in units of the stage (stage.css).
 */

export interface Space {
  readonly width: number;
  /** The most for words that take one line, and for those that take more. */
  readonly most: readonly [oneLine: number, wrapped: number];
  readonly least: number;
}

/** Words that do not fit into one line may take two, which break between words, so neither is quite full. */
const TWO_LINES = 2 * 0.85;

/** As large as fits into one line or two; no word is torn that fits into a line. */
export function sizeOf(words: string, { width, most, least }: Space): number {
  const total = widthOf(words);
  const longest = Math.max(...words.split(/\s+/).map(widthOf));
  const inOne = Math.min(most[0], width / total);
  const inTwo = Math.min(most[1], width / longest, (width * TWO_LINES) / total);
  return Math.round(Math.max(least, inOne, inTwo) * 100) / 100;
}

/** Of bold letters, in their own size, as the widest of the system fonts in use draws them. */
export function widthOf(words: string): number {
  let width = 0;
  for (const letter of words) width += letterWidth(letter);
  return width;
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

function letterWidth(letter: string): number {
  if (letter > '~' && WIDE.test(letter)) return 1.05;
  if (/\p{M}/u.test(letter)) return 0;
  if (/[ijlI.,:;'’|! ]/.test(letter)) return 0.34;
  if (/[mwMWШЩЮЖФЪЫшщюжфъы@%&—]/.test(letter)) return 0.95;
  return /\p{Lu}/u.test(letter) ? 0.75 : 0.62;
}
