/** What becomes of the line and who orders what, for those who watch. */
import type { Named } from '../party/model.ts';

/** The entry that `* NEXT` was said for. */
export interface NextUp extends Named {
  readonly entryId: number;
  readonly singer: string;
  readonly partner: string | null;
}

/** away: somebody who sings it said so. left: its singer's connection is lost for good. displaced: another one goes first. */
export type GoneBecause = 'away' | 'left' | 'cancelled' | 'displaced';

/** An order of a DJ that did something; what it is not about is null. */
export interface OrderNews {
  readonly orderId: number;
  readonly atMs: number;
  readonly who: string;
  readonly verb: string;
  /** As the order was logged: a sentence, a reason, a place, a time. */
  readonly text: string;
  readonly entryId: number | null;
  readonly wishId: number | null;
  /** Who sings, or the guest that it is about. */
  readonly singer: string | null;
  readonly artist: string | null;
  readonly title: string | null;
}

/** How far a watcher has read: who was next, and the last order. */
export interface LineMark {
  readonly next: NextUp | null;
  readonly lastOrder: number;
}

export interface LineTidings extends LineMark {
  /** Who was next at the mark and will not be, though not called; null: nobody. */
  readonly gone: (NextUp & { readonly why: GoneBecause }) | null;
  /** Since the mark, oldest first. */
  readonly orders: readonly OrderNews[];
}

/** Two texts that are other ones when the line, or who is here, is not what it was; they mean nothing else. */
export interface LineDigest {
  /** Order, presence and reasons of every place, and which no longer fit before the end. */
  readonly line: string;
  readonly guests: string;
}

export interface LineTidingsStore {
  /** Without a mark: how things stand, and nothing has happened. A few indexed rows, so it may be asked often. */
  lineTidings(mark: LineMark | null): Promise<LineTidings>;
  /** Places the whole line: some 10 ms for a long one. */
  lineDigest(): Promise<LineDigest>;
}
