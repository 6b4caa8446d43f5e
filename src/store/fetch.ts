/** What the fetch command asks of the store: which wishes wait for it, and what came of a try. */
import type { Named } from '../party/model.ts';

/** A wanted wish as the fetch command sees it. Times are milliseconds since 1970. */
export interface WaitingFetch extends Named {
  readonly wishId: number;
  readonly askers: number;
  readonly lastAskedAtMs: number;
  /** That failed. */
  readonly tries: number;
  /** Not before then, unless it was ordered. */
  readonly nextAtMs: number;
  /** When the DJ said that it be fetched now; null: the DJ did not. */
  readonly orderedAtMs: number | null;
}

/** A program that was started for a wish; `mark` tells it from a later process with the same pid. */
export interface FetchProcess {
  readonly pid: number;
  readonly mark: string | null;
}

/** A fetch that was under way when the librarian ended, however that went. */
export interface InterruptedFetch extends Named {
  readonly wishId: number;
  /** Where its program was to leave files, absolute. */
  readonly folder: string;
  /** null: it ended, or fell before the start of its program was written down. */
  readonly process: FetchProcess | null;
}

export interface FetchStore {
  /** In no particular order. */
  waitingFetches(): Promise<readonly WaitingFetch[]>;
  /** wanted → fetching. Returns false when it is not wanted any more. */
  beginFetch(wishId: number, folder: string): Promise<boolean>;
  /** Who is at it, so that a librarian after this one finds it. */
  noteFetchProcess(wishId: number, process: FetchProcess): Promise<void>;
  isFetching(wishId: number): Promise<boolean>;
  /** fetching → wanted with a reason for the DJ; the try counts. Does nothing once the wish is something else. */
  failFetch(wishId: number, failure: { readonly reason: string; readonly nextAtMs: number }): Promise<void>;
  /** fetching → wanted, as if nothing had been tried; what the DJ ordered stays ordered. */
  dropFetch(wishId: number): Promise<void>;
  interruptedFetches(): Promise<readonly InterruptedFetch[]>;
}
