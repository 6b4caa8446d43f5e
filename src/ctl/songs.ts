/** songs, import, as the DJ reads them. */
import { visible } from '../party/visible.ts';
import { mmss } from '../party/clock.ts';
import type { SongRow } from '../dj/results/rows.ts';
import type { Printers } from './printer.ts';
import { table } from './table.ts';
import type { Screen } from './table.ts';
import { count, pageLine } from './words.ts';

export const songPrinters: Pick<Printers, 'songs' | 'import'> = {
  songs: (page, screen) => [
    ...(page.rows.length === 0 && page.page === 1
      ? ['No song. To bring some: karaokectl library add <folder>, or: karaokectl import <file.csv>']
      : []),
    ...songTable(page.rows, screen),
    ...pageLine(page),
  ],
  import: ({ file, added, known, found, bad, badCount }) => [
    ...(added + known + badCount === 0 ? ['Nothing to do: this very file was imported before.'] : []),
    `${visible(file)}: ${count(added, 'new song')}, ${known} known${found > 0 ? `, ${count(found, 'wish', 'wishes')} came home` : ''}`,
    ...bad.map(({ line, reason }) => `line ${line}: ${visible(reason)}`),
    ...(badCount > bad.length ? [`… and ${badCount - bad.length} more.`] : []),
    ...(badCount > 0
      ? [`${count(badCount, 'bad row')} left out. Correct and import again; what is here stays as it is.`]
      : []),
  ],
};

export function songTable(rows: readonly SongRow[], screen: Screen): readonly string[] {
  return table(
    [
      { title: 'id', as: 'number', cell: ({ songId }) => songId },
      { title: 'artist', as: 'text', cell: ({ artist }) => artist },
      { title: 'title', as: 'text', cell: ({ title }) => title },
      { title: 'time', as: 'number', cell: ({ durationS }) => (durationS === null ? null : mmss(durationS * 1000)) },
    ],
    rows,
    screen,
  );
}
