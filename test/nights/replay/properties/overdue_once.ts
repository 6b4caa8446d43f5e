/** Out of turn for a long wait goes only who has waited for an hour, and of three turns of guests at most one. */
import type { Chronicle } from '../chronicle.ts';
import { at } from '../time_of_day.ts';

const HOUR_MS = 3_600_000;
const EVERY = 3;

export function overdueOnce({ takings }: Chronicle): readonly string[] {
  const turns = takings.filter(({ entryId }) => entryId !== null);
  return turns.flatMap(({ atMs, partyId, who, rule, taken, waiting }, index) => {
    if (rule !== 'overdue') return [];
    const lately = turns.slice(Math.max(0, index - EVERY + 1), index);
    const again = lately.some((one) => one.rule === 'overdue' && one.partyId === partyId);
    const own = [...waiting, ...(taken ? [taken] : [])].filter((waiter) => waiter.who === who);
    const since = Math.min(...own.map(({ askedAtMs }) => askedAtMs));
    return [
      ...(again ? [`${at(atMs)}: ${who ?? ''} is overdue, and so was one of the two turns before`] : []),
      ...(atMs - since <= HOUR_MS
        ? [`${at(atMs)}: ${who ?? ''} is overdue, and has waited for less than an hour`]
        : []),
    ];
  });
}
