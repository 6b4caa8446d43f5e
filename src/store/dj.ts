/** What the DJ's verbs ask of the store; control and, later, the DJ's page call these. */
import type { Named, NowPlaying, Page, PageWanted, Party, Song, WishState } from '../party/model.ts';
import type { CareStore } from './care.ts';
import type { DjLineStore, Who } from './dj_line.ts';
import type { FetchOrder } from './fetch.ts';
import type { GuestFound } from './guest_found.ts';
import type { Naming } from '../party/naming.ts';
import type { JobKind, JobProgress, JobResults, VanishedRule } from './librarian.ts';
import type { FileProblem, FolderRow } from './library.ts';
import type { LineTidingsStore } from './line_tidings.ts';
import type { Play } from './plays.ts';
import type { TidingsStore } from './tidings.ts';

export interface Overview {
  readonly party: Party | null;
  readonly now: NowPlaying;
  readonly waiting: number;
  readonly songs: number;
  /** Wishes wanted or fetching. */
  readonly missing: number;
  readonly connections: number;
  readonly namedGuests: number;
}

/** A song of the catalogue that may be a wish. */
export interface NearSong extends Named {
  readonly songId: number;
  /** It was here when the wish was made, or came since: then it is a proposal. */
  readonly why: 'was-here' | 'came';
}

/** Songs came, and one of them may be a wish: `karaokectl found <wishId> <songId>` if it is. */
export interface Proposal extends NearSong {
  /** Grows with every proposal. */
  readonly id: number;
  readonly wishId: number;
  readonly wishArtist: string;
  readonly wishTitle: string;
}

/** A wish as the DJ's shopping list shows it. */
export interface Missing extends Named {
  readonly wishId: number;
  readonly state: WishState;
  readonly askers: readonly string[];
  readonly firstAskedAtMs: number;
  readonly lastAskedAtMs: number;
  /** Of the fetch command, that failed, and why the last one did. */
  readonly fetchTries: number;
  readonly fetchReason: string | null;
  /** null: nothing failed. */
  readonly nextFetchAtMs: number | null;
  /** At most 3; what came since the wish was made first. */
  readonly near: readonly NearSong[];
}

export interface GuestRow {
  readonly guestId: number;
  readonly name: string;
  readonly connections: number;
  readonly sungTonight: number;
  readonly waiting: number;
  readonly openWishes: number;
  readonly firstSeenAtMs: number;
  readonly lastSeenAtMs: number;
  /**
   * grace: the connection is lost, and the guest counts as here for a while. gone: for longer; who is here goes first.
   * away: said AWAY. Who never had a connection is here: they are in the room.
   */
  readonly presence: 'here' | 'grace' | 'gone' | 'away';
  /** False: added by the DJ and never connected. */
  readonly phone: boolean;
  /** First seen at this party. */
  readonly isNew: boolean;
  readonly banned: boolean;
}

export type { GuestFound } from './guest_found.ts';
export type { Play } from './plays.ts';

/** The one time a new code is shown. */
export interface NewCode {
  readonly is: 'renewed';
  readonly guestId: number;
  readonly name: string;
  readonly code: string;
}

/** What went with a guest: entries that waited, open wishes, open connections. */
export interface Forgotten {
  readonly is: 'forgotten';
  readonly guestId: number;
  readonly name: string;
  readonly entries: number;
  readonly wishes: number;
  readonly connections: number;
}

export type WishDecision =
  | ({ readonly is: 'done'; readonly askers: number } & Named)
  | { readonly is: 'no-such-wish' }
  | { readonly is: 'no-such-song'; readonly songId: number }
  | ({ readonly is: 'already'; readonly state: WishState } & Named);

/** How a job stands: of an import, `done` are rows, which `rowsDone` says too; of a scan or a removal, files. */
export type JobView = {
  readonly [K in JobKind]: { readonly kind: K } & (
    | ({ readonly state: 'waiting' | 'running'; readonly rowsDone: number } & JobProgress)
    | { readonly state: 'done'; readonly result: JobResults[K] }
    | { readonly state: 'failed'; readonly why: string }
  );
}[JobKind];

/** `inside` and `around`: `folder` is the known one that holds it, or that lies in it; nothing was added. */
export interface FolderAdded {
  /** `renamed`: it was known, and its files' names are from now on read in the order that was given. */
  readonly is: 'added' | 'known' | 'renamed' | 'inside' | 'around';
  readonly folder: FolderRow;
}

