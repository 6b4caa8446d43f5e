/** What a watcher hears: the events of `karaokectl watch`, one JSON document each. */
import type { Party } from '../party/model.ts';
import type { Proposal } from '../store/dj.ts';
import type { JobProgress } from '../store/librarian.ts';
import type { GoneBecause } from '../store/line_tidings.ts';
import type { EndedWish, WishNow } from '../store/tidings.ts';
import type { Scanned } from './results.ts';
import type { NowRow } from './results/rows.ts';

/** One thing that happened. The first events of a watcher say how things stand. */
export type WatchEvent =
  | { readonly event: 'party'; readonly party: Party | null }
  | { readonly event: 'now'; readonly now: NowRow }
  | { readonly event: 'songs'; readonly songs: number }
  | { readonly event: 'missing'; readonly missing: number }
  | { readonly event: 'connections'; readonly connections: number; readonly guests: number }
  /** The closing time was set, moved or (null) withdrawn. */
  | { readonly event: 'last-call'; readonly closingAtMs: number | null }
  /** Which processes do not come up; none: all is well again. */
  | { readonly event: 'degraded'; readonly processes: readonly string[] }
  | LineEvent
  | LibraryEvent
  | WishEvent
  | ProposalEvent;

/** An entry by its song and its singers; all null: there is none. */
interface NamedEntry {
  readonly queueId: number | null;
  readonly singer: string | null;
  /** Who sings it too. */
  readonly with: string | null;
  readonly artist: string | null;
  readonly title: string | null;
}

export type LineEvent =
  /** Order, presence or reasons are others than before, or how many wait; read the line again. */
  | { readonly event: 'queue'; readonly waiting: number }
  /** `* NEXT` was said for it. */
  | ({ readonly event: 'next' } & NamedEntry)
  /** It had been next and will not be: somebody else is called in time. */
  | ({ readonly event: 'gone'; readonly why: GoneBecause } & NamedEntry)
  /** Somebody came, went, said AWAY or BACK, or was banned; read the guests again. */
  | { readonly event: 'guests' }
  | { readonly event: 'said'; readonly text: string; readonly who: string }
  /** A DJ ordered something; `text` says about what. */
  | { readonly event: 'order'; readonly verb: string; readonly who: string; readonly text: string };

/** A scan, told of at most once a second. */
export type LibraryEvent =
  | ({ readonly event: 'library'; readonly state: 'began' | 'scanning' } & JobProgress)
  | ({ readonly event: 'library'; readonly state: 'ended' } & Scanned)
  | { readonly event: 'library'; readonly state: 'failed'; readonly why: string }
  /** So many songs came since the last such event; the fields name the newest. */
  | {
      readonly event: 'song-added';
      readonly count: number;
      readonly songId: number;
      readonly artist: string;
      readonly title: string;
    }
  | { readonly event: 'problems'; readonly problems: number };

/** What became of a wish. `reason` when refused, `songId` when found, else null. */
export type WishEvent = { readonly event: 'wish' } & Pick<WishNow, 'wishId' | 'artist' | 'title' | 'askers' | 'state'> &
  Pick<EndedWish, 'songId' | 'reason'>;

/** A song came that may be a wish; if it is, the DJ says so: `found <wishId> <songId>`. */
type ProposalEvent = { readonly event: 'proposal' } & Pick<
  Proposal,
  'wishId' | 'wishArtist' | 'wishTitle' | 'songId' | 'artist' | 'title'
>;
