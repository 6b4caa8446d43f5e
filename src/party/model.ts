/** The nouns of the domain, as values. Every other file speaks in these; nothing here does anything. */

import type { Presence } from './presence.ts';

/** A song of the catalogue. `durationS` is null when nobody knows it. */
export interface Song {
  readonly id: number;
  readonly artist: string;
  readonly title: string;
  readonly durationS: number | null;
  /** 0-100, as charts and catalogues give it; 0 when unknown. */
  readonly popularity: number;
}

/** A song named by people, in the catalogue or not. */
export interface Named {
  readonly artist: string;
  readonly title: string;
}

/** What may become of an entry of `queue_list`; the moves are the table in entry.ts. */
export type EntryState = 'waiting' | 'singing' | 'sung' | 'skipped' | 'cancelled' | 'unsung';

/** What may become of a wish of `download_list`; the moves are the table in wish.ts. */
export type WishState = 'wanted' | 'fetching' | 'found' | 'refused' | 'withdrawn';

/** Whole minutes until the gap before a turn begins; null while unknown (paused, away). */
export type WaitRange = { readonly fromMin: number; readonly toMin: number } | null;

/** Some guests by name, and how many more there are. */
export interface Others {
  /** One or two. */
  readonly names: readonly string[];
  readonly more: number;
  /** Turns that each had had when their place came, those placed in the line before it included. */
  readonly turns: number;
  /**
   * Those of them, and of longest-wait the entry's own singer too, who sing the song that is on with its singer: to them it
   * is a turn once it is sung.
   */
  readonly onStage?: readonly string[];
}

/** What the turns of a comparison are: all sung; some still ahead in the line; some missed before the first request. */
export type Counted = 'sung' | 'ahead' | 'missed';

/** Why an entry stands where it stands; the rules of domain.md, The line. Doors say it as a sentence (reasons.ts). */
export type Reason =
  /** The DJ put it there. */
  | { readonly rule: 'pinned' }
  /** `* NEXT` was said for it. */
  | { readonly rule: 'announced' }
  /** Who sings it just had a turn, so `between` goes in between. */
  | { readonly rule: 'not-twice'; readonly between: string }
  /** Its singer goes in between: `passed` has the better claim, and just had a turn. */
  | { readonly rule: 'in-between'; readonly passed: string }
  | { readonly rule: 'overdue'; readonly waitedMin: number }
  /** Others have had fewer turns. `turns`: own ones before this; `placed` of them still wait ahead, `missed` count as sung. */
  | {
      readonly rule: 'fewest-turns';
      readonly turns: number;
      readonly placed: number;
      readonly missed: number;
      readonly others: Others;
      readonly counted: Counted;
    }
  /** Others have had as many turns, and wait longer: since their first request, since their last turn, or some so, some so. */
  | {
      readonly rule: 'longest-wait';
      readonly turns: number;
      readonly placed: number;
      readonly others: Others;
      readonly counted: Counted;
      readonly since: 'request' | 'turn' | 'either';
    }
  /** Nobody who may be called has had fewer turns, or as many and waits longer. `behind`: who stands before out of turn. */
  | {
      readonly rule: 'first';
      readonly behind: { readonly singer: string; readonly rule: 'pinned' | 'announced' | 'overdue' } | null;
    }
  /** An own song comes right before it, and there is nobody else to go in between. */
  | { readonly rule: 'own-first' }
  /** Not connected for longer than the grace; those who are here go first. */
  | { readonly rule: 'after-present'; readonly presentWaiting: number }
  /** `who` said AWAY: its singer, or who sings it too. */
  | { readonly rule: 'away'; readonly who: string };

/** One place of the line as every door shows it. */
export interface Place {
  readonly entryId: number;
  /** 1 is up next; the song being sung has no place. */
  readonly position: number;
  readonly guestId: number;
  readonly singer: string;
  /** Who sings it too; null: nobody. */
  readonly partner: string | null;
  readonly presence: Presence;
  /** Of its singer. Lost: within the grace the singer is present all the same. None: the DJ added a guest without a phone. */
  readonly connection: 'open' | 'lost' | 'none';
  readonly song: Song;
  readonly wait: WaitRange;
  /** When the party ends, where the song will not be over by then even if all goes fast; null: it may fit. */
  readonly tooLateFor: number | null;
  readonly reason: Reason;
}

/** What sounds now, read at `atMs`. */
export type NowPlaying =
  | {
      readonly state: 'silence';
      readonly why: 'no-party' | 'nothing-to-play';
      readonly atMs: number;
    }
  | {
      readonly state: 'playing' | 'paused' | 'between';
      readonly playId: number;
      /** null: a random song, nobody sings. */
      readonly entryId: number | null;
      readonly guestId: number | null;
      readonly singer: string | null;
      /** Who sings with them; null: nobody. */
      readonly partner: string | null;
      readonly song: Song;
      /**
       * Milliseconds into the music at `atMs`; negative in the gap before it (-12000: starts in 12 s), frozen while paused.
       * `between` and a paused gap are the only negative ones.
       */
      readonly positionMs: number;
      readonly durationMs: number;
      readonly atMs: number;
    };

/** One evening, from start to end, midnight or not. */
export interface Party {
  readonly id: number;
  readonly name: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  /** When it will end by itself, if somebody said so. */
  readonly closingAtMs: number | null;
}

/** A page of rows. `total` is counted to 1,000; `more` says that it is a lower bound. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly more: boolean;
  readonly page: number;
}

/** Which page of rows is meant: `page` counts from 1, `size` is 1-100. */
export interface PageWanted {
  readonly page: number;
  readonly size: number;
}
