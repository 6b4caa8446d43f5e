/** Where a name is cut: the delimiter with the most blanks around it wins, so that AC-DC stays whole in "AC-DC - Hells Bells". */

const BETWEEN_BLANKS = /\s+[-–—－]+\s+/u;
const BESIDE_A_BLANK = /\s+[-–—－]+|[-–—－]+\s+/u;
const TIGHT = /[-–—－]+/gu;
/** Where it may be cut without a blank: before a word, not before a number (Blink-182) or a small letter (Jay-z). */
const WORD_START = /^(?:\p{Lu}|\p{Lo})/u;

/** The parts of `text` between delimiters, trimmed; one when it has none. None of them is empty. */
export function partsOf(text: string): string[] {
  if (EAST_ASIAN.test(text)) return eastAsianParts(text);
  const parts = partsAtBlanks(text);
  return parts.length > 1 ? parts : (tightParts(text) ?? parts);
}

/** The same, where only a delimiter beside a blank is one: of a text that is known to be a title. */
export function partsAtBlanks(text: string): string[] {
  const delimiter = [BETWEEN_BLANKS, BESIDE_A_BLANK].find((pattern) => pattern.test(text));
  const parts = delimiter === undefined ? [text] : text.split(delimiter);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Japanese uploads say "title／artist" and "artist「title」". */
const EAST_ASIAN = /^[^-–—－]*[／「『《][^-–—－]*$/u;
const ARTIST_AND_QUOTED_TITLE = /^(.+?)\s*[「『《]([^「」『』《》]+)[」』》](.*)$/u;

function eastAsianParts(text: string): string[] {
  const [title = '', artist = '', ...others] = text.split('／').map((part) => part.trim());
  if (title !== '' && artist !== '' && others.length === 0) return [artist, title];
  const [, before = '', quoted = '', after = ''] = ARTIST_AND_QUOTED_TITLE.exec(text) ?? [];
  return before === '' ? [text] : [before.trim(), `${quoted} ${after}`.trim()];
}

/**
 * "Queen-Innuendo Live": a hyphen without blanks is a delimiter only when it is the only one, between two words at least,
 * and when blanks elsewhere show that the name is more than one hyphenated word (Anti-Hero).
 */
function tightParts(text: string): string[] | null {
  const [only, further] = text.matchAll(TIGHT);
  if (only === undefined || further !== undefined || !/\s/u.test(text)) return null;
  const [before, after] = [text.slice(0, only.index).trim(), text.slice(only.index + only[0].length).trim()];
  return before.length >= 2 && after.length >= 2 && WORD_START.test(after) ? [before, after] : null;
}
