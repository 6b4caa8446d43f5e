/** Everybody who is connected when a party ends hears exactly one BYE, and nobody ever hears two. */
import type { Chronicle } from '../chronicle.ts';
import { at } from '../time_of_day.ts';

export function byes({ visits, ends }: Chronicle): readonly string[] {
  return visits.flatMap(({ who, fromMs, untilMs, byes: times, end }) => {
    const outlived = ends.find(({ atMs }) => fromMs <= atMs && (untilMs ?? Infinity) >= atMs);
    if (times > 1) return [`${who}, who came at ${at(fromMs)}, heard BYE ${times} times`];
    return outlived && (times !== 1 || end !== 'bye')
      ? [`${who} was there when the party ended at ${at(outlived.atMs)} and heard no BYE`]
      : [];
  });
}
