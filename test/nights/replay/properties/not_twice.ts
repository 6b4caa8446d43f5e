/** Nobody sings twice in a row while another guest waited who is present. The DJ's pin is the DJ's word. */
import type { Chronicle } from '../chronicle.ts';
import { at } from '../time_of_day.ts';
import { choices, share, singersOf } from './choosing.ts';

export function notTwice(chronicle: Chronicle): readonly string[] {
  return choices(chronicle).flatMap(({ taking, who, before, others }) => {
    if (taking.rule === 'pinned' || !share(singersOf(taking), before)) return [];
    const instead = others.find((waiter) => !share(singersOf(waiter), before));
    return instead ? [`${at(taking.atMs)}: ${who} sings twice in a row, and ${instead.who} waited`] : [];
  });
}
