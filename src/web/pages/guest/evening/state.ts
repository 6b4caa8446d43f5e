/** What the guest page knows of the evening: what the server said of it, and what this guest is about to do. */
import type { EVENT_SHAPES, FieldsOf, SHAPES } from '../../../../protocol/shapes.ts';
import type { Bye, Err, Link, Ok, Row } from '../../talk/said.ts';
import type { Notice } from './notices.ts';

export type Now = FieldsOf<(typeof SHAPES)['NOW']>;
export type Party = Omit<FieldsOf<(typeof SHAPES)['PARTY']>, `said${string}` | `ended${string}`>;
/** A song whose singers are told to be ready, or that the microphone is theirs. */
export type Called = FieldsOf<(typeof EVENT_SHAPES)['NEXT']>;

/** Who speaks. `code` proves it on another phone; null: this phone was never told it. */
export interface Me {
  readonly guestId: number;
  readonly name: string;
  readonly code: string | null;
  readonly away: boolean;
}

/** The first pages of a list, as many as were asked for. `total` is a lower bound where `more` says so. */
export interface Pages<R> {
  readonly rows: readonly R[];
  readonly total: number;
  readonly more: boolean;
  readonly pages: number;
}

/** A song as somebody asks for it; without an id it is what was typed. */
export interface Wanted {
  readonly songId: number | null;
  readonly artist: string;
  readonly title: string;
}

/** A request or a wish under way. */
export interface Ask {
  readonly id: string;
  readonly doing: 'ask' | 'wish';
  /** Whether this page made it, or the one before a reload. */
  readonly from: 'here' | 'before';
  readonly wanted: Wanted;
  /** Who is to sing it too; null: nobody. */
  readonly partner: string | null;
}

/** What somebody was doing when it was refused: the same refusal has other words for another deed. */
export type Doing = 'name' | 'ask' | 'wish' | 'change';

/** What came of the last thing that this guest did, until it is read or something else is done. */
export type Outcome =
  | { readonly is: 'queued'; readonly entry: Ok<'QUEUED'> }
  | { readonly is: 'wished'; readonly wish: Ok<'WISHED'> }
  | {
      readonly is: 'unsure';
      readonly candidates: readonly Row<'song row'>[];
      readonly wanted: Wanted;
      readonly partner: string | null;
    }
  | { readonly is: 'refused'; readonly err: Err; readonly doing: Doing; readonly partner: string | null }
  /** It will not be repeated: somebody else speaks now, or another party is on. */
  | { readonly is: 'gone'; readonly wanted: Wanted }
  | { readonly is: 'cancelled' | 'unwished'; readonly artist: string; readonly title: string }
  | { readonly is: 'away' | 'back' };

/** Why nothing can be done here any more, until somebody connects anew. */
export type Shut =
  | { readonly why: 'kicked'; readonly words: string | null }
  | { readonly why: 'banned'; readonly name: string; readonly words: string | null }
  | { readonly why: 'forgotten' };

/** Whom the phone remembered and the house does not welcome any more: nobody is called so, or the code is another one. */
export interface Stranger {
  readonly name: string;
  readonly because: 'forgotten' | 'code';
}

export interface State {
  readonly link: Link;
  /** How the server took leave when it did; null while the link is open. */
  readonly bye: Bye | null;
  readonly shut: Shut | null;
  /** null: not known yet. */
  readonly party: Party | null;
  /** The party that ended while this page was open, until its guest has read the goodbye. */
  readonly ended: Party | null;
  readonly me: Me | null;
  /** Until their guest has said a name, or does not want to. */
  readonly stranger: Stranger | null;
  readonly now: Now | null;
  /** Called in so many words; what the line and the music say of it comes to the same (calls.ts). */
  readonly turn: Called | null;
  readonly next: Called | null;
  readonly line: Pages<Row<'queue row'>> | null;
  /** null: not known yet, or nobody speaks. */
  readonly mine: readonly Row<'queue row'>[] | null;
  readonly wishes: readonly Row<'wish row'>[];
  readonly unsung: readonly Row<'unsung row'>[];
  readonly history: Pages<Row<'history row'>> | null;
  readonly notices: readonly Notice[];
  readonly asks: readonly Ask[];
  readonly outcome: Outcome | null;
}

export const BEGINNING: State = {
  link: 'connecting',
  bye: null,
  shut: null,
  party: null,
  ended: null,
  me: null,
  stranger: null,
  now: null,
  turn: null,
  next: null,
  line: null,
  mine: null,
  wishes: [],
  unsung: [],
  history: null,
  notices: [],
  asks: [],
  outcome: null,
};

/** What only a named guest has; forgotten when somebody else speaks. */
export const NOBODY = {
  me: null,
  turn: null,
  next: null,
  mine: null,
  wishes: [],
  unsung: [],
  history: null,
  notices: [],
} as const satisfies Partial<State>;
