/**
 * What each verb answers, as plain data: the control socket carries it, `--json` prints it (names in snake case), the
 * printers turn it into tables. Fields may be added to, never renamed: scripts read them.
 */
import type { ProcessState, Tree } from '../ipc/messages.ts';
import type { FolderAdded, GuestRow, JobView, LibraryNow, Missing, Play, RandomFrom } from '../store/dj.ts';
import type { BadRow, RemoveResult, ScanResult } from '../store/librarian.ts';
import type { FileProblem, FolderRow } from '../store/library.ts';
import type { Naming } from '../party/naming.ts';
import type { Page, Party } from '../party/model.ts';
import type { CareResults } from './results/care.ts';
import type { LineResults } from './results/line.ts';
import type { NowRow, SongRow } from './results/rows.ts';

/** A process as the DJ sees it; `pssKb` is its fair share of memory in KiB, null where the system does not say. */
export type ProcessRow = ProcessState & { readonly pssKb: number | null };

export interface Standing {
  readonly party: Party | null;
  readonly now: NowRow;
  readonly waiting: number;
  readonly songs: number;
  readonly missing: number;
  readonly connections: number;
  /** Named guests who are connected. */
  readonly guests: number;
}

export interface Status extends Standing {
  readonly library: Pick<LibraryNow, 'folders' | 'files' | 'problems' | 'asking' | 'scan'>;
  /** What random songs come from; `nothing`: that folder has none, so any of the library is played. */
  readonly randomFrom: RandomFrom;
  readonly degraded: readonly string[];
  readonly tree: Omit<Tree, 'processes'> & { readonly processes: readonly ProcessRow[] };
}

/** What became of an order to the player: `already` when there was nothing left to do. */
export interface Steered {
  readonly outcome: 'done' | 'already';
  readonly before: NowRow;
  readonly now: NowRow;
}

interface Decided {
  readonly wishId: number;
  readonly artist: string;
  readonly title: string;
  readonly askers: number;
}

/** What a scan found; `asks` are folders that miss so much that nothing of them was taken out. */
export type Scanned = Omit<ScanResult, 'kind'>;

/** How far the librarian is with what its asker waits for; `waiting`: it has other work first. */
export type Progress = Extract<JobView, { readonly state: 'waiting' | 'running' }> | CareProgress;

/** How far a backup (`done` of `total` pages) or a check (of its looks) is. `folder`: as of a scan; there is none. */
interface CareProgress {
  readonly kind: 'backup' | 'check';
  readonly state: 'running';
  readonly done: number;
  readonly total: number;
  readonly folder: null;
}

export interface Results extends LineResults, CareResults {
  readonly status: Status;
  readonly 'party start': { readonly party: Party };
  readonly 'party end': { readonly outcome: 'ended' | 'closing'; readonly party: Party };
  readonly 'party closing': { readonly outcome: 'closing' | 'withdrawn' | 'already'; readonly party: Party };
  readonly stop: { readonly pid: number };
  readonly now: { readonly now: NowRow };
  readonly skip: Steered;
  readonly pause: Steered;
  readonly resume: Steered;
  readonly restart: Steered;
  readonly songs: Page<SongRow>;
  readonly import: {
    readonly file: string;
    readonly added: number;
    readonly known: number;
    readonly found: number;
    readonly bad: readonly BadRow[];
    readonly badCount: number;
  };
  readonly 'library add': Scanned & {
    readonly outcome: Extract<FolderAdded['is'], 'added' | 'known' | 'renamed'>;
    readonly folderId: number;
    readonly path: string;
    readonly naming: Naming;
  };
  readonly 'library scan': Scanned;
  readonly 'library list': { readonly rows: readonly FolderRow[] };
  readonly 'library remove': Omit<RemoveResult, 'kind'>;
  readonly 'library problems': Page<FileProblem>;
  readonly missing: Page<Missing>;
  readonly found: Decided & { readonly songId: number };
  /** queued: others are fetched before it. */
  readonly fetch: Omit<Decided, 'askers'> & { readonly outcome: 'started' | 'queued' };
  readonly refuse: Decided & { readonly reason: string };
  readonly guests: { readonly connections: number; readonly rows: readonly GuestRow[] };
  readonly kick: { readonly guest: string; readonly connections: number };
  readonly code: { readonly guestId: number; readonly guest: string; readonly code: string };
  readonly forget: {
    readonly guestId: number;
    /** The name, for the last time. */
    readonly guest: string;
    readonly entries: number;
    readonly wishes: number;
    readonly connections: number;
  };
  readonly say: { readonly connections: number };
  readonly history: Page<Play>;
  /** Never answered: a watcher leaves. */
  readonly watch: Readonly<Record<string, never>>;
  readonly version: { readonly karaoked: string };
}

/**
 * A verb that was carried out. `verdict` is for scripts: the import ran but had bad rows, the scan ran but has a question,
 * the party runs but not all of it.
 */
export interface Done<Value> {
  readonly ok: true;
  readonly verdict: 'done' | 'failed' | 'degraded' | 'conflict';
  readonly value: Value;
}
