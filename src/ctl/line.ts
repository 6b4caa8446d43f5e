/** queue, why, add, remove, undo, as the DJ reads them. */
import { visible } from '../party/visible.ts';
import type { Printers } from './printer.ts';
import { table } from './table.ts';
import { clockTime, count, pageLine, songName, wait } from './words.ts';

export const linePrinters: Pick<Printers, 'queue' | 'why' | 'add' | 'remove' | 'undo'> = {
  queue: (page, screen) => [
    ...(page.rows.length === 0 && page.page === 1 ? ['Nobody waits.'] : []),
    ...table(
      [
        { title: 'id', as: 'number', cell: ({ queueId }) => queueId },
        { title: '#', as: 'number', cell: ({ position }) => position },
        { title: 'singer', as: 'text', cell: ({ singer }) => singer },
        { title: 'song', as: 'text', cell: songName },
        { title: 'wait', as: 'number', cell: ({ waitFromMin, waitToMin }) => wait(waitFromMin, waitToMin) },
        { title: 'why', as: 'text', cell: ({ reason }) => reason },
      ],
      page.rows,
      screen,
    ),
    ...pageLine(page),
  ],
  why: ({ rows }) => rows.map(({ text }) => visible(text)),
  add: ({ queueId, singer, song, position, waitFromMin, waitToMin, alsoAskedBy }) => [
    `Entry ${queueId}: ${songName(song)} for ${visible(singer)}, place ${position ?? '?'}, wait ${wait(waitFromMin, waitToMin)}`,
    ...(alsoAskedBy.length > 0 ? [`${visible(alsoAskedBy.join(', '))} waits for the same song.`] : []),
  ],
  remove: ({ queueId, singer, artist, title }) => [
    `Entry ${queueId} is out of the line: ${songName({ artist, title })} (${visible(singer)})`,
  ],
  undo: ({ undone, who, orderedAtMs, wishId, artist, title, state, told }, screen) => [
    `Taken back: ${undone} ${wishId}, ${songName({ artist, title })}, by ${visible(who)} at ${clockTime(orderedAtMs, screen.nowMs)}. The wish is ${state}${state === 'wanted' ? ' again' : ''}.`,
    ...(told > 0 ? [`${count(told, 'guest')} had heard of it and will hear when it is found.`] : []),
  ],
};
