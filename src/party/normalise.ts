/**
 * One normaliser for imports, requests, wishes and search, so that whatever one of them calls the same, all do.
 *
 * Punctuation splits words ("blink-182" is "blink 182"), and keys are words written without blanks. So "AC/DC", "ac dc" and
 * "acdc" have one key, and so have a-ha and aha, without a table of bands; two songs that differ in nothing but where
 * the blanks are ("Every Time", "Everytime") are one song typed by two people. Search keeps the words: see indexWords.
 */
import { withoutArticle, withoutAsides } from './asides.ts';
import { fold } from './fold.ts';

/** R.E.M., t.A.T.u., N*E*R*D: single letters with marks between them are one word, as people type it. */
const INITIALS = /(?<![\p{L}\p{N}])\p{L}(?:[.*-]\p{L})+(?![\p{L}\p{N}])/gu;
/** Ke$ha, A$AP, Ty Dolla $ign; not "$100". */
const DOLLAR_S = /(?<=\p{L})\$+|\$(?=\p{L})/gu;
/** P!nk; between consonants only, so that "Panic!At The Disco" stays two words. */
const BANG_I = /(?<=[b-df-hj-np-tv-z])!(?=[b-df-hj-np-tv-z])/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Two words or more with marks but no blank between them, and those marks. */
const HELD_TOGETHER = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[^\p{L}\p{N}\p{M}\s]+[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)+/gu;
const MARKS = /[^\p{L}\p{N}\p{M}]+/gu;
const AND = 'and';

const respelt = (folded: string): string =>
  folded
    .replace(INITIALS, (initials) => initials.replace(/[.*-]/gu, ''))
    .replace(DOLLAR_S, (dollars) => 's'.repeat(dollars.length))
    .replace(BANG_I, 'i');

/** Guns N' Roses, Salt-N-Pepa: an n between two real words is an "and"; the one in "T N T" is not. */
const isAndBetween = (word: string, before = '', after = ''): boolean =>
  word === 'n' && before.length > 1 && after.length > 1;

function wordsIn(respelled: string): string[] {
  const words = respelled.replaceAll('&', ` ${AND} `).match(WORD) ?? [];
  return words.map((word, at) => (word === 'и' || isAndBetween(word, words[at - 1], words[at + 1]) ? AND : word));
}

const wordsOf = (folded: string): string[] => wordsIn(respelt(folded));

/** The words of `text` in their order, separated by single blanks; '' when it has neither letter nor digit. */
export function normalise(text: string): string {
  return wordsOf(fold(text)).join(' ');
}

/** The different words that somebody who typed `text` looks for. */
export function searchWords(text: string): string[] {
  return [...new Set(wordsOf(fold(text)))];
}

/**
 * The words under which a song with `text` in its name is to be found: its words, and what marks alone hold together also
 * in one piece (AC/DC: ac, dc, acdc), because people type either. Index with this, ask with searchWords.
 */
export function indexWords(text: string): string[] {
  const respelled = respelt(fold(text));
  const pieces = (respelled.match(HELD_TOGETHER) ?? []).map((piece) => piece.replace(MARKS, ''));
  return [...new Set([...wordsIn(respelled), ...pieces])];
}

/** The first of `texts` that has a word, run together; names of marks only ("???", "♥") are their own key. */
function keyOf(name: string, ...texts: readonly string[]): string {
  for (const text of texts) {
    const words = wordsOf(text);
    if (words.length > 0) return words.join('');
  }
  return fold(name).replace(/\s+/gu, '') || name.trim();
}

/** Equal for what is the same title: no article, no featured guest, no karaoke words, no blanks; "(Live)" stays part of it. */
export function titleKey(title: string): string {
  const folded = fold(title);
  const bare = withoutAsides(folded);
  return keyOf(title, withoutArticle(bare), bare, folded);
}

/** Equal for what is the same artist: as titleKey. Featured artists are no part of it; `performers` knows them. */
export function artistKey(artist: string): string {
  return titleKey(artist);
}

/** Equal for the same song, whatever file it is in. U+001F cannot occur in either half. */
export function songKey(artist: string, title: string): string {
  return `${artistKey(artist)}\x1f${titleKey(title)}`;
}
