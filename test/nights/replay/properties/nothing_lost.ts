/** Every request that was accepted ends sung, skipped, cancelled or unsung, and nothing is sung twice. */
import type { Chronicle } from '../chronicle.ts';

const ENDS = new Set(['sung', 'skipped', 'cancelled', 'unsung']);

export function nothingLost({ heard, entries, plays, ends }: Chronicle): readonly string[] {
  const ended = new Set(ends.map(({ partyId }) => partyId));
  const known = new Set(entries.map(({ entryId }) => entryId));
  const forgotten = heard.flatMap((one) =>
    one.is === 'queued' && !known.has(one.entryId)
      ? [`${one.who} was told of entry ${one.entryId}, and it is not there`]
      : [],
  );
  const wrong = entries.flatMap(({ entryId, partyId, who, artist, title, state }) => {
    const own = plays.filter((play) => play.entryId === entryId);
    const sung = own.filter(({ how }) => how === 'sung').length;
    const other = own.find((play) => play.artist !== artist || play.title !== title);
    const entry = `entry ${entryId} of ${who}`;
    return [
      ...(ended.has(partyId) && !ENDS.has(state) ? [`${entry} is ${state}, and its party is over`] : []),
      ...(other ? [`${entry} is ${artist} - ${title}, and ${other.artist} - ${other.title} was played`] : []),
      ...(sung > 1 ? [`${entry} was sung ${sung} times`] : []),
      ...(sung > 0 === (state === 'sung') ? [] : [`${entry} is ${state}, and was sung ${sung} times`]),
      ...(state === 'skipped' && own.at(-1)?.how !== 'skipped'
        ? [`${entry} is skipped, and its last turn was not`]
        : []),
    ];
  });
  const open = plays.filter(({ partyId, endedAtMs }) => ended.has(partyId) && endedAtMs === null);
  return [...forgotten, ...wrong, ...open.map(({ playId }) => `turn ${playId} goes on, and its party is over`)];
}
