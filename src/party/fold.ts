/** Letters: what people mean by "the same letter", whatever the case, the accent or the keyboard it was typed on. */

/** Every mark that people use for an apostrophe. ´ must go before NFKD, which would make a blank of it and split the word. */
const APOSTROPHES = /['’‘‛ʼʻʹ′‵`´＇]/gu;
/** Invisible characters (joiners, bidi marks, soft hyphens), emoji selectors, and signs that NFKD would spell as letters. */
const UNSPOKEN = /[\p{Cf}\uFE00-\uFE0F\u20E3™®©℠]/gu;
/** rock'n'roll, rock'n roll: the one apostrophe that does separate words. R'n'B stays whole: one letter is no word. */
const N_BETWEEN = /(?<=\p{L}{2})['’‘`´]n(?:['’‘`´]|\s)\s*(?=\p{L}{2})/giu;

/**
 * Marks are noise in these three scripts only: é is typed e, ё is typed е. In kana か and が are different letters, in Thai
 * or Hindi a mark is the vowel.
 */
const STRIPPED_MARKS = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;

/** Letters that Unicode does not decompose though every keyboard without them types the right side. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŋ: 'n',
  ə: 'e',
  ς: 'σ',
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(SPELT).join('')}]`, 'gu');

/** Most of a Western catalogue: it needs no Unicode at all, and an import of a million songs feels that. */
const ASCII = /^\p{ASCII}*$/u;

/** Case, marks, apostrophes and invisible characters removed; blanks and all other punctuation stay. NFC. */
export function fold(text: string): string {
  const separated = text.replace(N_BETWEEN, ' n ').replace(APOSTROPHES, '');
  if (ASCII.test(separated)) return separated.toLowerCase();
  return separated
    .replace(UNSPOKEN, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(STRIPPED_MARKS, '$1')
    .replace(UNDECOMPOSED, (letter) => SPELT[letter] ?? letter)
    .normalize('NFC');
}
