/** What the DJ's verbs about the music and the line ask of the store, and how it takes back what was ordered. */
import type { Named, NowPlaying, Page, PageWanted, Place, WishState } from '../party/model.ts';
import type { Asked, AskRefusal, Queued, WhyOutcome } from './guests.ts';

/** Who gave an order, as the operating system names them. */
export type Who = string;

export type OrderOutcome =
  | { readonly is: 'given'; readonly orderId: number; readonly now: NowPlaying }
  /** The same was ordered about this very play before. */
  | { readonly is: 'again'; readonly orderId: number; readonly now: NowPlaying }
  | { readonly is: 'nothing-plays' };

/** What of the DJ's orders can be taken back. */
export type Undoable = 'found' | 'refuse' | 'fetch';

export type Undone =
  | ({
      readonly is: 'undone' | 'overtaken';
      /** What was ordered, by whom and when. */
      readonly verb: Undoable;
      readonly who: Who;
      readonly atMs: number;
      readonly wishId: number;
      /** Of the wish, as it is now. */
      readonly state: WishState;
      /** Guests who had heard of it. */
      readonly told: number;
    } & Named)
  | { readonly is: 'nothing-to-undo' };

export interface DjLineStore {
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
   * `singer` is the name as its owner writes it.
   */
  addFor(
    name: string,
    what: Asked,
    who: Who,
  ): Promise<(Queued & { readonly singer: string }) | AskRefusal | { readonly is: 'bad-name'; readonly why: string }>;
  removeEntry(
    entryId: number,
    who: Who,
  ): Promise<
    | ({ readonly is: 'done'; readonly singer: string } & Named)
    | { readonly is: 'unknown' }
    | { readonly is: 'too-late'; readonly state: string }
  >;
  /**
   * Takes back the newest order of the last day that can be taken back and was not yet. 'overtaken': nothing of it stands
   * anymore, so nothing was changed; the next undo is about the order before it.
   */
  undo(who: Who): Promise<Undone>;
}