/** The library at one moment, cheap to ask for: for `status` and `watch`. */
export interface LibraryNow {
  readonly folders: number;
  readonly files: number;
  readonly problems: number;
  /** Folders whose last scan stopped with the question whether the disk is unplugged. */
  readonly asking: number;
  /** The scan that is going on. */
  readonly scan: ({ readonly jobId: number } & JobProgress) | null;
  /** The newest scan that is over. */
  readonly lastScan: { readonly jobId: number } | null;
  /** The song that came last, by whatever way. */
  readonly newest: ({ readonly songId: number } & Named) | null;
}

/** What random songs come from: null and any, the whole library; or a folder, and whether it has a song that can be played. */
export type RandomFrom =
  { readonly folder: null; readonly has: 'any' } | { readonly folder: string; readonly has: 'songs' | 'nothing' };

export interface DjStore extends DjLineStore, LineTidingsStore, TidingsStore, CareStore {
  overview(): Promise<Overview>;
  startParty(name: string | null, who: Who): Promise<{ readonly is: 'started' | 'already-on'; readonly party: Party }>;
  /** `inMs` null: now. Otherwise the closing time is set and guests hear the last call. */
  endPartyBy(
    who: Who,
    inMs: number | null,
  ): Promise<{ readonly is: 'ended' | 'closing'; readonly party: Party } | { readonly is: 'no-party' }>;
  nowPlaying(): Promise<NowPlaying>;
  /** nothing: the folder that is set has no song, so that any of the library is played. */
  randomFrom(): Promise<RandomFrom>;
  search(words: string, wanted: PageWanted): Promise<Page<Song>>;
  songs(artist: string | null, wanted: PageWanted): Promise<Page<Song>>;
  /** By demand: how many ask, then how lately. */
  missing(wanted: PageWanted): Promise<Page<Missing>>;
  /** The serial of the newest proposal; 0 when there was none. */
  lastProposal(): Promise<number>;
  /** Proposals about wishes that are still open, oldest first. */
  proposalsAfter(id: number): Promise<readonly Proposal[]>;
  found(wishId: number, songId: number, who: Who): Promise<WishDecision>;
  refuse(wishId: number, reason: string, who: Who): Promise<WishDecision>;
  /** The fetch command is run for it now, whatever it would have to wait. */
  askFetch(wishId: number, who: Who): Promise<FetchOrder>;
  /**
   * tonight: everybody connected and everybody who sang, waits, asked for something or said AWAY tonight. banned: all who
   * are, here or not. By name.
   */
  guests(which?: 'tonight' | 'banned'): Promise<{ readonly connections: number; readonly rows: readonly GuestRow[] }>;
  /** `words`: a name or the beginning of one, or an id, and perhaps a reason after it; several that fit are a question. */
  kick(
    words: string,
    who: Who,
  ): Promise<GuestFound<{ readonly is: 'kicked'; readonly name: string; readonly connections: number }>>;
  /** Gives a guest a new code; the old one is worth nothing from now on. `guest` is an id, a name or its beginning. */
  newCode(guest: string, who: Who): Promise<GuestFound<NewCode>>;
  /** Erases a guest's name and code and leaves the plays anonymous. `guest` is an id or a whole name. */
  forget(guest: string, who: Who): Promise<GuestFound<Forgotten>>;
  say(text: string, who: Who): Promise<{ readonly orderId: number; readonly connections: number }>;
  /** Tonight's plays, newest first; the last night's when none is on. */
  plays(wanted: PageWanted): Promise<Page<Play>>;
  askImport(file: string): Promise<number>;
  job(jobId: number): Promise<JobView | null>;
  /** `path` is absolute and exists; it is kept as given, without a slash at its end. Scans nothing: see askScan. */
  addFolder(path: string, naming: Naming, who: Who): Promise<FolderAdded>;
  /** In the order in which they were added. */
  folders(): Promise<readonly FolderRow[]>;
  /** Returns the job. `folderId` null: all folders. */
  askScan(folderId: number | null, vanished: VanishedRule): Promise<number>;
  /** Takes the folder and the songs that only its files brought out of the library; the files stay on the disk. Returns the job. */
  askRemove(folderId: number): Promise<number>;
  /** By path. */
  problems(wanted: PageWanted): Promise<Page<FileProblem>>;
  /** The file (absolute, anywhere) is the song of this wish. Returns the job. */
  askBring(file: string, wishId: number, who: Who): Promise<number>;
  library(): Promise<LibraryNow>;
  /** Deletes presence rows of session processes that are gone: epochs up to the highest of `alive` (or `upTo`) that are not in it. */
  forgetSessions(alive: readonly number[], upTo: number): Promise<void>;
  endParty(by: 'dj' | 'host' | 'closing'): Promise<Party | null>;
}
