/** What of a directory must be looked at again. Pure: what is there, what was known, and the time in; what to do out. */
import type { FileRow, OnDisk } from '../../store/library.ts';
import type { Unit } from '../media/formats.ts';
import type { Marks } from './directory.ts';

/** A file that was written to a shorter while ago may still be written to. */
export const QUIET_MS = 1_000;

/** A version of a song, or a file that cannot be one, as it is on the disk now. */
export type Candidate = { readonly onDisk: OnDisk } & (
  | { readonly is: 'unit'; readonly unit: Unit; readonly sizes: readonly number[] }
  | { readonly is: 'lost'; readonly reason: string }
);

/** Versions as they were at an earlier look, by the name of their main file. */
export type Earlier = ReadonlyMap<string, Marks>;

export interface Compared {
  /** To be examined or written down; `row` is what was known of it. */
  readonly look: readonly { readonly candidate: Candidate; readonly row: FileRow | null }[];
  /** Rows whose files are not there. */
  readonly gone: readonly FileRow[];
  /** Those that are perhaps still being written, left as they are known. Look again when they are quiet. */
  readonly waiting: Earlier;
}

export interface Comparison {
  readonly candidates: readonly Candidate[];
  readonly rows: readonly FileRow[];
  /** Whether the rows were examined by the naming that holds now. */
  readonly naming: 'same' | 'changed';
  /** Milliseconds since 1970, of the clock by which the disk marks its files. */
  readonly nowMs: number;
  /** What files looked like a while ago, at least QUIET_MS: one that still looks so is quiet, whatever its time says. */
  readonly earlier: Earlier | null;
}

export function compare({ candidates, rows, naming, nowMs, earlier }: Comparison): Compared {
  const known = new Map(rows.map((row) => [row.name, row]));
  const look: { candidate: Candidate; row: FileRow | null }[] = [];
  const waiting = new Map<string, Marks>();
  for (const candidate of candidates) {
    const { onDisk } = candidate;
    const row = known.get(onDisk.name) ?? null;
    known.delete(onDisk.name);
    if (row !== null && naming === 'same' && isSettled(candidate, row)) continue;
    if (isQuiet(onDisk, nowMs, earlier)) look.push({ candidate, row });
    else waiting.set(onDisk.name, onDisk);
  }
  // The row of the directory itself, which could not be read, is mended by its being here.
  return { look, gone: [...known.values()], waiting };
}

/** A problem is looked at again every time: a right that was given, or a disk that is well again, shows in no mark. */
function isSettled(candidate: Candidate, row: FileRow): boolean {
  if (!sameOnDisk(candidate.onDisk, row)) return false;
  return candidate.is === 'lost'
    ? row.reason === candidate.reason
    : row.reason === null && row.format === candidate.unit.format;
}

export function sameOnDisk(a: OnDisk, b: OnDisk): boolean {
  return (
    a.size === b.size &&
    a.mtimeMs === b.mtimeMs &&
    a.others.length === b.others.length &&
    a.others.every((other, at) => other === b.others[at])
  );
}

/** A time in the future (another clock's) says nothing, so such a file is quiet when it looks as it did before. */
function isQuiet(onDisk: OnDisk, nowMs: number, earlier: Comparison['earlier']): boolean {
  if (nowMs - onDisk.mtimeMs >= QUIET_MS) return true;
  const before = earlier?.get(onDisk.name);
  return before?.size === onDisk.size && before.mtimeMs === onDisk.mtimeMs;
}
