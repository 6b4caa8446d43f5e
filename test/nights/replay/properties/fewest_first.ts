/**
 * Nobody who has had more turns goes before somebody present who waits. Turns are counted from the rows of the night, the
 * rounds somebody had missed with them. Out of turn go the DJ's pins and who is overdue; who sang just before stands back.
 */
import type { Chronicle, Waiter } from '../chronicle.ts';
import { at } from '../time_of_day.ts';
import { OUT_OF_TURN, choices, share, singersOf, turnsOf } from './choosing.ts';

export function fewestFirst(chronicle: Chronicle): readonly string[] {
  return choices(chronicle).flatMap(({ taking, who, before, chosen, others }) => {
    if (OUT_OF_TURN.has(taking.rule) || chosen.presence !== 'present') return [];
    const wronged = [...Map.groupBy(others, (waiter) => waiter.who).values()].find(
      (own) => own[0]?.who !== who && turnsOf(own[0] ?? chosen) < turnsOf(chosen) && own.every(isFree(before)),
    );
    return wronged?.[0]
      ? [
          `${at(taking.atMs)}: ${who} has had ${turnsOf(chosen)} turns and goes before ${wronged[0].who}, who has had ${turnsOf(wronged[0])}`,
        ]
      : [];
  });
}

const isFree =
  (before: readonly string[]) =>
  (waiter: Waiter): boolean =>
    !share(singersOf(waiter), before);
