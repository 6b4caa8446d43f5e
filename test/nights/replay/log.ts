/** The night as people read it: the time of day, who, and what was said to whom. */
import type { Chronicle } from './chronicle.ts';
import { at } from './time_of_day.ts';

const WHO = 12;

export function logOf({ log }: Pick<Chronicle, 'log'>): readonly string[] {
  let day = '';
  return log.flatMap(({ atMs, who, what }, index) => {
    // A random song begins as it is taken; one line says so.
    if (who === 'sound' && log[index + 1]?.what.startsWith(`nobody sings: ${what} (`) === true) return [];
    const today = new Date(atMs).toDateString();
    const heading = today === day ? [] : [`— ${today} —`];
    day = today;
    return [...heading, `${at(atMs)}  ${who.padEnd(WHO)}  ${what}`];
  });
}
