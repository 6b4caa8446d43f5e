/** What the DJ's verbs about hidden songs, banned guests and the records ask of the store. */
import type { Named, Page, PageWanted, Song } from '../party/model.ts';
import type { GuestFound } from './guest_found.ts';
import type { Play } from './plays.ts';
import type { Who } from './dj_line.ts';
import type { Asked } from './guests.ts';

interface Hidden {
  readonly is: 'done' | 'already';
  readonly song: Song;
  /** Hidden: wishes that were found with it, and are wanted again. Shown: those that are found again. */
  readonly wishes: readonly ({ readonly wishId: number } & Named)[];
  /** Entries that ask for it and stay, with their singers. */
  readonly waiting: readonly { readonly entryId: number; readonly singer: string }[];
}

export type HideOutcome =
  Hidden | { readonly is: 'unsure'; readonly candidates: readonly Song[] } | { readonly is: 'no-such-song' };

/** Somebody who was not allowed in, or is again. */
export interface Banned {
  readonly is: 'banned' | 'already';
  readonly guestId: number;
  readonly name: string;
  /** What the guest reads. */
  readonly reason: string;
  /** Their waiting entries, which were cancelled. */
  readonly cancelled: readonly number[];
  /** Waiting entries of others who want to sing with them; they stay. */
  readonly duets: readonly number[];
  readonly connections: number;
  /** They sing at this moment. */
  readonly onStage: boolean;
}

export interface Unbanned {
  readonly is: 'unbanned' | 'already';
  readonly guestId: number;
  readonly name: string;
  /** Entries of tonight that the ban had cancelled; they stay so. */
  readonly cancelled: readonly number[];
}

/** A night that can be exported. */
export interface Night {
  readonly partyId: number;
  readonly name: string;
  readonly startedAtMs: number;
}

/** One play with the night it was of. */
export interface NightPlay extends Play {
  readonly partyId: number;
  readonly party: string;
  readonly random: boolean;
}

/** `last`: tonight, or the last night when no party is on. */
export type NightsWanted = 'all' | 'last' | number;

export interface CareStore {
  /** Takes a song out of sight: it is not found, not played by chance, and who asks for it is told. Stays so through imports and scans. */
  hide(what: Asked, who: Who): Promise<HideOutcome>;
  unhide(what: Asked, who: Who): Promise<HideOutcome>;
  /** By artist and title; `words` narrows them to those with words that begin so. */
  hiddenSongs(words: string | null, wanted: PageWanted): Promise<Page<Song>>;
  /** `words`: a whole name, or an id, and perhaps a reason after it; several that fit are a question. */
  ban(words: string, who: Who): Promise<GuestFound<Banned>>;
  /** `guest` is an id or a whole name. */
  unban(guest: string, who: Who): Promise<GuestFound<Unbanned>>;
  /**
   * The plays after `after` (a playId; 0: from the first), in the order in which they began. A play that began since is at
   * the end, so nothing is lost or doubled between two pages. Empty: there are no more.
   */
  playsAfter(wanted: NightsWanted, after: number, size: number): Promise<readonly NightPlay[]>;
  /** The newest first. */
  nights(most: number): Promise<readonly Night[]>;
}

/** How far work on the whole database is. */
export interface AsideProgress {
  /** `backup`: pages copied. `check`: looks taken, at the database or at a copy of it. */
  readonly kind: 'backup' | 'check';
  readonly done: number;
  readonly total: number;
}

export type BackupOutcome =
  | { readonly is: 'done'; readonly bytes: number }
  | { readonly is: 'exists' | 'no-folder' | 'not-writable' }
  /** Bytes that are needed, and that are free there. */
  | { readonly is: 'no-room'; readonly needed: number; readonly free: number }
  /** The copy is not whole, so it was thrown away. */
  | { readonly is: 'damaged'; readonly faults: readonly Fault[] }
  | { readonly is: 'failed'; readonly why: string };

/** Something that is wrong with the database: what was looked at, what was found there, and what to do. */
export interface Fault {
  readonly check: string;
  readonly found: string;
  readonly remedy: string;
}

export type CheckOutcome =
  | {
      readonly is: 'checked';
      readonly bytes: number;
      readonly checks: readonly string[];
      readonly faults: readonly Fault[];
    }
  | { readonly is: 'failed'; readonly why: string };

/** Work on the whole database, in a thread of its own: whoever asks for it stays able to hear. Rejects when `gone` is aborted. */
export interface AsideStore {
  /** Copies the database as it stands into `file` (absolute), which appears only when the copy is whole and was checked. */
  backup(file: string, told: (progress: AsideProgress) => void, gone: AbortSignal): Promise<BackupOutcome>;
  check(told: (progress: AsideProgress) => void, gone: AbortSignal): Promise<CheckOutcome>;
}
