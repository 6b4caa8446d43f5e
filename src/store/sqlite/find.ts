/**
 * The songs that a text finds, best first: what SEARCH shows and REQUEST decides among. Each step is dearer and less likely
 * than the one before, and is taken only when those before have found next to nothing.
 */
import { bestFirst } from '../../party/candidates.ts';
import { withoutKaraokeWords } from '../../party/asides.ts';
import { typedElsewhere } from '../../party/letters/layouts.ts';
import { absentAtMost, likeness } from '../../party/likeness.ts';
import { describe } from '../../party/described.ts';
import type { Described } from '../../party/described.ts';
import { artistKey, searchWords, titleKey } from '../../party/normalise.ts';
import { typedWords } from '../../party/typed.ts';
import type { TypedWord } from '../../party/typed.ts';
import type { Ground } from './ground.ts';
import { marksNamed, marksOf } from './named.ts';
import { songsByIds, songsOfArtist } from './songs.ts';
import { mistypedGroups, respeltGroups, withWordsTooMany } from './tolerant.ts';
import type { Common, Groups } from './tolerant.ts';
import { begun, isCommon, marksHolding, marksTitled, shelfMark, songAt, whole, WORDS } from './words.ts';

/** Whoever has typed a whole title or artist means it. Whoever sees so many songs with the one word, or the two, as typed has not mistyped them; of more words one song is enough. */
const ENOUGH = [0, 5, 3] as const;
const enough = (words: number): number => ENOUGH[words] ?? 1;
/** Songs that are compared with what was typed, letter by letter: some 30 µs each. */
const COMPARED = 60;

/** The marks of the songs that `text` finds, at most `limit` of each kind, best first. */
export function findMarks(ground: Ground, text: string, limit: number): readonly number[] {
  const words = searchWords(text).slice(0, WORDS);
  const exact = exactly(ground, text, limit);
  const asTyped = unique([...exact, ...marksHolding(ground, whole(words), limit)]);
  const common = new Set(words.filter((word) => isCommon(ground, word)));
  // Beginnings are dearer to find, and after so many nobody would get to see them.
  const opened = asTyped.length < limit ? marksHolding(ground, opening(words, common), limit) : [];
  const found = unique([...asTyped, ...opened]);
  if (exact.length > 0 || found.length >= enough(words.length)) return found;
  const song = found.length > 0 ? text : withoutKaraokeWords(text);
  if (song !== text) return findMarks(ground, song, limit);
  const typed = wordsOf(text).slice(0, TOLERATED);
  const { marks, meant } = tolerantly(ground, { text, typed, common }, found.length);
  return unique([...asTyped, ...nearestFirst(ground, [wordsOf(text), ...meant], unique([...opened, ...marks]))]);
}

/** The words as beginnings of words, but for the common ones. */
const opening = (words: readonly string[], common: Common): Groups =>
  begun(words).map((terms) => terms.map((term) => (common.has(term.word) ? { ...term, as: 'whole' } : term)));

/** Songs whose artist and title, title, or artist is what was typed; popular first within each. */
function exactly(ground: Ground, text: string, limit: number): readonly number[] {
  const titleOrArtist = [
    ...marksTitled(ground, titleKey(text), limit),
    ...marksOf(songsOfArtist(ground, artistKey(text), limit)),
  ].sort((a, b) => a - b);
  return [...marksNamed(ground, text), ...titleOrArtist];
}

/** Marks, and what was meant if it was not what was typed. */
interface Tolerated {
  readonly marks: readonly number[];
  readonly meant: readonly (readonly TypedWord[])[];
}

interface Question {
  readonly text: string;
  readonly typed: readonly TypedWord[];
  readonly common: Common;
}

/** Beyond what was `found` as typed: in other letters, on another keyboard, mistyped, with a word too many. */
function tolerantly(ground: Ground, { text, typed, common }: Question, found: number): Tolerated {
  const ask = (questions: readonly Groups[]): readonly number[] =>
    unique(questions.flatMap((groups) => marksHolding(ground, groups, COMPARED)));
  const respelt = ask(respeltGroups(ground, common, typed));
  if (found + respelt.length >= enough(typed.length)) return { marks: respelt, meant: [] };
  const elsewhere = found + respelt.length > 0 ? [] : typedElsewhere(text);
  const retyped = elsewhere.flatMap((other) => [
    ...exactly(ground, other, COMPARED),
    ...marksHolding(ground, begun(searchWords(other)), COMPARED),
  ]);
  if (retyped.length > 0) return { marks: unique(retyped), meant: elsewhere.map(wordsOf) };
  const groups = mistypedGroups(ground, common, typed);
  const near = unique([...respelt, ...ask([groups])]);
  if (found + near.length > 0) return { marks: near, meant: [] };
  const meant = elsewhere.map(wordsOf);
  const nearElsewhere = ask(meant.map((words) => mistypedGroups(ground, NONE, words.slice(0, TOLERATED))));
  if (nearElsewhere.length > 0) return { marks: nearElsewhere, meant };
  const fewer = withWordsTooMany(groups).map((questions) => () => ask(questions()));
  return { marks: firstFound(fewer), meant: [] };
}

function firstFound(questions: readonly (() => readonly number[])[]): readonly number[] {
  for (const ask of questions) {
    const marks = ask();
    if (marks.length > 0) return marks;
  }
  return [];
}

/** What was typed on another keyboard is no common word here. */
const NONE: Common = new Set();

/** The first of `marks` by how near they are to one of the readings; the rest as they are. */
function nearestFirst(
  ground: Ground,
  readings: readonly (readonly TypedWord[])[],
  marks: readonly number[],
): readonly number[] {
  const songs = songsByIds(ground, marks.slice(0, COMPARED).map(songAt)).map(describe);
  const weighed = new Map(songs.map((song) => [song, nearest(readings, song)]));
  const near = songs.filter((song) => weighed.get(song) !== Infinity);
  return [...bestFirst(near, (song) => [-(weighed.get(song) ?? 0)]).map(shelfMark), ...marks.slice(COMPARED)];
}

/** The least distance; Infinity when more words of every reading are absent than people add to a title. */
const nearest = (readings: readonly (readonly TypedWord[])[], song: Described): number =>
  Math.min(
    ...readings.map((typed) => {
      const { distance, absent } = likeness(typed, song);
      return absent <= absentAtMost(typed.length) ? distance : Infinity;
    }),
  );

/** Words that may be mistyped: a longer question is a title as it stands, or no title. The cost grows with their square. */
const TOLERATED = 8;

const wordsOf = (text: string): readonly TypedWord[] => typedWords(text).slice(0, WORDS);

const unique = (marks: readonly number[]): readonly number[] => [...new Set(marks)];
