/** What strangers can cause without end is logged once a minute for each of them, with how often it was. */

const MINUTE_MS = 60_000;
/** Addresses that are remembered; who has as many as they like gets a line for each. */
const REMEMBERED = 256;

/**
 * Returns what to ask each time: how often it was for `who` since it was last said, this time included; null: said already
 * within the minute. `clock`: steady milliseconds.
 */
export function sayFirst(clock: () => number): (who: string) => number | null {
  /** Who was said longest ago comes first. */
  const said = new Map<string, { readonly atMs: number; unsaid: number }>();
  return (who) => {
    const before = said.get(who);
    if (before && clock() - before.atMs < MINUTE_MS) {
      before.unsaid += 1;
      return null;
    }
    said.delete(who);
    said.set(who, { atMs: clock(), unsaid: 0 });
    for (const oldest of said.keys()) {
      if (said.size <= REMEMBERED) break;
      said.delete(oldest);
    }
    return (before?.unsaid ?? 0) + 1;
  };
}
