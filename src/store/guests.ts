/** What a guest's conversation asks of the store. */
import type { Fact } from '../party/explain.ts';
import type { EntryState, Named, NowPlaying, Page, PageWanted, Party, Place, Song, WishState } from '../party/model.ts';
import type { Asked, AskRefusal, RequestOutcome, WishOutcome } from './asking.ts';
import type { WishNews } from './news.ts';

export type {
  Asked,
  Queued,
  Wished,
  AskRefusal,
  PartnerRefusal,
  PartnerCutOff,
  RequestOutcome,
  WishOutcome,
} from './asking.ts';

/** A connection's name in the table `connection`: the session process's epoch and the seat within the whole tree. */
export interface ConnectionId {
  readonly epoch: number;
  readonly seat: number;
}

export interface Guest {
  readonly id: number;
  readonly name: string;
}

/** What somebody says with HELLO. `words` is everything after the options. */
export interface HelloAsked {
  readonly words: string;
  /** From `code=`; null when the code may be the last of `words`. */
  readonly code: string | null;
  /**
   * The client's own id for this HELLO, kept with a new name: said again within ten minutes, and before anybody has shown
   * the code, it is the new name once more, with another code. Else it is as if none was said; null or not said: none.
   */
  readonly key?: string | null;
  /** Who this connection already is: HELLO as oneself needs no code. */
  readonly as: number | null;
  /** The remote address, for the limit of wrong codes. */
  readonly remote: string;
  readonly connection: ConnectionId;
  /** False when this connection has made its three new names of the minute. */
  readonly mayMakeNew: boolean;
  /** Who may make so many new names a minute; not said: the connection alone, which `mayMakeNew` tells. */
  readonly newNamesOf?: NewNamesOf;
}

/** address: where each request is a connection of its own. */
export type NewNamesOf = 'connection' | 'address';

/** A song that its guest did not come to sing, on offer until asked for again or cancelled by the entry it was. */
export interface Unsung {
  readonly entryId: number;
  readonly song: Song;
  /** With whom it was to be sung; null: alone. */
  readonly partner: string | null;
}

/** Something that waits for a returning guest, told as the first rows of HELLO. */
export type HelloRow = ({ readonly kind: 'wish' } & WishNews) | ({ readonly kind: 'unsung' } & Unsung);

export type HelloOutcome =
  | { readonly is: 'new'; readonly guest: Guest; readonly code: string }
  | {
      readonly is: 'back';
      readonly guest: Guest;
      readonly rows: readonly HelloRow[];
      /** Said AWAY tonight, and not BACK since. */
      readonly away: boolean;
    }
  /** `example` is a free name like the one asked for. */
  | { readonly is: 'taken'; readonly name: string; readonly example: string }
  /** Nobody is called so, and a code was said: its guest is no more, and must not come back by it under the old name. */
  | { readonly is: 'no-such-guest'; readonly name: string }
  /** Nobody is called so, but it would pass for `like`, who is somebody else. */
  | { readonly is: 'looks-like'; readonly name: string; readonly like: string; readonly example: string }
  | { readonly is: 'too-many-wrong-codes'; readonly name: string }
  | { readonly is: 'too-many-new-names'; readonly of: NewNamesOf }
  /** The DJ does not want them here. */
  | { readonly is: 'banned'; readonly name: string }
  /** Not 1-32 visible characters, or a word in two alphabets. */
  | { readonly is: 'bad-name'; readonly why: string };

/** What a phone says by its cookie when it loads a page. */
export interface RecogniseAsked {
  readonly name: string;
  /** Normalised. */
  readonly code: string;
  /** The remote address, for the limit of wrong codes. */
  readonly remote: string;
  /** For how long the house will hear nothing of this guest, in ms. */
  readonly silentMs: number;
}

export type RecogniseOutcome =
  | { readonly is: 'guest'; readonly guest: Guest }
  /** Nobody is called so (any more). */
  | { readonly is: 'unknown' }
  /**
   * Something is to be noted: a wrong try; that a new guest has the code; that somebody is still here, whose grace would end
   * within `silentMs`.
   */
  | { readonly is: 'must-say-hello' };

/** CANCEL and UNWISH. */
export type TakeBackOutcome =
  | ({ readonly is: 'done' } & Named)
  | { readonly is: 'unknown' }
  | { readonly is: 'not-yours'; readonly owner: string }
  /** It is being sung, was sung, or was cancelled already. */
  | { readonly is: 'too-late'; readonly state: string };

/** SWAP. `entryId`: which of the two a refusal is about. */
export type SwapOutcome =
  /** Both, in the order in which they stand now; position null: no place in the line. */
  | {
      readonly is: 'done';
      readonly entries: readonly (Named & { readonly entryId: number; readonly position: number | null })[];
    }
  | (Exclude<TakeBackOutcome, { is: 'done' }> & { readonly entryId: number });

