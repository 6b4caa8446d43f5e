/** Which songs may be a wish, though nobody can be sure: what the DJ is asked about. */
import { isArtistAlike, isTitleAlike } from './alike.ts';
import { askedAs, describe } from './described.ts';
import type { AskedAs, Described } from './described.ts';
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
  const wish = bothWays(named);
  const words = normalise(named.title).split(' ');
  return candidates.filter((candidate) => {
    const song = bothWays(candidate);
    if (song.asked.titleKey === wish.asked.titleKey) return true;
    // Letters are spelt in one direction only: Щурците may be typed shturcite, and who wished for it typed either.
    const alike = (are: (asked: AskedAs, described: Described) => boolean): boolean =>
      are(wish.asked, song.described) || are(song.asked, wish.described);
    if (!alike(isArtistAlike)) return false;
    const others = normalise(candidate.title).split(' ');
    return alike(isTitleAlike) || holds(words, others) || holds(others, words);
  });
}

/** As somebody asks for it, and as a song that somebody asks for. */
const bothWays = (named: Named): { readonly asked: AskedAs; readonly described: Described } => ({
  asked: askedAs(named),
  described: describe({ id: 0, durationS: null, popularity: 0, ...named }),
});

/** One title with something added: "Waterloo (Live)", "Waterloo 2010". */
const holds = (some: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => some.includes(word));
