/** Which songs may be a wish, though nobody can be sure: what the DJ is asked about. */
import { isArtistAlike, isTitleAlike } from './alike.ts';
import { askedAs, describe } from './described.ts';
import type { Named, Song } from './model.ts';
import { normalise } from './normalise.ts';

/** The DJ chooses among so few at a glance; whoever wants more has `songs`. */
export const PROPOSALS = 3;

/**
 * Of `candidates` for the wish `named`, in their order, what is worth a look: the same title by anybody, or by the same artist
 * nearly that title (mistyped, another version). Another song of the artist is none: importing all of ABBA would propose
 * each for "ABBA - Waterloo".
 */
export function mayBe(named: Named, candidates: readonly Song[]): readonly Song[] {
  const asked = askedAs(named);
  const words = normalise(named.title).split(' ');
  return candidates.filter((candidate) => {
    const song = describe(candidate);
    if (song.titleKey === asked.titleKey) return true;
    if (!isArtistAlike(asked, song)) return false;
    const others = normalise(candidate.title).split(' ');
    return isTitleAlike(asked, song) || holds(words, others) || holds(others, words);
  });
}

/** One title with something added: "Waterloo (Live)", "Waterloo 2010". */
const holds = (some: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => some.includes(word));
