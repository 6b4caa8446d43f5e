/** What a catalogue adds to a name and a person leaves out: featured guests, karaoke words in brackets, a leading article. */
import { fold } from './fold.ts';
import { anyOf, COMPANY, IN_THE_STYLE_OF, KARAOKE } from './karaoke_words.ts';

/** A bracket that was never closed ends with the text. */
const BRACKET = /[([{【]([^()[\]{}【】]*)(?:[)\]}】]|$)/gu;

const KARAOKE_WORD = anyOf(KARAOKE, 'gu');
const STYLE_PHRASE = new RegExp(`${anyOf(IN_THE_STYLE_OF, 'gu').source}.*`, 'u');
const COMPANY_WORD = anyOf(COMPANY, 'gu');

const LETTER = /[\p{L}\p{N}]/u;

/** Needs somebody after it ("Little Feat" is a band) and somebody before it ("Ft. Worth Blues" is a song). */
const FEATURED = /(?<=\S\s+)(?:feat|ft|featuring)(?:\.\s*|\s+)(?=[\p{L}\p{N}*$])[^([{【]*/gu;
const FEATURED_BRACKET = /^\s*(?:feat|ft|featuring)(?:\.|\s)/u;

/** `folded` without karaoke words in brackets and without featured guests, in brackets or not. */
export function withoutAsides(folded: string): string {
  return folded
    .replace(BRACKET, (bracket, inside: string) => {
      if (FEATURED_BRACKET.test(inside)) return ' ';
      const song = inside.replace(STYLE_PHRASE, ' ').replace(KARAOKE_WORD, ' ');
      if (song === inside) return bracket;
      // "(Acoustic Karaoke Version)" is the acoustic version of the song, "(Karaoke Version)" is the song.
      return LETTER.test(song.replace(COMPANY_WORD, ' ')) ? `(${song})` : ' ';
    })
    .replace(FEATURED, ' ');
}

/** What is left of a typed text without the words that say it is karaoke; the text as it is when that is nothing, or none is in it. */
export function withoutKaraokeWords(text: string): string {
  const folded = fold(text);
  const rest = folded.replace(KARAOKE_WORD, ' ');
  return rest === folded || !LETTER.test(rest) ? text : rest;
}

/** "Beatles, The", as card catalogues write it. */
const INVERTED_ARTICLE = /\s*,\s*(?:the|an?)\s*$/u;
/** The blank matters: the A of a-ha is no article. */
const THE = /^[^\p{L}\p{N}]*the\s+(?=\S)/u;
/** "a ha" and "A B C" are a-ha and ABC typed without their marks: an article stands before a word, and not a tiny one. */
const A_OR_AN = /^[^\p{L}\p{N}]*an?\s+(?=\p{L}{2})(?=.{3})/u;

/** `folded` without its leading article (or the inverted one at the end). */
export function withoutArticle(folded: string): string {
  return folded.replace(INVERTED_ARTICLE, '').replace(THE, '').replace(A_OR_AN, '');
}
