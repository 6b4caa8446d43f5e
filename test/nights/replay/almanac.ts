/** Which day a time of day belongs to: lines stand in the order of time, and after midnight the hours begin anew. */

/** Friday the 20th of November 2026, noon: far from the days when clocks are changed, in most places. */
const FIRST_DAY = [2026, 10, 20] as const;
const DAY_MS = 86_400_000;
/** Further back than this is no midnight in between but a line in the wrong place. */
const LONGEST_REST_MS = 12 * 3_600_000;

export interface Almanac {
  /** The moment of a time like 20:05 or 20:05:30, not before that of the last line; a string says what is wrong. */
  next(time: string): number | string;
  /** The same without being a line: the next one may be earlier. */
  soonest(time: string): number | string;
  daysLater(days: number): void;
}

export function createAlmanac(): Almanac {
  const [year, month, day] = FIRST_DAY;
  let noonMs = new Date(year, month, day, 12).getTime();
  let lastMs = noonMs;
  let lastTime = '';

  const soonest = (time: string): number | string => {
    const match = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(time);
    if (!match) return `"${time}" is no time of day. Write it like 20:05 or 20:05:30`;
    const [, hours, minutes, seconds = '0'] = match;
    const at = new Date(noonMs);
    at.setHours(Number(hours), Number(minutes), Number(seconds));
    const atMs = at.getTime();
    if (atMs >= lastMs) return atMs;
    const tomorrowMs = atMs + DAY_MS;
    if (lastTime !== '' && tomorrowMs - lastMs > LONGEST_REST_MS)
      return `${time} is before ${lastTime}, where the script was already. Lines stand in the order of time; another night begins with: 1 days later`;
    return tomorrowMs;
  };
  return {
    soonest,
    next: (time) => {
      const atMs = soonest(time);
      if (typeof atMs === 'number') [lastMs, lastTime] = [atMs, time];
      return atMs;
    },
    daysLater: (days) => {
      const noon = new Date(noonMs);
      noon.setDate(noon.getDate() + days);
      noonMs = noon.getTime();
      [lastMs, lastTime] = [Math.max(lastMs, noonMs), ''];
    },
  };
}
