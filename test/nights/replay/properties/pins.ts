/** The DJ's pin decides: nobody without one is announced while a pin for the next place waits that may be called. */
import type { Chronicle } from '../chronicle.ts';
import { at } from '../time_of_day.ts';

export function pins({ announcements }: Chronicle): readonly string[] {
  return announcements.flatMap(({ atMs, entryId, waiting }) => {
    const announced = waiting.find((waiter) => waiter.entryId === entryId);
    const pinned = waiting.find(
      ({ pinPlace, presence, partnerPresence }) =>
        pinPlace !== null && pinPlace <= 1 && presence !== 'away' && partnerPresence !== 'away',
    );
    return announced && pinned && !announced.pinned
      ? [`${at(atMs)}: ${announced.who} is announced, and the DJ wants ${pinned.who} there (${pinned.entryId})`]
      : [];
  });
}
