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

const begun = (word: string): Term => ({ word, as: 'begun' });

/** The word, its sounds and its spellings in the other alphabet. */
const respelt = ({ word, sounds, spellings }: TypedWord): readonly Term[] =>
  [word, ...sounds.map(asSound), ...spellings].map(begun);

/** The same and whatever is so near that it could have been meant. */
function mistyped(ground: Ground, typed: TypedWord): readonly Term[] {
  const { word, sounds, spellings } = typed;
  const near = [word, ...sounds.map(asSound), ...spellings.slice(0, MISTYPED_SPELLINGS)]
    .flatMap((spelling) => wordsNear(ground, spelling))
    .sort((a, b) => a.edits - b.edits);
  return [...respelt(typed), ...near].slice(0, MOST_TERMS);
}

/** Every word is there, in whatever letters it was typed, or with a neighbour in one: "every time", Everytime. */
export const respeltGroups = (ground: Ground, typed: readonly TypedWord[]): readonly Groups[] => [
  ...[typed, ...joinedTyped(typed)].map((words) => words.map(respelt)),
  ...apart(ground, typed),
];

/** A word that was written together: both halves are words of the catalogue. */
function apart(ground: Ground, typed: readonly TypedWord[]): readonly Groups[] {
  return typed.flatMap(({ word }, place) =>
    halves(word)
      .filter((pair) => pair.every((half) => isWord(ground, half)))
      .map((pair) =>
        typed.flatMap((other, at): Groups => (at === place ? pair.map((half) => [begun(half)]) : [respelt(other)])),
      ),
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
export const mistypedGroups = (ground: Ground, typed: readonly TypedWord[]): Groups =>
  typed.map((word) => mistyped(ground, word));

/** All but one: people add a word that is not in the title, or remember another. */
export const allButOne = (groups: Groups): readonly Groups[] =>
  groups.length <= LEAST_LEFT ? [] : groups.map((_, left) => groups.filter((__, at) => at !== left));
