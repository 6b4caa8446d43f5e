/** What the librarian asks of the store. */
import type { Named } from '../party/model.ts';

/** A song as a catalogue file names it. */
export interface CatalogueRow extends Named {
  readonly durationS: number | null;
  readonly popularity: number;
  readonly discId: string | null;
  readonly file: string | null;
}

/** Something the librarian was asked to do; it survives restarts, and doing it twice changes nothing. */
export interface Job {
  readonly id: number;
  readonly kind: 'import';
  /** Absolute. */
  readonly file: string;
}

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

export interface LibrarianStore {
  /** Imports up to a few hundred rows in one transaction (under 50 ms) and fulfils the wishes that the new songs match. */
  importRows(
    rows: readonly CatalogueRow[],
  ): Promise<{ readonly added: number; readonly known: number; readonly found: number }>;
  nextJob(): Promise<Job | null>;
  /** For the DJ who waits: rows read so far. */
  jobProgress(jobId: number, rowsDone: number): Promise<void>;
  finishJob(
    jobId: number,
    outcome: { readonly ok: true; readonly result: ImportResult } | { readonly ok: false; readonly why: string },
  ): Promise<void>;
  /** Whether exactly this file (path, size in bytes, mtime in ms) was imported before, without a bad row. */
  wasImported(file: { readonly path: string; readonly size: number; readonly mtimeMs: number }): Promise<boolean>;
  rememberImport(file: { readonly path: string; readonly size: number; readonly mtimeMs: number }): Promise<void>;
}
