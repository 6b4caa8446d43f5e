/** How artists and titles are written, whatever the file's name did to them. */
import { visible } from '../../party/visible.ts';

const LONGEST = 300;

/** NFC, visible, single blanks, at most 300 characters of UTF-16. */
export function tidy(text: string): string {
  const clean = singleBlanks(visible(text.normalize('NFC')));
  if (clean.length <= LONGEST) return clean;
  return clean
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

/** `text`, which has plain blanks only, with one where there were several, and none around it. */
export const singleBlanks = (text: string): string =>
  (text.includes('  ') ? text.replaceAll(/ {2,}/g, ' ') : text).trim();

/** Quotes and the brackets of East Asian titles around the whole; an apostrophe may belong to the first word ('Til …). */
const ENCLOSED =
  /^(?:"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|‘([^‘’]+)’|「([^「」]+)」|『([^『』]+)』|《([^《》]+)》)$/u;

/** `text` without quotes around it. */
export function withoutQuotes(text: string): string {
  const enclosed = ENCLOSED.exec(text)
    ?.slice(1)
    .find((inside: string | undefined) => inside !== undefined);
  return (enclosed ?? text).trim();
}

const ARTICLES = 'the|a|an|los|las|el|la|die|der|das|le|les|os|as';
const INVERTED_ARTICLE = new RegExp(`^(.+), (${ARTICLES})$`, 'iu');
/** One comma between names of people; bands have an "and" in them, or three members. */
const INVERTED_NAME = /^([\p{L}\p{M}'’.-]+(?: [\p{L}\p{M}'’.-]+)?), ([\p{L}\p{M}'’.-]+(?: [\p{L}\p{M}'’.-]+)?)$/u;
const NO_PERSON = new RegExp(
  `\\b(?:and|the|feat|ft|featuring|with|vs|jr|sr|ii|iii)\\b|(?<!\\p{L})(?:и|й|та)(?!\\p{L})`,
  'iu',
);

/** "Joel, Billy" is Billy Joel and "Beatles, The" The Beatles; "Tyler, The Creator" and "Earth, Wind & Fire" stay. */
export function uninverted(artist: string): string {
  if (!artist.includes(',')) return artist;
  const article = INVERTED_ARTICLE.exec(artist);
  if (article !== null) return `${article[2] ?? ''} ${article[1] ?? ''}`;
  const [, last = '', first = ''] = INVERTED_NAME.exec(artist) ?? [];
  // Two and two words are two people more often than one ("Elton John, Dua Lipa").
  const isPerson = last !== '' && last !== first && !(last.includes(' ') && first.includes(' '));
  return isPerson && !NO_PERSON.test(artist) ? `${first} ${last}` : artist;
}
