/** Times as people read them, and where the music is. The clock itself always comes in as an argument. */

const SECOND = 1000;

/** Milliseconds as minutes and seconds, "1:12", an hour as "61:05": songs have no hours. Fractions are cut, less than 0 is "0:00". */
export function mmss(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Where the music of a turn stands: at `offsetMs` while paused, else as far beyond it as time has passed since. */
export interface Running {
  readonly runningSinceMs: number | null;
  readonly offsetMs: number;
}

/**
 * Milliseconds into the music at `nowMs`; negative in the gap before it. A wall clock that was set back does not rewind
 * the music: it stands until the clock has caught up.
 */
export function positionAt({ runningSinceMs, offsetMs }: Running, nowMs: number): number {
  return runningSinceMs === null ? offsetMs : offsetMs + Math.max(0, nowMs - runningSinceMs);
}

/** ISO 8601 in UTC, to the second: "2026-11-22T20:15:04Z". */
export function iso(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** A time of day as the clock on the wall shows it. */
export interface TimeOfDay {
  /** 0-23. */
  readonly hour: number;
  /** 0-59. */
  readonly minute: number;
}

/** `23:30`, `0:15`, `23.30`; null for anything else. */
export function readTimeOfDay(typed: string): TimeOfDay | null {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d\d)$/.exec(typed) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}

/** When it is that time next after `nowMs`, by the clock of this machine's time zone; a day later at the latest. */
export function nextTimeOfDay({ hour, minute }: TimeOfDay, nowMs: number): number {
  const at = new Date(nowMs);
  at.setHours(hour, minute, 0, 0);
  // Not 24 hours on: where the clocks are set back or forward in between, the wall is what people look at.
  if (at.getTime() <= nowMs) at.setDate(at.getDate() + 1);
  return at.getTime();
}
