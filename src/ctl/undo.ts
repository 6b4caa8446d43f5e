/** undo, as the DJ reads it. */
import type { Results } from '../dj/results.ts';
import { visible } from '../party/visible.ts';
import type { Printers } from './printer.ts';
import { clockTime, count, songName } from './words.ts';

type Undo = Results['undo'];

export const undoPrinters: Pick<Printers, 'undo'> = {
  undo: (undo, { nowMs }) => [
    `Taken back: ${what(undo)}, by ${visible(undo.who)} at ${clockTime(undo.orderedAtMs, nowMs)}. ${AFTER[undo.undone](undo)}`,
    ...(undo.told > 0 ? [`${count(undo.told, 'guest')} had heard of it and will hear when it is found.`] : []),
  ],
};

/** `skip 17, Toto - Africa (Ada)`, `ban, Bo`. */
function what({ undone, queueId, wishId, singer, artist, title }: Undo): string {
  const id = queueId ?? wishId;
  const by = wishId === null && singer !== null ? visible(singer) : null;
  const song =
    artist === null || title === null ? by : `${songName({ artist, title })}${by === null ? '' : ` (${by})`}`;
  return [id === null ? undone : `${undone} ${id}`, song].filter((words) => words !== null).join(', ');
}

const wish = ({ state }: Undo): string => `The wish is ${state ?? '?'}${state === 'wanted' ? ' again' : ''}.`;
const pins = (): string => 'The places are as before.';

/** How things are now. */
const AFTER: Readonly<Record<Undo['undone'], (undo: Undo) => string>> = {
  skip: () => 'It is the next song.',
  remove: () => 'It waits again, where it was.',
  add: () => 'It is out of the line.',
  move: pins,
  unpin: pins,
  found: wish,
  refuse: wish,
  fetch: wish,
  hide: () => 'It can be found and sung again.',
  ban: ({ singer }) => `${visible(singer ?? 'That guest')} may come in again, and what waited waits again.`,
};
