/**
 * A newcomer catches up by one round at most: when somebody is seen in the line for the first time in a night, they count
 * as having had at most one turn less than whoever of those who wait has had the fewest.
 */
import type { Chronicle } from '../chronicle.ts';
import { at } from '../time_of_day.ts';
import { mayBeCalled, turnsOf } from './choosing.ts';

export function catchingUp({ takings }: Chronicle): readonly string[] {
  const seen = new Set<string>();
  return takings.flatMap(({ partyId, waiting, taken, atMs }) => {
    const here = [...waiting.filter(mayBeCalled), ...(taken ? [taken] : [])];
    const isNew = ({ who }: { readonly who: string }): boolean => !seen.has(`${partyId} ${who}`);
    const lowest = Math.min(...here.filter((waiter) => !isNew(waiter)).map(turnsOf));
    const behind = here.filter((waiter) => isNew(waiter) && waiter.sung === 0 && turnsOf(waiter) + 1 < lowest);
    for (const { who } of [...waiting, ...here]) seen.add(`${partyId} ${who}`);
    return lowest === Infinity
      ? []
      : behind.map(
          (waiter) => `${at(atMs)}: ${waiter.who} is new with ${turnsOf(waiter)} turns, the others have ${lowest}`,
        );
  });
}
