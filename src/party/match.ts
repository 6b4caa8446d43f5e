/**
 * Which song somebody means: sure, unsure, a wish, or nothing. The store finds what could be meant, this decides. A wrongly
 * queued song is worse than a question, so whatever fits two songs is a question.
 */
import { bestFirst, distinct } from './candidates.ts';
import { readings } from './credit.ts';
import type { Named, Song } from './model.ts';
import { isMistyped, isMistypedWhole } from './alike.ts';
import type { Knows } from './alike.ts';
import { typedElsewhere } from './letters/layouts.ts';
import { absentAtMost, likeness } from './likeness.ts';
import { askedAs, describe } from './described.ts';
import type { AskedAs, Described } from './described.ts';
import { isExact, isPerformedBy, isSimilar, wholeOf } from './nearness.ts';
import { artistKey, normalise, titleKey } from './normalise.ts';
import { typedWords } from './typed.ts';
import type { TypedWord } from './typed.ts';

export { performers, readings } from './credit.ts';

export type Decision =
  | { readonly is: 'sure'; readonly song: Song }
  /** Best first, at most 10. */
  | { readonly is: 'unsure'; readonly candidates: readonly Song[] }
  | { readonly is: 'wish'; readonly as: Named }
  | { readonly is: 'nothing' };

/** More would not fit a terminal, and whoever has not found it among ten says more words. */
const CANDIDATES = 10;

/**
 * The one song that all of `fitting` are versions of, or null when they are none or several songs. Of its versions the one
 * with exactly the performers asked for, then the most popular, then the one that was here first.
 */
function onlySong(fitting: readonly Described[], asked: readonly AskedAs[]): Song | null {
  if (new Set(fitting.map((song) => `${song.artistKey}\x1f${song.titleKey}`)).size !== 1) return null;
  const credits = new Set(asked.map(({ performers }) => performers.join('\x1f')));
  return bestFirst(fitting, ({ performers }) => [credits.has(performers.join('\x1f')) ? 1 : 0])[0] ?? null;
}

const unsure = (ordered: readonly Song[]): Decision => ({
  is: 'unsure',
  candidates: distinct(ordered, CANDIDATES),
});

/** What somebody typed, and what is known of its words. */
interface Typed {
  readonly text: string;
  readonly words: readonly TypedWord[];
  readonly knows: Knows;
}

/** Nearest first (likeness.ts); the popular before the obscure is part of it. */
const nearestFirst = ({ words }: Typed, songs: readonly Described[]): readonly Song[] =>
  bestFirst(songs, (song) => [-likeness(words, song).distance]);

/** The song that fits one of `asked`, when it is one. */
const onlyFitting = (
  fits: (asked: AskedAs, song: Described) => boolean,
  asked: readonly AskedAs[],
  near: readonly Described[],
): Song | null =>
  onlySong(
    near.filter((song) => asked.some((reading) => fits(reading, song))),
    asked,
  );

/**
 * Artist and title were given. As typed, artist in front, beats every other reading; the others only decide if they agree.
 * What is mistyped decides only where nothing is as typed.
 */
function surelyNamed(asked: readonly AskedAs[], near: readonly Described[], knows: Knows): Song | null {
  const first = onlyFitting(isExact, asked.slice(0, 1), near);
  if (first !== null) return first;
  const isThere = (fits: (asked: AskedAs, song: Described) => boolean): boolean =>
    near.some((song) => asked.some((reading) => fits(reading, song)));
  const fits = [isExact, isPerformedBy].find(isThere) ?? ((reading, song) => isMistyped(reading, song, knows));
  return onlyFitting(fits, asked, near);
}

function decideNamed(typed: Typed, all: readonly Named[], near: readonly Described[]): Decision {
  const asked = all.map(askedAs);
  const song = surelyNamed(asked, near, typed.knows);
  if (song !== null) return { is: 'sure', song };
  const similar = near.filter(
    (candidate) =>
      asked.some((reading) => isSimilar(reading, candidate)) || likeness(typed.words, candidate).absent === 0,
  );
  const [first] = all;
  if (similar.length === 0 && first) return { is: 'wish', as: first };
  return unsure(nearestFirst(typed, similar));
}

