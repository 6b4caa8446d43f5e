/** What a language must be able to say of a place. A missing sentence does not compile. */
import type { Fact } from '../explain.ts';
import type { About as Singer } from '../reasons/sentences.ts';

/** Whose entry it is, and the song as `Queen - Bohemian Rhapsody`. */
export interface About extends Singer {
  readonly song: string;
}

/** Reasons have their own sentences (reasons.ts). */
export type Explained = {
  readonly [F in Exclude<Fact['about'], 'reason'>]: (fact: Extract<Fact, { about: F }>, about: About) => string;
};
