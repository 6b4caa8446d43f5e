/** What the page is made from: one reading of how it stands, and what came of what was asked. */
import type { Language } from '../../party/reasons.ts';
import type { Credentials } from '../http/cookies.ts';
import type { PlainWords } from '../words/plain.ts';
import type { Words } from '../words/words.ts';
import type { Evening, Own } from './evening.ts';
import type { Deed, Speaker } from './form.ts';
import type { Greeted } from './greet.ts';
import type { Outcome } from './perform.ts';

/** Everything that the page shows. */
export interface Shown {
  readonly language: Language;
  readonly evening: Evening;
  readonly greeted: Greeted;
  /** As who somebody came, welcome or not. */
  readonly who: Speaker | null;
  /** What a form says with it of who asks, where no cookie does. */
  readonly carry: Credentials | null;
  readonly own: Own | null;
  /** The page loads itself anew after so many seconds; null: it stands, because it is to be read, or would come back as nobody's. */
  readonly renewS: number | null;
  readonly outcome: Outcome;
  /** What was to be done by somebody who was not welcome; it waits in the form until they are. */
  readonly pending: Deed;
  /** Of the next request made from this page. */
  readonly key: string;
}

/** What its parts are made from. */
export interface Part extends Shown {
  readonly words: Words;
  readonly plainly: PlainWords;
}
