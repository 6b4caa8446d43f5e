/** Everything of a night that its properties are about, as it was seen from outside: what was said, and what rows became. */
import type { Reason } from '../../../src/party/model.ts';
import type { Understood } from './understanding.ts';

/** One line of the log. */
interface Noted {
  readonly atMs: number;
  /** A guest, `DJ`, `stage`, or `house`. */
  readonly who: string;
  readonly what: string;
}

/** Something that a guest understood from a line, on one of their connections. */
export type Heard = Understood & { readonly atMs: number; readonly who: string; readonly connection: number };

export interface Visit {
  readonly connection: number;
  readonly who: string;
  readonly fromMs: number;
  untilMs: number | null;
  /** How it ended; null: it has not. */
  end: 'left' | 'lost' | 'bye' | 'cut' | null;
  byes: number;
}

/** A waiting entry at one moment. */
export interface Waiter {
  readonly entryId: number;
  readonly who: string;
  /** Who sings it too, as it was typed. */
  readonly partner: string | null;
  readonly askedAtMs: number;
  readonly presence: 'present' | 'absent' | 'away';
  /** Of the partner; of nobody known and of somebody without a phone it is present. */
  readonly partnerPresence: 'present' | 'absent' | 'away';
  readonly pinned: boolean;
  /** The place that the pin is for now; 1 and less: the next. null: no pin. */
  readonly pinPlace: number | null;
  /** Turns tonight that were not skipped, the own one on the stage included; and the rounds missed before the first request. */
  readonly sung: number;
  readonly missed: number;
}

/** Somebody was announced as next; `entryId` null: nobody is, any more. */
export interface Announcement {
  readonly atMs: number;
  readonly entryId: number | null;
  readonly rule: Reason['rule'] | null;
  /** Everybody who waited, the announced one included. */
  readonly waiting: readonly Waiter[];
}

/** A turn was taken. */
export interface Taking {
  readonly atMs: number;
  readonly playId: number;
  readonly partyId: number;
  /** null: a random song. */
  readonly entryId: number | null;
  readonly who: string | null;
  readonly partner: string | null;
  readonly rule: Reason['rule'] | null;
  readonly artist: string;
  readonly title: string;
  /** Who waited on when it was taken; the one who was taken is `taken`. */
  readonly waiting: readonly Waiter[];
  readonly taken: Waiter | null;
}

/** A wish was found or refused. */
export interface Resolution {
  readonly atMs: number;
  readonly wishId: number;
  readonly state: string;
  /** Who asked for it then. */
  readonly askers: readonly string[];
}

/** What the rows say when all is over. */
export interface PlayRow {
  readonly playId: number;
  readonly partyId: number;
  readonly entryId: number | null;
  readonly who: string | null;
  readonly partner: string | null;
  readonly artist: string;
  readonly title: string;
  readonly takenAtMs: number;
  readonly endedAtMs: number | null;
  readonly how: string;
}

export interface EntryRow {
  readonly entryId: number;
  readonly partyId: number;
  readonly who: string;
  readonly artist: string;
  readonly title: string;
  readonly askedAtMs: number;
  readonly state: string;
}

export interface Chronicle {
  readonly log: Noted[];
  readonly heard: Heard[];
  readonly visits: Visit[];
  readonly announcements: Announcement[];
  readonly takings: Taking[];
  /** AWAY and BACK that were answered OK. */
  readonly aways: { readonly atMs: number; readonly who: string; readonly is: 'away' | 'back' }[];
  /** karaoked fell or was stopped, and began again. */
  readonly hostEvents: { readonly atMs: number; readonly is: string }[];
  /** What the DJ typed, and what came of it. */
  readonly orders: { readonly atMs: number; readonly line: string; readonly answer: readonly string[] }[];
  /** When parties ended. */
  readonly ends: { readonly atMs: number; readonly partyId: number }[];
  readonly resolutions: Resolution[];
  /** Bugs that were caught, and lines that could not be said: a replay with one of these is broken. */
  readonly defects: string[];
  plays: readonly PlayRow[];
  entries: readonly EntryRow[];
}

export const newChronicle = (): Chronicle => ({
  log: [],
  heard: [],
  visits: [],
  announcements: [],
  takings: [],
  aways: [],
  hostEvents: [],
  orders: [],
  ends: [],
  resolutions: [],
  defects: [],
  plays: [],
  entries: [],
});
