/** history, as the DJ reads it. */
import { singers } from '../party/duet.ts';
import type { Play } from '../store/dj.ts';
import type { Printers } from './printer.ts';
import { table } from './table.ts';
import { clockTime, pageLine, songName } from './words.ts';

export const recordPrinters: Pick<Printers, 'history' | 'export'> = {
  history: (page, screen) => [
    ...(page.rows.length === 0 && page.page === 1 ? ['Nothing has been played yet.'] : []),
    ...table(
      [
        { title: 'at', as: 'text', cell: ({ startedAtMs }) => clockTime(startedAtMs, screen.nowMs) },
        { title: 'singer', as: 'text', cell: (play) => singersOf(play) },
        { title: 'song', as: 'text', cell: songName },
        { title: 'end', as: 'text', cell: ({ end }) => end },
      ],
      page.rows,
      screen,
    ),
    ...pageLine(page),
  ],
  // Written as it comes, page by page (export.ts).
  export: () => [],
};

const singersOf = ({ singer, with: partner }: Play): string =>
  singer === null ? 'nobody' : singers({ singer, partner });
