/** What the fetch command asks of the store: which wishes wait for it, and what came of a try. */
import type { Named, WishState } from '../party/model.ts';

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

/** A program that was started for a wish; `mark` tells it from a later process with the same pid, null: it had ended. */
export interface FetchProcess {
  readonly pid: number;
  readonly mark: string | null;
}

/** A fetch that was under way when the librarian ended, however that went. Paths are absolute. */
export interface InterruptedFetch extends Named {
  readonly wishId: number;
  /** Where its program was to leave files. */
  readonly folder: string;
  /** Where what it brought was about to be kept; null: it had not come so far. */
  readonly landing: string | null;
  /** null: it fell before the start of its program was written down. */
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
  /** Before the files of a good run are moved there. Returns false when the wish is not being fetched any more. */
  noteLanding(wishId: number, landing: string): Promise<boolean>;
  /** It came home: nothing of the fetch is kept, so that a wish that is lost again is not held back. */
  endFetch(wishId: number): Promise<void>;
  /** fetching → wanted with a reason for the DJ; the try counts. Of a wish that has become something else it only forgets the run. */
  failFetch(wishId: number, failure: { readonly reason: string; readonly nextAtMs: number }): Promise<void>;
  /** fetching → wanted, as if nothing had been tried; what the DJ ordered stays ordered. */
  dropFetch(wishId: number): Promise<void>;
  interruptedFetches(): Promise<readonly InterruptedFetch[]>;
}

/** What the DJ hears who orders a fetch. */
export type FetchOrder =
  /** queued: another one is being fetched, or was ordered before. */
  | ({ readonly is: 'started' | 'queued' } & Named)
  | { readonly is: 'no-such-wish' }
  | ({ readonly is: 'already'; readonly state: WishState } & Named);
