/** Between two words of the daemon only time passes: where the music is, and how long is still to wait. Pure. */
import type { NowRow } from '../../dj/results/rows.ts';

const MINUTE = 60_000;

/** What sounds at `atMs`, by what was last said: a gap ends by itself, a pause does not. */
export function soundingAt(now: NowRow, atMs: number): NowRow {
  if (now.positionMs === null || now.state === 'paused' || now.state === 'silence') return now;
  const positionMs = Math.min(now.positionMs + Math.max(0, atMs - now.atMs), now.durationMs ?? Infinity);
  return { ...now, positionMs, state: positionMs < 0 ? 'between' : 'playing', atMs };
}

/** A range of whole minutes that was true at `readMs`, at `atMs`. */
export function waitAt(
  range: { readonly fromMin: number; readonly toMin: number },
  readMs: number,
  atMs: number,
): { readonly fromMin: number; readonly toMin: number } {
  const passed = Math.max(0, Math.floor((atMs - readMs) / MINUTE));
  return { fromMin: Math.max(0, range.fromMin - passed), toMin: Math.max(1, range.toMin - passed) };
}
