/** missing, found, refuse, as the DJ reads them. */
import { visible } from '../party/visible.ts';
import type { Printers } from './printer.ts';
import { table } from './table.ts';
import { clockTime, count, pageLine, songName } from './words.ts';

export const missingPrinters: Pick<Printers, 'missing' | 'found' | 'refuse'> = {
  missing: (page, screen) => [
    ...(page.rows.length === 0 && page.page === 1 ? ['Nothing is missing: every song asked for is here.'] : []),
    ...table(
      [
        { title: 'id', as: 'number', cell: ({ wishId }) => wishId },
        { title: 'song', as: 'text', cell: songName },
        { title: 'askers', as: 'number', cell: ({ askers }) => askers.length },
        { title: 'who', as: 'text', cell: ({ askers }) => askers.join(', ') },
        { title: 'last asked', as: 'text', cell: ({ lastAskedAtMs }) => clockTime(lastAskedAtMs, screen.nowMs) },
        { title: 'state', as: 'text', cell: ({ state }) => state },
      ],
      page.rows,
      screen,
    ),
    ...pageLine(page),
  ],
  found: ({ wishId, songId, artist, title, askers }) => [
    `Wish ${wishId}, ${songName({ artist, title })}, is here as song ${songId}. ${count(askers, 'guest')} will hear of it.`,
  ],
  refuse: ({ wishId, artist, title, askers, reason }) => [
    `Wish ${wishId}, ${songName({ artist, title })}, is refused. ${count(askers, 'guest')} will hear why: ${visible(reason)}`,
  ],
};
