/**
 * Two clocks. Rows carry wall time, because a position must mean the same in every process and after a restart; but a wall
 * clock can be set, and a laptop's lid can be closed in mid-song. The monotonic clock tells which of it was time that passed.
 */

/** One moment on both clocks, in milliseconds: `wall` since 1970, `monotonic` since anything. */
export interface Moment {
  readonly wall: number;
  readonly monotonic: number;
}

/** Less than this is slewing (NTP) or a coarse timer, and moves no song by anything that a singer notices. */
const JUMP_MS = 2_000;

/** By how many milliseconds the wall clock was set forward (or back, negative) between two moments; 0 when it just ran. */
export function jumpBetween(before: Moment, after: Moment): number {
  const jump = after.wall - before.wall - (after.monotonic - before.monotonic);
  return Math.abs(jump) < JUMP_MS ? 0 : jump;
}
