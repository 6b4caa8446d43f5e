/**
 * Latin songs under Cyrillic fingers: тото африка is Toto's Africa, and nobody knows by the letters alone whether к was c, k
 * or ck. So a word is spelt in several ways, those first that English and Italian names take most often; the search forgives
 * the letter that is still wrong.
 */
import { SPELLINGS, WORDS } from './spellings.ts';

const LONGEST = Math.max(...Array.from(SPELLINGS.keys(), (sound) => sound.replace('$', '').length));

/** How the first `length` letters of `rest` are spelt; endings have their own spellings. Other alphabets' letters stay. */
function spellingsOf(rest: string, length: number): readonly string[] {
  const sound = rest.slice(0, length);
  const ending = rest.length === length ? SPELLINGS.get(`${sound}$`) : undefined;
  return ending ?? SPELLINGS.get(sound) ?? (length === 1 ? [sound] : []);
}

interface Guess {
  readonly spelling: string;
  /** In guesses: 1 for the second spelling of one sound, 2 for the third, or for the second of two. */
  readonly doubt: number;
}

/** A sound that is spelt as one thing is rather that than its letters one by one: шън is -tion before it is -shun. */
const LETTER_BY_LETTER = 0.3;
/** Names are full of letters that are not heard; in a short word the search forgives none, so there they are tried first. */
const SHORT = 4;
const unheard = (word: string): number => (word.length <= SHORT ? 0.8 : 1.8);
const DOUBLED = /(?<=[aeiou])([bdfglmnprstz])(?=[aeiou]|$)/u;
const SILENT_E = /[aeiou][dklmnprstvz]$/u;

function withUnheard({ spelling, doubt }: Guess, word: string): readonly Guess[] {
  const more: Guess[] = [{ spelling, doubt }];
  if (DOUBLED.test(spelling)) more.push({ spelling: spelling.replace(DOUBLED, '$1$1'), doubt: doubt + unheard(word) });
  if (SILENT_E.test(spelling)) more.push({ spelling: `${spelling}e`, doubt: doubt + unheard(word) });
  return more;
}

/** The `many` least doubtful, each spelling once. */
function likeliest(guesses: readonly Guess[], many: number): readonly Guess[] {
  const sorted = guesses.toSorted((one, other) => one.doubt - other.doubt);
  const first = new Map<string, Guess>();
  for (const guess of sorted) if (!first.has(guess.spelling)) first.set(guess.spelling, guess);
  return [...first.values()].slice(0, many);
}

/** Of the ways to spell each beginning of a word: enough that its likeliest spellings are not lost on the way. */
const KEPT = 24;
const SPELT = 6;

/**
 * The Latin spellings worth looking for when somebody typed `word`, folded, in Cyrillic letters: at most 6, the likeliest
 * first. None for a word without Cyrillic letters.
 */
export function spelt(word: string): readonly string[] {
  if (!/\p{Script=Cyrillic}/u.test(word)) return [];
  const upTo: Guess[][] = Array.from({ length: word.length + 1 }, () => []);
  upTo[0] = [{ spelling: '', doubt: 0 }];
  for (let at = 0; at < word.length; at += 1) {
    const before = likeliest(upTo[at] ?? [], KEPT);
    for (let length = 1; length <= LONGEST; length += 1) {
      for (const [guesses, spelling] of spellingsOf(word.slice(at), length).entries()) {
        const more = guesses + (length === 1 ? LETTER_BY_LETTER : 0);
        upTo[at + length]?.push(
          ...before.map((guess) => ({ spelling: guess.spelling + spelling, doubt: guess.doubt + more })),
        );
      }
    }
  }
  const whole = likeliest(upTo[word.length] ?? [], KEPT).flatMap((guess) => withUnheard(guess, word));
  const spellings = likeliest(whole, SPELT).map(({ spelling }) => spelling);
  return [...new Set([...(WORDS.get(word) ?? []), ...spellings])].slice(0, SPELT);
}
