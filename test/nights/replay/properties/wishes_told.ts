/** Who asked for a song that was not here hears once what became of it: at once, or when they come the next time. */
import type { Chronicle, Resolution } from '../chronicle.ts';
import { at } from '../time_of_day.ts';

export function wishesTold(chronicle: Chronicle): readonly string[] {
  const { resolutions, orders } = chronicle;
  // What was taken back before it was told is not told, and what was told may be told anew.
  if (orders.some(({ line }) => line.startsWith('undo'))) return [];
  return resolutions.flatMap((resolution, index) => {
    const replaced = resolutions.slice(index + 1).find(({ wishId }) => wishId === resolution.wishId);
    return resolution.askers.flatMap((who) => {
      const times = tellings(chronicle, resolution, who, replaced?.atMs ?? Infinity);
      const came = chronicle.visits.some(
        (visit) =>
          visit.who === who &&
          (visit.untilMs ?? Infinity) > resolution.atMs + POLL_MS &&
          visit.fromMs < (replaced?.atMs ?? Infinity),
      );
      const expected = came ? 1 : 0;
      return times === expected
        ? []
        : [
            `${at(resolution.atMs)}: wish ${resolution.wishId} is ${resolution.state}, and ${who} heard it ${times} times`,
          ];
    });
  });
}

const POLL_MS = 2_000;

function tellings({ heard }: Chronicle, { wishId, state, atMs }: Resolution, who: string, untilMs: number): number {
  return heard.filter(
    (one) =>
      one.is === 'wish news' &&
      one.who === who &&
      one.wishId === wishId &&
      one.state === state &&
      one.atMs >= atMs &&
      one.atMs < untilMs,
  ).length;
}
