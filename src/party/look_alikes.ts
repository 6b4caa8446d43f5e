/**
 * Names that would pass for another's: Аda with a Cyrillic А. In the sense of Unicode UTS 39, section 4: two names that have
 * one skeleton look alike, whatever letters they are made of.
 *
 * The table is our own and short. Unicode's confusables.txt has some 6,000 pairs, of scripts that nobody mixes up here, and
 * the small packages around it (confusables, unicode-confusables) turn text into ASCII, honest Cyrillic included; a session
 * process would pay for either. Here are the letters of Latin, Greek and Cyrillic, and the digits, that are one shape in
 * upright print. Pairs that only resemble each other (к and k, rn and m) are left out: they would refuse honest names.
 */
import { fold } from './fold.ts';

/** Each shape with what is drawn like it. Upper and lower case apart, because В is a B while в is no b. */
const DRAWN_LIKE: Readonly<Record<string, string>> = {
  a: 'АаΑαɑ',
  b: 'ВΒЬ',
  c: 'СсϹϲ',
  d: 'ԁ',
  e: 'ЕеΕ',
  g: 'ɡ',
  h: 'НΗһҺ',
  i: 'іι',
  j: 'ЈјͿϳ',
  k: 'КΚ',
  m: 'МΜ',
  n: 'Ν',
  o: 'ОоΟοσ0',
  p: 'РрΡρ',
  q: 'Ԛԛ',
  s: 'Ѕѕ',
  t: 'ТΤ',
  u: 'υ',
  v: 'νѵѴ',
  w: 'Ԝԝ',
  x: 'ХхΧ',
  y: 'УуΥүҮγ',
  z: 'Ζ',
  // A small l and a capital I are one stroke; a capital L and a small i are not, so the shape is none of the letters.
  1: 'lI|ІΙӀӏ',
  3: 'ЗзӠӡƷʒ',
  6: 'б',
};
const SHAPES: ReadonlyMap<string, string> = new Map(
  Object.entries(DRAWN_LIKE).flatMap(([shape, letters]) => Array.from(letters, (letter) => [letter, shape])),
);

/** Equal for names that look alike, though people would not call them the same. To be compared, never shown. */
export function lookOf(name: string): string {
  // Shapes before case: only as it was typed does a letter look like another.
  const bare = name.normalize('NFKD').replace(/\p{M}+/gu, '');
  return fold(Array.from(bare, (letter) => SHAPES.get(letter) ?? letter).join(''))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Alphabets that share shapes. Han, kana, Hangul and all others stand beside Latin letters without passing for them. */
const ALPHABETS = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
} as const;
const ASCII = /^\p{ASCII}*$/u;

/** The first word of `name` that is written in two alphabets, and which; null when each word keeps to one. */
export function mixedWord(
  name: string,
): { readonly word: string; readonly alphabets: readonly [string, string] } | null {
  if (ASCII.test(name)) return null;
  for (const word of name.split(/[^\p{L}\p{M}\p{N}]+/u)) {
    const letters = word.normalize('NFKC');
    const [one, other] = Object.entries(ALPHABETS).flatMap(([alphabet, has]) => (has.test(letters) ? [alphabet] : []));
    if (one !== undefined && other !== undefined) return { word, alphabets: [one, other] };
  }
  return null;
}
