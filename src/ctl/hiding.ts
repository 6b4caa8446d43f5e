/** hide, unhide, as the DJ reads them. */
import { visible } from '../party/visible.ts';
import type { CareResults } from '../dj/results/care.ts';
import type { Printers } from './printer.ts';
import { songName } from './words.ts';

export const hidingPrinters: Pick<Printers, 'hide' | 'unhide'> = {
  hide: (hidden) => [
    hidden.outcome === 'already'
      ? `Song ${hidden.songId}, ${songName(hidden)}, was hidden already.`
      : `Song ${hidden.songId}, ${songName(hidden)}, is hidden: nobody finds it, and who asks for it is told. To show it again: karaokectl unhide ${hidden.songId}`,
    ...waiting(hidden),
    ...(hidden.wishes.length === 0
      ? []
      : [`Wanted again: ${wishes(hidden)}. To say no: karaokectl refuse ${hidden.wishes[0]?.wishId} <reason>`]),
  ],
  unhide: (shown) => [
    shown.outcome === 'already'
      ? `Song ${shown.songId}, ${songName(shown)}, was not hidden.`
      : `Song ${shown.songId}, ${songName(shown)}, can be found again.`,
    ...(shown.wishes.length === 0 ? [] : [`Found again: ${wishes(shown)}.`]),
  ],
};

const wishes = (sight: Pick<CareResults['hide'], 'wishes'>): string =>
  sight.wishes.map((wish) => `wish ${wish.wishId}, ${songName(wish)}`).join('; ');

/** Who asked before it was hidden shall not be punished for it, unless the DJ says so. */
function waiting({ waiting: entries }: CareResults['hide']): readonly string[] {
  if (entries.length === 0) return [];
  const listed = entries.map(({ queueId, singer }) => `${queueId} (${visible(singer)})`).join(', ');
  return [
    `It stays in the line for who asked before: ${listed}. To take one out: karaokectl remove ${entries[0]?.queueId}`,
  ];
}
