/** What becomes of wishes, for those who watch: the DJ sees each by name. */
import type { Named, WishState } from '../party/model.ts';

/** How far a watcher has read. */
export interface TidingsMark {
  /** Pulse.wishes. */
  readonly beats: number;
  /** The last resolution of a wish. */
  readonly serial: number;
}

/** A wish that the DJ is looking for. */
export interface OpenWish extends Named {
  readonly wishId: number;
  readonly state: Extract<WishState, 'wanted' | 'fetching'>;
  readonly askers: number;
}

/** A wish that came to an end; songId: what came, reason: why not. */
export interface EndedWish extends Named {
  readonly wishId: number;
  readonly state: Extract<WishState, 'found' | 'refused'>;
  readonly askers: number;
  readonly songId: number | null;
  readonly reason: string | null;
}

export interface WishTidings extends TidingsMark {
  /** All of them, as they stand. */
  readonly open: readonly OpenWish[];
  /** Since the mark, in the order in which they fell. */
  readonly ended: readonly EndedWish[];
}

/** One wish as it stands. */
export interface WishNow extends Named {
  readonly wishId: number;
  readonly state: WishState;
  readonly askers: number;
  /** found: what came. */
  readonly songId: number | null;
}

export interface TidingsStore {
  /** null: nothing became of any wish since `mark`. Without a mark: how things stand, and nothing has ended. */
  wishTidings(mark: TidingsMark | null): Promise<WishTidings | null>;
  /** null: there is no such wish. */
  wishNow(wishId: number): Promise<WishNow | null>;
}
