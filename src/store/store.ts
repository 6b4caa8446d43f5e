/**
 * The store as its users see it. Every method is one whole transaction and resolves after it is committed (and, for a
 * write, synced): "acknowledged means durable". A method rejects with StoreBusy or StoreUnwritable (errors.ts) when it
 * cannot; every refusal that a person should hear is a value.
 *
 * Only src/store/sqlite knows that this is SQLite; the interface is asynchronous so that a networked database can serve it.
 */
import type { DjStore } from './dj.ts';
import type { FetchStore } from './fetch.ts';
import type { GuestStore } from './guests.ts';
import type { HostStore } from './host.ts';
import type { ComparingStore, LibrarianStore } from './librarian.ts';
import type { LibraryStore } from './library.ts';
import type { NewsStore } from './news.ts';
import type { PlayerStore } from './player.ts';

/** What a process may ask of the store depends on its part; main.ts files hand on only that part. */
export interface Store
  extends
    GuestStore,
    DjStore,
    PlayerStore,
    LibrarianStore,
    ComparingStore,
    LibraryStore,
    FetchStore,
    HostStore,
    NewsStore {
  /** Closes the database. Later calls reject. */
  close(): void;
}

/** What it takes to open a store. */
export interface StoreOptions {
  /** The database file; host.ts creates and migrates it, everyone else expects it to be there. */
  readonly file: string;
  /** The key of the personal codes' HMAC (run/secret, 0600). */
  readonly secret: Buffer;
  /** Milliseconds since 1970; injected so that a night can be replayed on a fake clock. */
  readonly now: () => number;
  /** The limits that the domain sets, as they stand now (a reload may change them). */
  readonly limits: () => Limits;
  /**
   * How old a line may be that is told again while nobody commits: it is a function of the clock and of the limits, too.
   * Left out: it is read anew for each question.
   */
  readonly keepLineMs?: number;
  /** A whole number from 0 to `below` - 1, for random songs; injected as `now` is. Left out: the system's chance. */
  readonly chance?: (below: number) => number;
}

/** The configured numbers that decide outcomes inside transactions. Units are in the names. */
export interface Limits {
  readonly queuePerGuest: number;
  readonly wishPerGuest: number;
  readonly graceSeconds: number;
  readonly gapSeconds: number;
  readonly songSeconds: number;
  /** null: a song lasts its duration. */
  readonly everyMinutes: number | null;
  /** Milliseconds that a random song still goes on once somebody waits who may be called; null: to its end. */
  readonly giveWayMs: number | null;
  /** The folder that random songs come from, an absolute path; '': the whole library. */
  readonly randomFrom: string;
}
