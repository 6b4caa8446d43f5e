/** What the DJ's verbs about the music and the line ask of the store, and how it takes back what was ordered. */
import type { TimeOfDay } from '../party/clock.ts';
import type { EntryState, Named, NowPlaying, Page, PageWanted, Party, Place, WishState } from '../party/model.ts';
import type { Asked, AskRefusal, Queued, WhyOutcome } from './guests.ts';

/** Who gave an order, as the operating system names them. */
export type Who = string;

export type OrderOutcome =
  | { readonly is: 'given'; readonly orderId: number; readonly now: NowPlaying }
  /** The same was ordered about this very play before. */
  | { readonly is: 'again'; readonly orderId: number; readonly now: NowPlaying }
  | { readonly is: 'nothing-plays' };

/** What of the DJ's orders can be taken back; the table of sqlite/undo says how. */
export type Undoable = 'skip' | 'remove' | 'add' | 'move' | 'unpin' | 'found' | 'refuse' | 'fetch' | 'hide' | 'ban';

/** An order that was taken back, or (overtaken) of which nothing stands anymore, so that nothing was changed. */
export interface TakenBack {
  readonly is: 'undone' | 'overtaken';
  /** What was ordered, by whom and when. */
  readonly verb: Undoable;
  readonly who: Who;
  readonly atMs: number;
  /** What it was about; null where it was not about such. */
  readonly entryId: number | null;
  readonly wishId: number | null;
  /** Whose entry it is, or the guest. */
  readonly singer: string | null;
  readonly artist: string | null;
  readonly title: string | null;
  /** Of the entry or the wish, as it is now. */
  readonly state: EntryState | WishState | null;
  /** Guests who had heard of it. */
  readonly told: number;
}

export type Undone =
  | TakenBack
  /** The player is just carrying it out. */
  | { readonly is: 'not-yet'; readonly verb: Undoable }
  | { readonly is: 'nothing-to-undo' };

/** An entry after it was pinned or unpinned; already: it was so before. */
export interface PinnedAt {
  readonly is: 'done' | 'already';
  /** Where it stands now, which is not where it was wanted when the line is shorter. */
  readonly place: Place;
  /** How many of the line are called; those who said AWAY stand after them. */
  readonly callable: number;
}

export type NotPinned =
  | { readonly is: 'away'; readonly who: string; readonly singer: string }
  | { readonly is: 'unknown' }
  | { readonly is: 'too-late'; readonly state: EntryState };

export type Added =
  | (Queued & {
      readonly singer: string;
    })
  | AskRefusal
  | { readonly is: 'bad-name'; readonly why: string };

export type Closing =
  /** closing: the party ends by itself then, guests hear the last call. withdrawn: it does not any more. */
  { readonly is: 'closing' | 'withdrawn' | 'already'; readonly party: Party } | { readonly is: 'no-party' };

export interface DjLineStore {
  /** The party ends when it is that time next, by the clock of the machine; `off`: when somebody ends it. */
  closeAt(at: TimeOfDay | 'off', who: Who): Promise<Closing>;
  /**
   * Orders about the play that is on. A skip is about the play that was on at `atMs`, when the DJ said it (null: now): of
   * two DJs who skip the same song the slower one takes nobody's turn away.
   */
  orderPlayer(verb: 'skip' | 'pause' | 'resume' | 'restart', who: Who, atMs?: number | null): Promise<OrderOutcome>;
  /** null while the player has not carried it out. */
  orderOutcome(orderId: number): Promise<'done' | 'nothing' | null>;
  line(wanted: PageWanted): Promise<Page<Place>>;
  /** Why an entry stands where it stands. */
  why(entryId: number): Promise<WhyOutcome>;
  /**
   * Queues a song for a person by name, making a guest without a phone when there is none of that name. No limit applies.
   * `singer` is the name as its owner writes it; `partner` the name of who sings it too, null or left out: nobody.
   */
  addFor(name: string, what: Asked, who: Who, partner?: string | null): Promise<Added>;
  removeEntry(
    entryId: number,
    who: Who,
  ): Promise<
    | ({ readonly is: 'done'; readonly singer: string } & Named)
    | { readonly is: 'unknown' }
    | { readonly is: 'too-late'; readonly state: string }
  >;
  /** Pins it to a place, 1 is up next; whoever is pinned there moves down by one. An announced one that it displaces waits on. */
  pinEntry(entryId: number, place: number, who: Who): Promise<PinnedAt | NotPinned>;
  /** Gives it back to the rules of the line. */
  unpinEntry(entryId: number, who: Who): Promise<PinnedAt | NotPinned>;
  /**
   * Takes back the newest order of the last day that can be taken back and was not yet. 'overtaken': nothing of it stands
   * anymore, so nothing was changed; the next undo is about the order before it.
   */
  undo(who: Who): Promise<Undone>;
}
