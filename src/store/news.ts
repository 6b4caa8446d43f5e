/** How a process learns that something changed: by a hint or by the poll, then by reading these. */
import type { Named, NowPlaying, Party, WishState } from '../party/model.ts';

/**
 * Counters that grow with every committed change of their subject; comparing two pulses tells what to read again.
 * queue: anything that moves the line or a waiting range. song: what plays, or who is announced next.
 * orders: a DJ order was written. wishes: a wish changed state. party: begun, ended, closing time set. catalogue: songs came.
 */
export interface Pulse {
  readonly queue: number;
  readonly song: number;
  readonly orders: number;
  readonly wishes: number;
  readonly party: number;
  readonly catalogue: number;
}

/** A DJ order that reaches guests: a sentence for everyone, or a kick. */
export interface GuestOrder {
  readonly id: number;
  readonly atMs: number;
  readonly verb: 'say' | 'kick';
  /** kick: whom. say: null. */
  readonly guestId: number | null;
  /** kick: the order that it goes with; null: it was one by itself. say: null. */
  readonly by: 'ban' | 'forget' | null;
  /** say: the sentence. kick: the reason or ''. */
  readonly text: string;
}

/** A wish that was found or refused, for one person who asked for it and has not been told. */
export interface WishNews {
  /** Grows with every resolution; a guest's connection that has heard up to n hears only later ones. */
  readonly serial: number;
  readonly wishId: number;
  readonly guestId: number;
  readonly state: Extract<WishState, 'found' | 'refused'>;
  readonly reason: string | null;
  /** found: the song that came; refused: null. */
  readonly songId: number | null;
  /** Of that song; of the wish when it was refused. */
  readonly artist: string;
  readonly title: string;
  /** The wish as it was written, where that is another name than the song's; null: it is the same. */
  readonly wished: Named | null;
}

/** An entry that somebody was told to be ready for. */
export interface Called extends Named {
  readonly entryId: number;
  readonly songId: number;
  readonly singer: string;
  /** Who sings it too; null: nobody. */
  readonly partner: string | null;
  /** Guests: its singer, and whoever is called as the partner is. */
  readonly singers: readonly number[];
}

/** Why an entry that was announced is not any more, though nobody called it. */
export interface NotNext {
  /** displaced: it waits as before, so whoever is next goes before it. removed: by the DJ. */
  readonly why: 'displaced' | 'cancelled' | 'removed' | 'away';
  /** Who cancelled it or said AWAY; null: nobody in particular. */
  readonly who: string | null;
  /** Guests who did it themselves. */
  readonly by: readonly number[];
}

/** The stage and who comes next, of one moment. */
export interface StageNow {
  readonly now: NowPlaying;
  /** Guests who sing the turn that is on. */
  readonly singers: readonly number[];
  readonly next: Called | null;
}

export interface NewsStore {
  /** True when any process has committed since the last call on this store (PRAGMA data_version). Synchronous, microseconds. */
  changed(): boolean;
  pulse(): Promise<Pulse>;
  nowPlaying(): Promise<NowPlaying>;
  stage(): Promise<StageNow>;
  /** Of an entry that is not announced; null: it was called, or went with the party. */
  whyNotNext(entryId: number): Promise<NotNext | null>;
  /** The entry that was announced as next, if any. */
  announced(): Promise<{
    readonly entryId: number;
    readonly guestId: number;
    readonly singer: string;
    /** Who sings it too; null: nobody. */
    readonly partner: string | null;
    readonly songId: number;
    readonly artist: string;
    readonly title: string;
  } | null>;
  /** The party that is on, or null; `lastEnded` is the newest one that ended. */
  party(): Promise<{ readonly on: Party | null; readonly lastEnded: Party | null }>;
  /** How many entries wait now. */
  waitingCount(): Promise<number>;
  lastOrderId(): Promise<number>;
  guestOrdersAfter(orderId: number): Promise<readonly GuestOrder[]>;
  lastWishSerial(): Promise<number>;
  /** Resolutions after `serial` whose asker is one of `guestIds`, told on some other connection or not. */
  wishNewsAfter(serial: number, guestIds: readonly number[]): Promise<readonly WishNews[]>;
  /** Call after the write that carries the news was handed to the kernel. */
  markTold(
    told: readonly { readonly wishId: number; readonly guestId: number; readonly serial: number }[],
  ): Promise<void>;
}
