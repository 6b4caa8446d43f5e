/** Who said AWAY never sings, alone or in a duet; who is not here sings only when nobody waits who is, or the DJ says so. */
import type { Chronicle } from '../chronicle.ts';
import { at } from '../time_of_day.ts';
import { choices, share, singersOf } from './choosing.ts';

export function whoIsHere(chronicle: Chronicle): readonly string[] {
  const away = chronicle.takings.flatMap(({ atMs, who, taken }) => {
    if (taken?.presence === 'away') return [`${at(atMs)}: ${who ?? ''} sings and said AWAY`];
    return taken?.partnerPresence === 'away'
      ? [`${at(atMs)}: ${who ?? ''} sings with ${taken.partner ?? ''}, who said AWAY`]
      : [];
  });
  const absent = choices(chronicle).flatMap(({ taking, who, chosen, others, before }) => {
    const here = others.find((waiter) => !share(singersOf(waiter), before));
    return chosen.presence === 'absent' && taking.rule !== 'pinned' && here
      ? [`${at(taking.atMs)}: ${who} is not here and is called, and ${here.who} waits`]
      : [];
  });
  return [...away, ...absent];
}
