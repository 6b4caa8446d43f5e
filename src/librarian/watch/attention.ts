/** Which directories are to be looked at, when, and what was seen there before. Pure: time comes in. */
import type { FileRow } from '../../store/library.ts';
import { QUIET_MS } from '../library/compare.ts';
import type { Earlier } from '../library/compare.ts';
import type { Marks } from '../library/directory.ts';

/** Of one change come many events. */
const SETTLE_MS = 50;
/**
 * A file that is gone may have moved, and its song should not leave meanwhile. A move on one disk is there at once; a copy to
 * another disk is whole before the old file goes, and must only be quiet.
 */
export const GRACE_MS = 2 * QUIET_MS;

/** One directory that needs attention. */
export interface Attention {
  readonly folderId: number;
  readonly dir: string;
  readonly atMs: number;
  /** Versions that were not quiet, as they have looked since. */
  readonly waiting: ReadonlyMap<string, { readonly marks: Marks; readonly sinceMs: number }>;
  /** Rows whose files are gone. */
  readonly gone: ReadonlyMap<number, Gone>;
}

interface Gone {
  readonly sinceMs: number;
  /** On the disk that was. */
  readonly files: number;
}

export type Attentions = ReadonlyMap<string, Attention>;

const keyOf = (folderId: number, dir: string): string => `${folderId}/${dir}`;

/** Something happened there: it is looked at soon, and no later than it would have been. */
export function stirred(all: Attentions, folderId: number, dir: string, nowMs: number): Attentions {
  const key = keyOf(folderId, dir);
  const before = all.get(key);
  const atMs = Math.min(before?.atMs ?? Infinity, nowMs + SETTLE_MS);
  if (before?.atMs === atMs) return all;
  const { waiting, gone } = before ?? { waiting: new Map(), gone: new Map() };
  return new Map(all).set(key, { folderId, dir, atMs, waiting, gone });
}

/** Those to be looked at now. */
export function due(all: Attentions, nowMs: number): readonly Attention[] {
  return [...all.values()].filter(({ atMs }) => atMs <= nowMs);
}

/** Without those that are looked at now: what happens there meanwhile is kept in mind by itself. */
export function takenOut(all: Attentions, looked: readonly Attention[]): Attentions {
  const keys = new Set(looked.map(({ folderId, dir }) => keyOf(folderId, dir)));
  return new Map([...all].filter(([key]) => !keys.has(key)));
}

/** After a look that came to nothing: soon again, with what was known before. */
export function putBack(all: Attentions, looked: readonly Attention[], nowMs: number): Attentions {
  const before = new Map(looked.map((each) => [keyOf(each.folderId, each.dir), { ...each, atMs: nowMs + SETTLE_MS }]));
  return new Map([...all, ...before]);
}

/** When the next is to be looked at; null when none is. */
export function nextAtMs(all: Attentions): number | null {
  return all.size === 0 ? null : Math.min(...[...all.values()].map(({ atMs }) => atMs));
}

/** What was not quiet and has looked the same for long enough. */
export function earlierOf({ waiting }: Attention, nowMs: number): Earlier {
  const old = [...waiting].filter(([, { sinceMs }]) => nowMs - sinceMs >= QUIET_MS);
  return new Map(old.map(([name, { marks }]) => [name, marks]));
}

/** What a look found that must be looked at once more. */
export interface Left {
  readonly waiting: Earlier;
  readonly gone: readonly FileRow[];
}

/**
 * After a look at what was taken out: what is left keeps the directory in mind, as does what has happened there meanwhile.
 * `forget` are the rows that have been gone for long enough.
 */
export function lookedAt(
  all: Attentions,
  { folderId, dir, ...before }: Attention,
  left: Left,
  nowMs: number,
): { readonly all: Attentions; readonly forget: readonly FileRow[] } {
  const since = (row: FileRow): number => before.gone.get(row.fileId)?.sinceMs ?? nowMs;
  const forget = left.gone.filter((row) => nowMs - since(row) >= GRACE_MS);
  const missed = left.gone.filter((row) => nowMs - since(row) < GRACE_MS);
  const gone = new Map(missed.map((row) => [row.fileId, { sinceMs: since(row), files: 1 + row.others.length }]));
  const waiting = new Map(
    [...left.waiting].map(([name, marks]) => {
      const was = before.waiting.get(name);
      const same = was?.marks.size === marks.size && was.marks.mtimeMs === marks.mtimeMs;
      return [name, same ? was : { marks, sinceMs: nowMs }] as const;
    }),
  );
  const times = [
    ...[...waiting.values()].map(({ sinceMs }) => sinceMs + QUIET_MS),
    ...[...gone.values()].map(({ sinceMs }) => sinceMs + GRACE_MS),
  ];
  if (times.length === 0) return { all, forget };
  const meanwhile = all.get(keyOf(folderId, dir))?.atMs ?? Infinity;
  // Never at once: a file whose time lies in the future is not quiet however long one looks at it.
  const atMs = Math.min(meanwhile, Math.max(Math.min(...times), nowMs + SETTLE_MS));
  return { all: new Map(all).set(keyOf(folderId, dir), { folderId, dir, atMs, waiting, gone }), forget };
}

/** Files of a folder that are missed, and may be back before their grace is over. */
export function missedIn(all: Attentions, folderId: number): number {
  return [...all.values()]
    .filter((attention) => attention.folderId === folderId)
    .reduce((sum, { gone }) => sum + [...gone.values()].reduce((files, each) => files + each.files, 0), 0);
}

/** Everything of a folder that was removed. */
export function withoutFolder(all: Attentions, folderId: number): Attentions {
  return new Map([...all].filter(([, attention]) => attention.folderId !== folderId));
}
