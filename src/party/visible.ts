/** The one sanitiser of output: what of anybody's text may reach somebody else's terminal. */

/** What most names and titles are made of, and all of it may pass: answered without the expressions below, which are slow to build. */
const PLAIN = /^[ -~]*$/;
/** Every blank but the plain one, and whatever ends a line somewhere: U+0085, U+2028 and U+2029 do for some readers. */
const BLANK = /[\p{Z}\t-\r\u0085\u2800]/gu;
/** Control characters (escape among them), half surrogates, and codes that are no characters. */
const CONTROL = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** Bidi overrides and isolates, zero-width blanks, soft hyphens, tags, fillers; joiners and selectors are judged below. */
const INVISIBLE = /(?![\u200C-\u200D]|[\uFE0E-\uFE0F])[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
/**
 * Joiners are needed between pictures (a family, a flag) and inside the scripts that join and part letters with them, Persian
 * or Hindi. Latin, Greek and Cyrillic have no use for them but to make two names that look the same.
 */
const JOINER =
  /((?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})|(?<=[[\p{L}\p{M}]--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]])[\u200C\u200D](?=[\p{L}--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]]))|[\u200C\u200D]/gv;
const STRAY_SELECTOR = /(?<!\p{Emoji})[\uFE0E\uFE0F]/gu;
/** Vietnamese and Hebrew need up to three marks on a letter; a tower of them paints over the lines around it. */
const TOWER = /(\p{M}{4})\p{M}+/gu;

/**
 * `text` without anything that moves a cursor, turns the direction of writing or hides: safe to write as a part of one line.
 * Blanks of all kinds become plain ones; letters, marks and emoji of all scripts stay as they are.
 */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(BLANK, ' ')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(STRAY_SELECTOR, '')
    .replace(JOINER, '$1')
    .replace(TOWER, '$1');
}
