/** How fast something goes on. Pure: what was seen and when in, a rate out. */

interface Sight {
  readonly atMs: number;
  readonly done: number;
}

/** What was seen of one piece of work, oldest first; no older than the rate that is shown. */
export type Pace = readonly Sight[];

/** A rate is that of the last seconds: a folder of videos after one of zips should show at once. */
const SHOWN_MS = 5_000;
/** Before so much was seen a rate would be a guess. */
const LEAST_MS = 900;

/** The pace after `done` was seen at `atMs` (of a clock that never jumps). Work that began anew has a pace of its own. */
export function seen(pace: Pace, done: number, atMs: number): Pace {
  const last = pace.at(-1);
  if (last !== undefined && done < last.done) return [{ atMs, done }];
  const recent = pace.findLastIndex((sight) => atMs - sight.atMs >= SHOWN_MS);
  return [...pace.slice(Math.max(0, recent)), { atMs, done }];
}

/** How many a second; null while too little was seen. */
export function perSecond(pace: Pace): number | null {
  const first = pace[0];
  const last = pace.at(-1);
  if (!first || !last || last.atMs - first.atMs < LEAST_MS) return null;
  return ((last.done - first.done) * 1_000) / (last.atMs - first.atMs);
}
