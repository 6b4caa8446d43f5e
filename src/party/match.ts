/**
 * Which song somebody means: sure, unsure, a wish, or nothing. The store finds what could be meant, this decides. A wrongly
 * queued song is worse than a question, so whatever fits two songs is a question.
 */
import { bestFirst, distinct } from './candidates.ts';
import { readings } from './credit.ts';
import type { Named, Song } from './model.ts';
import { askedAs, describe, holdsAll, isExact, isPerformedBy, isSimilar, shared, wholeOf } from './nearness.ts';
import type { AskedAs, Described } from './nearness.ts';
import { artistKey, searchWords, titleKey } from './normalise.ts';

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

/** Artist and title were given. As typed, artist in front, beats every other reading; the others only decide if they agree. */
function surelyNamed(asked: readonly AskedAs[], near: readonly Described[]): Song | null {
  const inAny = (fits: (asked: AskedAs, song: Described) => boolean, some: readonly AskedAs[]): Song | null =>
    onlySong(
      near.filter((song) => some.some((reading) => fits(reading, song))),
      some,
    );
  const exact = near.some((song) => asked.some((reading) => isExact(reading, song)));
  return inAny(isExact, asked.slice(0, 1)) ?? inAny(exact ? isExact : isPerformedBy, asked);
}

function decideNamed(first: Named, all: readonly Named[], near: readonly Described[]): Decision {
  const asked = all.map(askedAs);
  const song = surelyNamed(asked, near);
  if (song !== null) return { is: 'sure', song };
  const similar = near.filter((candidate) => asked.some((reading) => isSimilar(reading, candidate)));
  if (similar.length === 0) return { is: 'wish', as: first };
  const most = (of: (reading: AskedAs) => number): number => Math.max(...asked.map(of));
  return unsure(
    bestFirst(similar, (candidate) => [
      most((reading) => (reading.titleKey === candidate.titleKey ? 1 : 0)),
      most((reading) => shared(reading.titleWords, candidate.titleWords)),
      most((reading) => shared(reading.words, candidate.artistWords)),
      most((reading) => (reading.artistKey === candidate.artistKey ? 1 : 0)),
    ]),
  );
}

/**
 * Only words were given. They name a song for sure when they are all of its artist and title, or when they are its whole
 * title, more than one word, and neither another song nor an artist is called so.
 */
function surelyMeant(text: string, words: readonly string[], near: readonly Described[]): Song | null {
  const whole = near.filter(wholeOf(text));
  if (whole.length > 0) return onlySong(whole, []);
  const key = titleKey(text);
  if (words.length < 2 || near.some((song) => song.artistKey === key)) return null;
  return onlySong(
    near.filter((song) => song.titleKey === key),
    [],
  );
}

function decideWords(text: string, near: readonly Described[]): Decision {
  const words = searchWords(text);
  const song = surelyMeant(text, words, near);
  if (song !== null) return { is: 'sure', song };
  const [asTitle, asArtist] = [titleKey(text), artistKey(text)];
  const named = (candidate: Described): boolean =>
    candidate.titleKey === asTitle || candidate.performers.includes(asArtist) || candidate.artistKey === asArtist;
  const similar = near.filter((candidate) => named(candidate) || holdsAll(words, candidate));
  if (similar.length === 0) return { is: 'nothing' };
  const wholeWords = (candidate: Described): number =>
    words.filter((word) => candidate.titleWords.includes(word) || candidate.artistWords.includes(word)).length;
  return unsure(bestFirst(similar, (candidate) => [named(candidate) ? 1 : 0, wholeWords(candidate)]));
}

/**
 * Decides what `asked.text` means among `near`: the songs equal to it by key in any reading, those of the same artist or
 * title, and those that hold all its words; others do no harm. A song id is not a text: look that up instead.
 */
export function decide(asked: { readonly text: string }, near: readonly Song[]): Decision {
  const all = readings(asked.text);
  const described = near.map(describe);
  const [first] = all;
  return first === undefined ? decideWords(asked.text, described) : decideNamed(first, all, described);
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