/**
 * Only words were given. They name a song for sure when they are all of its artist and title, or when they are its whole
 * title, more than one word, and neither another song nor an artist is called so; mistyped, only when nothing is as typed.
 */
function surelyMeant({ text, words, knows }: Typed, near: readonly Described[]): Song | null {
  const whole = near.filter(wholeOf(text));
  if (whole.length > 0) return onlySong(whole, []);
  const key = titleKey(text);
  if (words.length < 2 || near.some((song) => song.artistKey === key)) return null;
  const titled = near.filter((song) => song.titleKey === key);
  if (titled.length > 0) return onlySong(titled, []);
  const [run, each] = [normalise(text).replaceAll(' ', ''), words.map(({ word }) => word)];
  return onlySong(
    near.filter((song) => isMistypedWhole(run, each, song, knows)),
    [],
  );
}

function decideWords(typed: Typed, near: readonly Described[]): Decision {
  const song = surelyMeant(typed, near);
  if (song !== null) return { is: 'sure', song };
  const [asTitle, asArtist] = [titleKey(typed.text), artistKey(typed.text)];
  const named = (candidate: Described): boolean =>
    candidate.titleKey === asTitle || candidate.performers.includes(asArtist) || candidate.artistKey === asArtist;
  const similar = near
    .map((candidate) => ({ candidate, ...likeness(typed.words, candidate), isNamed: named(candidate) }))
    .filter(({ absent, isNamed }) => isNamed || (typed.words.length > 0 && absent <= absentAtMost(typed.words.length)));
  if (similar.length === 0) return { is: 'nothing' };
  const weighed = new Map(similar.map(({ candidate, distance, isNamed }) => [candidate, [Number(isNamed), -distance]]));
  return unsure(
    bestFirst(
      similar.map(({ candidate }) => candidate),
      (candidate) => weighed.get(candidate) ?? [],
    ),
  );
}

/** What is asked, and whether a word of it is one of the catalogue: without that, one of the near songs'. */
export interface AskedText {
  readonly text: string;
  readonly knows?: Knows;
}

/**
 * Decides what `asked.text` means among `near`: the songs equal to it by key in any reading, those of the same artist or
 * title, and those that a search for it finds; others do no harm. What means nothing is read again as if it had been typed
 * on another keyboard. A song id is not a text: look that up instead.
 */
export function decide(asked: AskedText, near: readonly Song[]): Decision {
  const described = near.map(describe);
  const inNear = new Set(described.flatMap(({ artistWords, titleWords }) => [...artistWords, ...titleWords]));
  const knows = asked.knows ?? ((word) => inNear.has(word));
  const asTyped = decideText(asked.text, described, knows);
  if (asTyped.is === 'sure' || asTyped.is === 'unsure') return asTyped;
  const elsewhere = typedElsewhere(asked.text).map((text) => decideText(text, described, knows));
  return elsewhere.find(({ is }) => is === 'sure') ?? elsewhere.find(({ is }) => is === 'unsure') ?? asTyped;
}

function decideText(text: string, near: readonly Described[], knows: Knows): Decision {
  const typed = { text, words: typedWords(text), knows };
  const all = readings(text);
  return all.length === 0 ? decideWords(typed, near) : decideNamed(typed, all, near);
}

/** The song of `near` that is `named` for sure and nothing else: what a WISH need not ask for. null: it is not here. */
export function isExactlyHere(named: Named, near: readonly Song[]): Song | null {
  const asked = askedAs(named);
  return onlySong(
    near.map(describe).filter((song) => isExact(asked, song)),
    [asked],
  );
}

/** Whether `song` surely is the wish `named`: the same by key, or the same title by (among others) the artists asked for. */
export function isSurely(named: Named, song: Named): boolean {
  const asked = askedAs(named);
  const described = describe({ ...song, id: 0, durationS: null, popularity: 0 });
  return isExact(asked, described) || isPerformedBy(asked, described);
}
