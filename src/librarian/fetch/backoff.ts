/** When a wish that could not be fetched is tried again. Pure. */

const FIRST_MS = 60_000;
/** A song that nobody has today may be uploaded tomorrow; more often than daily only costs. */
const LONGEST_MS = 86_400_000;

/** Milliseconds since 1970. `tries` are those that failed, the last one included: 1, 2, 4 … minutes, a day at most. */
export function nextTryAt(tries: number, nowMs: number): number {
  return nowMs + Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, tries - 1));
}
