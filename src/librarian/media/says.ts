/** What something other than a file's name says about who sings what: tags, headers, the words' file. */
import { withoutKaraokeEnd, withoutNoisyBrackets } from './asides.ts';
import { tidy, uninverted } from './spelling.ts';

export interface Says {
  readonly artist: string | null;
  readonly title: string | null;
}

export const SAYS_NOTHING: Says = { artist: null, title: null };

/** What programs write when they know nothing. */
const NOBODY =
  /^(?:\[?unknown\]?|unknown artist|various|various artists|va|n\/?a|artist|неизвестен|неизвестный исполнитель)$/iu;
const NO_TITLE = /^(?:untitled|unknown|unknown title|audio ?track|track ?\d*|title|\d+|дорожка ?\d*|karaoke)$/iu;

/** The texts as they are written in tags, cleaned as names of files are; what says nothing is null. */
export function says(artist: string | undefined, title: string | undefined): Says {
  const who = uninverted(tidy(artist ?? ''));
  const what = tidy(withoutKaraokeEnd(withoutNoisyBrackets(tidy(title ?? ''))));
  return {
    artist: who === '' || NOBODY.test(who) ? null : who,
    title: what === '' || NO_TITLE.test(what) ? null : what,
  };
}
