/** What the librarian asks of the store. */
import type { Indexed } from '../party/indexed.ts';
import type { Named } from '../party/model.ts';
import type { Format } from '../party/versions.ts';

/** A song as a catalogue file names it. */
export interface CatalogueRow extends Named {
  readonly durationS: number | null;
  readonly popularity: number;
  readonly discId: string | null;
  readonly file: string | null;
  /** Of `file`, which is one of the library; a catalogue does not say, and what it names stays without files. */
  readonly format?: Format;
  /** Worked out before, where that costs this process nothing; else the store does it. */
  readonly index?: Indexed;
}

/** What a scan does with files that are gone: 'ask' when they are more than half of a folder, or 'forget' them. */
export type VanishedRule = 'ask' | 'forget';

/** Something the librarian was asked to do; it survives restarts, and doing it twice changes nothing. */
export type Job = { readonly id: number } & (
  | { readonly kind: 'import'; /** Absolute. */ readonly file: string }
  /** `folderId` null: all folders. */
  | { readonly kind: 'scan'; readonly folderId: number | null; readonly vanished: VanishedRule }
  | { readonly kind: 'remove'; readonly folderId: number }
  /** One file (absolute), wherever it lies, is the song of this wish. */
  | { readonly kind: 'bring'; readonly file: string; readonly wishId: number }
);

export type JobKind = Job['kind'];
export type JobOf<K extends JobKind> = Extract<Job, { readonly kind: K }>;

/** A row of a catalogue file that could not be imported. */
export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

export interface ImportResult {
  readonly added: number;
  /** Here already, whether or not something about them changed. */
  readonly known: number;
  readonly bad: readonly BadRow[];
  /** `bad` lists the first 1,000; this counts them all. */
  readonly badCount: number;
  /** Wishes that came home. */
  readonly found: number;
}

export interface ScanResult {
  readonly kind: 'scan';
  readonly folders: number;
  /** On the disk, as far as they belong to songs or are problems. */
  readonly files: number;
  /** Songs that were not in the catalogue. */
  readonly added: number;
  /** Versions that were examined again. */
  readonly changed: number;
  readonly moved: number;
  /** Files that were taken out. */
  readonly vanished: number;
  /** Files and directories that are problems now. */
  readonly problems: number;
  /** Wishes that came home. */
  readonly found: number;
  /** Folders of which nothing was taken out because so much is missing: is the disk unplugged? */
  readonly asks: readonly {
    /** Its path. */
    readonly folder: string;
    readonly folderId: number;
    readonly vanished: number;
    readonly known: number;
  }[];
}

export interface RemoveResult {
  readonly kind: 'remove';
  readonly folder: string;
  readonly files: number;
  /** Songs that left the catalogue. */
  readonly songs: number;
}

interface BringResult {
  readonly kind: 'bring';
  readonly songId: number;
  readonly artist: string;
  readonly title: string;
  readonly added: boolean;
  /** Whether the wish came home now; false when it had already, or nobody asks for it. */
  readonly found: boolean;
}

export interface JobResults {
  readonly import: ImportResult;
  readonly scan: ScanResult;
  readonly remove: RemoveResult;
  readonly bring: BringResult;
}

/** `why` is a sentence for the DJ. */
export type JobOutcome<K extends JobKind = JobKind> =
  { readonly ok: true; readonly result: JobResults[K] } | { readonly ok: false; readonly why: string };

/** How far a job is: rows of an import, files of a scan. `total` and `folder` (its path) only of a scan, where known. */
export interface JobProgress {
  readonly done: number;
  readonly total: number | null;
  readonly folder: string | null;
}

export interface LibrarianStore {
  /**
   * Makes the index of words anew, up to `songs` songs in one transaction, when this program makes it otherwise than the one
   * that made it. Call it until it is done, before anything brings songs; usually that is at once.
   */
  shelveMore(songs: number): Promise<'more' | 'done'>;
  /** Merges what many small writes have left of the index, some 10 ms of it; call it until it is done, after songs were brought. */
  tidyMore(): Promise<'more' | 'done'>;
  /**
   * Imports rows in one transaction and fulfils the wishes that the new songs match. `heldMs` is for how long nobody else
   * could write: bring fewer rows when it nears 50.
   */
  importRows(
    rows: readonly CatalogueRow[],
  ): Promise<{ readonly added: number; readonly known: number; readonly found: number; readonly heldMs: number }>;
  /** The next one to do, from then on running: what people wait for before scans, else the oldest. 'errands': no scan. */
  nextJob(which: 'any' | 'errands'): Promise<Job | null>;
  /** For the DJ who waits. */
  jobProgress(jobId: number, progress: JobProgress): Promise<void>;
  finishJob(jobId: number, outcome: JobOutcome): Promise<void>;
  /** Brings the wish home with this song, of `file` if the DJ named one; false when it was found as another one or nobody asks for it. */
  bringHome(wishId: number, songId: number, file: string | null): Promise<boolean>;
  /** Whether exactly this file (path, size in bytes, mtime in ms) was imported before, without a bad row. */
  wasImported(file: { readonly path: string; readonly size: number; readonly mtimeMs: number }): Promise<boolean>;
  rememberImport(file: { readonly path: string; readonly size: number; readonly mtimeMs: number }): Promise<void>;
}

/** What looks for songs that may be wishes (compare.ts). */
export interface ComparingStore {
  /**
   * Compares a few open wishes with what is here. What has come since and is one of them, but for typing errors, brings it
   * home; what may be one is proposed to the DJ. `compared` 0: there was nothing left to compare.
   */
  compareWishes(): Promise<{ readonly compared: number; readonly proposed: number; readonly found: number }>;
}
