/** What words could mean that are not in the catalogue as they were typed: as questions to the index, the likelier first. */
import { asSound } from '../../party/indexed.ts';
import { joinedTyped } from '../../party/typed.ts';
import type { TypedWord } from '../../party/typed.ts';
import type { Ground } from './ground.ts';
import { wordsNear } from './vocabulary.ts';
import { isWord } from './words.ts';
import type { Term } from './words.ts';

/** A question: songs with one of the terms of each group. */
export type Groups = readonly (readonly Term[])[];

/** A common short word has a hundred neighbours; the rest of the question says which one is meant. */
const MOST_TERMS = 64;
/** Other spellings that may be mistyped on top of it. */
const MISTYPED_SPELLINGS = 3;
/** A half of a word that was written together: of fewer letters every word has one. */
const SHORTEST_HALF = 2;
/** With fewer words left the question would say too little. */
const LEAST_LEFT = 2;

/** The common words of a question; they are meant as they were typed. */
export type Common = ReadonlySet<string>;

const begun = (word: string): Term => ({ word, as: 'begun' });
const alone = (word: string): readonly Term[] => [{ word, as: 'whole' }];

/** A sound of one or two letters begins half of all Cyrillic words. */
const SHORTEST_BEGINNING = 3;
const as = (sound: string): Term['as'] => (sound.length < SHORTEST_BEGINNING ? 'whole' : 'begun');

/** The word, its sounds and its spellings in the other alphabet. */
const respelt =
  (common: Common) =>
  ({ word, sounds, spellings }: TypedWord): readonly Term[] =>
    common.has(word)
      ? alone(word)
      : [...[word, ...spellings].map(begun), ...sounds.map((sound) => ({ word: asSound(sound), as: as(sound) }))];

/** The same and whatever is so near that it could have been meant. */
function mistyped(ground: Ground, common: Common, typed: TypedWord): readonly Term[] {
  const { word, sounds, spellings } = typed;
  if (common.has(word)) return alone(word);
  const near = [word, ...sounds.map(asSound), ...spellings.slice(0, MISTYPED_SPELLINGS)]
    .flatMap((spelling) => wordsNear(ground, spelling))
    .sort((a, b) => a.edits - b.edits);
  return [...respelt(common)(typed), ...near].slice(0, MOST_TERMS);
}

/** Every word is there, in whatever letters it was typed, or two in one, or one as two: "every time", Everytime. */
export const respeltGroups = (ground: Ground, common: Common, typed: readonly TypedWord[]): readonly Groups[] => [
  typed.map(respelt(common)),
  ...together(ground, common, typed),
  ...apart(ground, common, typed),
];

function together(ground: Ground, common: Common, typed: readonly TypedWord[]): readonly Groups[] {
  return joinedTyped(typed)
    .filter((words) => words.every((word, at) => typed.includes(word) || isWord(ground, words[at]?.word ?? '')))
    .map((words) => words.map(respelt(common)));
}

function apart(ground: Ground, common: Common, typed: readonly TypedWord[]): readonly Groups[] {
  return typed.flatMap((long, place) =>
    halves(common.has(long.word) ? '' : long.word)
      .filter((pair) => pair.every((half) => isWord(ground, half)))
      .map((pair) => typed.flatMap((other, at): Groups => (at === place ? pair.map(alone) : [respelt(common)(other)]))),
  );
}

function halves(word: string): readonly (readonly [string, string])[] {
  const places = Math.max(0, word.length - 2 * SHORTEST_HALF + 1);
  return Array.from({ length: places }, (_, at) => {
    const end = at + SHORTEST_HALF;
    return [word.slice(0, end), word.slice(end)] as const;
  });
}

/** Every word is there, though perhaps mistyped. */
export const mistypedGroups = (ground: Ground, common: Common, typed: readonly TypedWord[]): Groups =>
  typed.map((word) => mistyped(ground, common, word));

/** Of at least so many words people add two that are not in the title ("на живо", "dirty dancing"). */
const TWO_TOO_MANY = 5;

/**
 * All but one, then all but two: people add words that are not in the title, or remember others. A common word may be the
 * wrong one, and says little in any case, so the first question leaves all of them out, and the next ones do without some
 * of the others.
 */
export function withWordsTooMany(groups: Groups): readonly (() => readonly Groups[])[] {
  if (groups.length <= LEAST_LEFT) return [];
  const telling = groups.filter((terms) => !terms.every(({ as }) => as === 'whole'));
  const without = (...left: readonly (readonly Term[])[]): Groups => groups.filter((terms) => !left.includes(terms));
  const onlyTelling = telling.length === 0 || telling.length === groups.length ? [] : [telling];
  const allButOne = (): readonly Groups[] => [...onlyTelling, ...telling.map((left) => without(left))];
  const allButTwo = (): readonly Groups[] =>
    telling.flatMap((one, at) => telling.slice(at + 1).map((other) => without(one, other)));
  return groups.length < TWO_TOO_MANY ? [allButOne] : [allButOne, allButTwo];
}