/** AWAY and BACK. */
export type AwayOutcome =
  | {
      readonly is: 'so';
      /** False: it was so already. */
      readonly changed: boolean;
      /** Own songs in the line. */
      readonly waiting: number;
      /** Waiting duets that others asked for, with this guest. */
      readonly duets: number;
      /** The first of the own songs. */
      readonly first: Place | null;
      /** The turn that is on, if the guest sings in it: it is not taken back by AWAY. */
      readonly onStage: ({ readonly entryId: number } & Named) | null;
    }
  | Extract<AskRefusal, { readonly is: 'no-party' | 'forgotten' | 'banned' }>;

/** WHY. */
export type WhyOutcome =
  | { readonly is: 'in-line'; readonly place: Place; readonly facts: readonly Fact[] }
  /** It is being sung, was sung, or was cancelled: its state says what became of it. */
  | {
      readonly is: 'not-in-line';
      readonly entry: Named & { readonly singer: string; readonly partner: string | null; readonly state: EntryState };
    }
  | { readonly is: 'unknown'; readonly party: 'on' | 'off' };

export interface WishRow {
  readonly wishId: number;
  readonly state: WishState;
  readonly reason: string | null;
  readonly songId: number | null;
  readonly artist: string;
  readonly title: string;
  readonly askers: number;
}

/** One thing a guest sang. */
export interface Sung {
  readonly songId: number;
  readonly artist: string;
  readonly title: string;
  /** Whom it was sung with; null: alone. */
  readonly partner: string | null;
  readonly sungAtMs: number;
}

/** Who is here. */
export interface Company {
  readonly connections: number;
  /** Named guests who are connected. */
  readonly guests: readonly Guest[];
  /** Names of those who sing tonight: sang, sing or wait. */
  readonly singers: readonly string[];
}

/** What the greeting line needs. */
interface Door {
  readonly party: Party | null;
  readonly waiting: number;
}

/** What PARTY says. */
export interface Evening extends Door {
  /** Connections of all doors. */
  readonly connected: number;
  /** What the DJ said last to everybody at the party that is on, for a minute: who has just come heard no event of it. */
  readonly said: { readonly text: string; readonly atMs: number } | null;
  /** While no party is on: the newest that ended. */
  readonly ended: Party | null;
}

export interface GuestStore {
  door(): Promise<Door>;
  evening(): Promise<Evening>;
  /** Finds or makes the guest and writes the connection's presence, in one transaction. */
  hello(asked: HelloAsked): Promise<HelloOutcome>;
  /** Whether somebody is the guest whose name and code they have. Writes nothing: who is recognised does not count as here. */
  recognise(asked: RecogniseAsked): Promise<RecogniseOutcome>;
  request(asked: {
    readonly guestId: number;
    readonly key: string | null;
    readonly what: Asked;
    /** With whom it is to be sung, as it was typed; null or not said: alone. */
    readonly partner?: string | null;
  }): Promise<RequestOutcome>;
  wish(asked: { readonly guestId: number; readonly text: string }): Promise<WishOutcome>;
  /** Words in any order, prefixes, best first. */
  search(words: string, wanted: PageWanted): Promise<Page<Song>>;
  /** The catalogue by artist and title; `artist` narrows it to artists whose words begin so. */
  songs(artist: string | null, wanted: PageWanted): Promise<Page<Song>>;
  line(wanted: PageWanted): Promise<Page<Place>>;
  /** Own entries, and the duets that others sing with this guest. */
  mine(guestId: number): Promise<readonly Place[]>;
  /** Why an entry of anybody stands where it stands. */
  why(entryId: number): Promise<WhyOutcome>;
  cancel(guestId: number, entryId: number): Promise<TakeBackOutcome>;
  /** Exchanges the places of two own waiting entries; saying it twice exchanges them back. The two ids differ. */
  swap(guestId: number, entryId: number, otherId: number): Promise<SwapOutcome>;
  /** Says whether a guest may be called tonight. Announced and away, somebody else is announced. */
  setAway(guestId: number, to: 'away' | 'back'): Promise<AwayOutcome>;
  /** Whether the guest said AWAY at the party that is on, and not BACK since. */
  isAway(guestId: number): Promise<boolean>;
  /** The guest's wishes, newest first, withdrawn ones left out, and the unsung songs on offer. */
  wishes(guestId: number): Promise<{ readonly wishes: readonly WishRow[]; readonly unsung: readonly Unsung[] }>;
  unwish(guestId: number, wishId: number): Promise<TakeBackOutcome>;
  history(guestId: number, wanted: PageWanted): Promise<Page<Sung>>;
  nowPlaying(): Promise<NowPlaying>;
  who(): Promise<Company>;
  /** Writes what came and went on one session process, in one transaction; a guest who left keeps the time of leaving. */
  recordConnections(change: {
    readonly epoch: number;
    readonly opened: readonly { readonly seat: number; readonly remote: string; readonly sinceMs: number }[];
    readonly closed: readonly number[];
  }): Promise<void>;
}
