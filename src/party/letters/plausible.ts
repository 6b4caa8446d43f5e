/** Whether letters could be words at all: enough to throw away what comes out when keys are read on the wrong keyboard. */

/** What the letters of one alphabet never do, whatever the language: Cyrillic is Bulgarian and Russian here. */
interface Alphabet {
  readonly letters: RegExp;
  readonly vowels: string;
  readonly never: RegExp;
}
const LATIN: Alphabet = {
  letters: /^\p{Script=Latin}+$/u,
  vowels: 'aeiouy',
  never: /q(?!u|$)|[jvqx]{2}|[^aeiouy]{6}|[aeiouy]{5}/u,
};
const CYRILLIC: Alphabet = {
  letters: /^\p{Script=Cyrillic}+$/u,
  vowels: 'аеёиоуъыэюя',
  never: /^[ьы]|[аеёиоуыэюяъьй][ьъ]|[ъь]ы|[бвгджзклмнпрстфхцчшщ]й|[^аеёиоуъыэюя]{5}|[аеёиоуъыэюя]{5}/u,
};

/** Keys that are letters elsewhere but stand nowhere near words on this keyboard; a comma only behind a word. */
const STRAY = /[[\]{}\\|~<>`§=;„“]|[,:"]\p{L}|\p{L}["(]/u;
/** A dot before a letter, but for "...baby" and the initials of R.E.M. */
const STRAY_DOT = /(?<!\.\.|(?<!\p{L})\p{L})\.\p{L}/u;
const WORD = /[\p{L}']+/gu;
/** Shorter ones need no vowel: mrs, bts, в, с, фсб. */
const NEEDS_VOWEL = 4;

const alphabetOf = (word: string): Alphabet | undefined => [LATIN, CYRILLIC].find(({ letters }) => letters.test(word));

/** How many of the neighbours in a word are a vowel and a consonant, out of how many; null when it cannot be a word. */
function alternating(word: string): { readonly changes: number; readonly pairs: number } | null {
  const alphabet = alphabetOf(word);
  if (alphabet === undefined || alphabet.never.test(word)) return null;
  const sounds = Array.from(word, (letter) => alphabet.vowels.includes(letter));
  if (word.length >= NEEDS_VOWEL && !sounds.includes(true)) return null;
  return { changes: sounds.slice(1).filter((vowel, at) => vowel !== sounds[at]).length, pairs: sounds.length - 1 };
}

/**
 * How much `text` looks like words of one alphabet: 0, it does not, to 1, vowels and consonants take turns throughout. Marks
 * are to be as typed, for they give a reading on the wrong keyboard away.
 */
export function plausibility(text: string): number {
  if (STRAY.test(text) || STRAY_DOT.test(text)) return 0;
  const words = (text.toLowerCase().match(WORD) ?? []).map((word) => word.replaceAll("'", '')).filter(Boolean);
  let [changes, pairs] = [1, 1];
  for (const word of words) {
    const found = alternating(word);
    if (found === null) return 0;
    changes += found.changes;
    pairs += found.pairs;
  }
  return words.length === 0 ? 0 : changes / pairs;
}
