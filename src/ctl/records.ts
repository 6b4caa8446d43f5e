/** history, as the DJ reads it. */
import type { Printers } from './printer.ts';
import { table } from './table.ts';
import { clockTime, pageLine, songName } from './words.ts';

export const recordPrinters: Pick<Printers, 'history'> = {
  history: (page, screen) => [
    ...(page.rows.length === 0 && page.page === 1 ? ['Nothing has been played yet.'] : []),
    ...table(
      [
        { title: 'at', as: 'text', cell: ({ startedAtMs }) => clockTime(startedAtMs, screen.nowMs) },
        { title: 'singer', as: 'text', cell: ({ singer }) => singer ?? 'nobody' },
        { title: 'song', as: 'text', cell: songName },
        { title: 'end', as: 'text', cell: ({ end }) => end },
      ],
      page.rows,
      screen,
    ),
    ...pageLine(page),
  ],
};
