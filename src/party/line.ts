/** What the order of the line is made from, and what comes out of it. All times are milliseconds since 1970. */
import type { Reason } from './model.ts';
import type { Presence } from './presence.ts';

/** Whom a duet is sung with: a guest's id, or the key of a name that is nobody's here (names.ts). */
export type Partner = number | string;

/** A waiting row of `queue_list`. */
export interface Entry {
  readonly id: number;
  readonly guestId: number;
  /** null: sung alone. */
  readonly partner: Partner | null;
  /** Orders the guest's own entries; a swap exchanges two. */
  readonly rank: number;
  readonly askedAtMs: number;
  /** The DJ's pin: the place that was wanted + the turns played until then; null: none. */
  readonly pin: number | null;
}

/** Somebody who waits, as far as their places depend on it. */
export interface Singer {
  readonly id: number;
  readonly name: string;
  readonly presence: Presence;
  /** Turns tonight, duets included, and the own one that is on the stage now; what was skipped is none. */
  readonly sung: number;
  /** Rounds that were sung without them before they asked (missedRounds); they count as sung. */
  readonly missed: number;
  /** The round that was on when they last asked with nothing waiting; 0 before. */
  readonly round: number;
  /** When the last of those turns was taken; null: none yet. */
  readonly lastTurnAtMs: number | null;
  /** When they last said BACK; null: were never away. */
  readonly backAtMs: number | null;
}

/** Everything that the order depends on; the order of rows means nothing. */
export interface Line<E extends Entry = Entry> {
  readonly entries: readonly E[];
  /** Everybody who has an entry, and everybody known by an id who is a partner in one. */
  readonly guests: readonly Singer[];
  /** The entry that `* NEXT` was said for and the rule that had put it first; null, or no longer waiting: none. */
  readonly announced: { readonly entryId: number; readonly rule: Reason['rule'] } | null;
  /** Who sings the turn that is on, or sang last: who was skipped sang not. Nobody after a random song. */
  readonly before: readonly Partner[];
  /** Entries that were called tonight, the one on the stage included. */
  readonly turnsPlayed: number;
  /** Turns called since the last one that was overdue; Infinity: none was. */
  readonly sinceOverdue: number;
  readonly nowMs: number;
}

/** An entry in its place. 1 is up next; the places of those who are away come last and are not called. */
export interface Placed<E extends Entry = Entry> {
  readonly entry: E;
  readonly position: number;
  readonly reason: Reason;
}
