/** Asking for a song: what is asked, and what becomes of it. */
import type { Song, WaitRange, WishState } from '../party/model.ts';

/** What a guest asks for: an id, or the text as typed (match.ts finds the splits). */
export type Asked = { readonly songId: number } | { readonly text: string };

export interface Queued {
  readonly is: 'queued';
  readonly entryId: number;
  readonly song: Song;
  /** null when a repeated key finds the entry no longer waiting; `state` says what became of it. */
  readonly position: number | null;
  readonly wait: WaitRange;
  /** When the party ends, where the song will not be over by then: the DJ may add it all the same. null: it may fit. */
  readonly tooLateFor: number | null;
  readonly repeated: boolean;
  /** Other guests who wait for the same song. */
  readonly alsoAskedBy: readonly string[];
  /** Who sings it too; null: nobody. */
  readonly partner: string | null;
  /** Whether somebody here is called as the partner is. */
  readonly partnerIsKnown: boolean;
  /** Who said AWAY, so that it is not called; null: nobody. */
  readonly heldBy: string | null;
  readonly state: 'waiting' | 'singing' | 'sung' | 'skipped' | 'cancelled' | 'unsung';
}

export interface Wished {
  readonly is: 'wished';
  readonly wishId: number;
  readonly artist: string;
  readonly title: string;
  readonly askers: number;
  readonly repeated: boolean;
  /** What the DJ answered when it was refused before; null if never. */
  readonly refusedBefore: string | null;
  readonly state: WishState;
}

/** Refusals that REQUEST and WISH share. */
export type AskRefusal =
  | { readonly is: 'unsure'; readonly candidates: readonly Song[] }
  | { readonly is: 'not-found' }
  | { readonly is: 'no-such-song'; readonly songId: number }
  | { readonly is: 'duplicate-entry'; readonly entryId: number; readonly song: Song }
  | { readonly is: 'duplicate-song'; readonly song: Song }
  | { readonly is: 'queue-limit'; readonly limit: number }
  | { readonly is: 'wish-limit'; readonly limit: number }
  | { readonly is: 'no-party' }
  /** The DJ has hidden it: it is here, and not played. */
  | { readonly is: 'hidden-song'; readonly song: Song }
  /** The DJ has just forgotten, or banned, whoever asks. */
  | { readonly is: 'forgotten' }
  | { readonly is: 'banned' }
  /** `wait` is what it would have been. */
  | { readonly is: 'too-late'; readonly closingAtMs: number; readonly song: Song; readonly wait: WaitRange }
  | PartnerRefusal;

/** Why a duet cannot be sung with whom was named. */
export type PartnerRefusal =
  /** No name, or one's own. `why` is a sentence. */
  | { readonly is: 'bad-partner'; readonly why: string }
  /** Nobody is called so, but it would pass for `like`, who is. */
  | { readonly is: 'partner-looks-like'; readonly name: string; readonly like: string }
  | { readonly is: 'partner-banned'; readonly name: string };

/** No song is so called; with the first words of it the partner is `name`, who is known, and `rest` is the song. */
export interface PartnerCutOff {
  readonly is: 'partner-cut-off';
  readonly name: string;
  readonly rest: string;
  readonly candidates: readonly Song[];
}

export type RequestOutcome = Queued | Wished | AskRefusal | PartnerCutOff;
export type WishOutcome = Wished | AskRefusal;
