/** Disc ids: two to six letters of a publisher, the number of a disc, and perhaps a track: SC8125-07, LG012 - 05, SF 123. */

/** KaraokeEternal's form, with the track that may follow it. */
const DISC = /^([a-z]{2,6})[ -]?(\d+[a-z]?)(?:[ -]+(\d{1,3}))?$/i;
/** Nobody is called that: only discs have tracks. In capitals, as publishers write them. */
const DISC_WITH_TRACK = /^[A-Z]{2,6}[ -]?\d{2,}[ -]+\d{1,3}$/;
/** In front of a name, whatever follows: "SC8125-07 Hello", "SF123-04-Queen-Innuendo". */
const LEADING = /^([A-Z]{2,6}[ -]?\d{2,}-\d{1,3})(?:\s*[-–—]\s*|[ .]+)(?=\S)/;
const NUMBER = /^\d+\.?$/;
/** "12. Hello", "07 Hello", "01 - Hello": songs do not begin so ("99 Luftballons" has neither point nor nought). */
const LEADING_NUMBER = /^(?:\d{1,3}[.)]\s*[-–—]?\s+|0\d\s*[-–—]\s+|0\d\s+)(?=\S)/;

/** Bands that are named like a disc or a track, so that "UB40 - Kingston Town - Live" keeps its artist. */
const BANDS: ReadonlySet<string> = new Set([
  ...['ub40', 'mc5', 'sum41', 'blink182', 'maroon5', 'level42', 'eve6', 'front242', 'heaven17', 'east17', 'apollo440'],
  ...['311', '112', '702', '1349'],
]);

/** "Energy 52", "Maroon 5": a word and a number; publishers write theirs in capitals where a blank follows. */
const WORD_AND_NUMBER = /^[A-Za-z][a-z]+ \d+$/;

const isBand = (part: string): boolean =>
  WORD_AND_NUMBER.test(part) || BANDS.has(part.toLowerCase().replaceAll(/[ -]/g, ''));

/** Whether a part of a name could be a disc id or the number of a track, when there are parts enough besides. */
export function looksLikeId(part: string): boolean {
  return (DISC.test(part) || NUMBER.test(part)) && !isBand(part);
}

/** Whether a part can be nothing but a disc id. */
export function isDiscId(part: string): boolean {
  return DISC_WITH_TRACK.test(part);
}

/** The id that `parts` make as it is quoted: LG012 and 05 are "LG012-05"; null when they are only numbers. */
export function quoteDiscId(parts: readonly string[]): string | null {
  const at = parts.findIndex((part) => DISC.test(part));
  const [, letters = '', disc = '', track] = DISC.exec(parts[at] ?? '') ?? [];
  if (disc === '') return null;
  const following = parts[at + 1] ?? '';
  const number = track ?? (NUMBER.test(following) ? following.replace('.', '') : null);
  const quoted = `${letters.toUpperCase()}${disc.toUpperCase()}`;
  return number === null ? quoted : `${quoted}-${number.padStart(2, '0')}`;
}

/** A disc id or a track's number in front of words without a delimiter, and those words. */
export function splitLeadingId(text: string): { readonly id: string | null; readonly rest: string } {
  const found = LEADING.exec(text) ?? LEADING_NUMBER.exec(text);
  if (found === null) return { id: null, rest: text };
  return { id: quoteDiscId([found[1] ?? '']), rest: text.slice(found[0].length) };
}
