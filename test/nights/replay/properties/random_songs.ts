/** A random song only when nobody waits who may be called, and none twice in a night: the catalogue has more than a night. */
import type { Chronicle } from '../chronicle.ts';
import { at } from '../time_of_day.ts';

export function randomSongs({ takings }: Chronicle): readonly string[] {
  const played = new Set<string>();
  return takings.flatMap(({ atMs, partyId, entryId, artist, title, waiting }) => {
    const song = `${partyId} ${artist} - ${title}`;
    const again = entryId === null && played.has(song);
    played.add(song);
    const ignored = waiting.find(({ presence, partnerPresence }) => presence !== 'away' && partnerPresence !== 'away');
    return [
      ...(again ? [`${at(atMs)}: ${artist} - ${title} is played at random and was played before`] : []),
      ...(entryId === null && ignored ? [`${at(atMs)}: a random song is played, and ${ignored.who} waits`] : []),
    ];
  });
}
