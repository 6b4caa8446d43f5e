/** library add, scan, list, remove, problems, as the DJ reads them. */
import type { Results, Scanned } from '../dj/results.ts';
import { visible } from '../party/visible.ts';
import type { FolderRow } from '../store/library.ts';
import type { Printers } from './printer.ts';
import { alarm, table } from './table.ts';
import type { Screen } from './table.ts';
import { clockTime, count, pageLine, typedPath } from './words.ts';

type LibraryVerb = 'library add' | 'library scan' | 'library list' | 'library remove' | 'library problems';

export const libraryPrinters: Pick<Printers, LibraryVerb> = {
  'library add': (added, screen) => [
    greeting(added),
    scanSums(added),
    ...(added.files === 0 ? [NOTHING_PLAYABLE] : []),
    ...remedies(added, screen),
  ],
  'library scan': (scanned, screen) => [scanSums(scanned), ...remedies(scanned, screen)],
  'library list': ({ rows }, screen) => [
    ...(rows.length === 0 ? ['The library has no folders. To add one: karaokectl library add <folder>'] : []),
    ...table(
      [
        { title: 'id', as: 'number', cell: ({ folderId }) => folderId },
        { title: 'folder', as: 'text', cell: ({ path }) => path },
        { title: 'names', as: 'text', cell: ({ naming }) => naming },
        { title: 'files', as: 'number', cell: ({ files }) => files },
        { title: 'songs', as: 'number', cell: ({ songs }) => songs },
        { title: 'problems', as: 'number', cell: ({ problems }) => problems },
        { title: 'last scan', as: 'text', cell: (row) => lastScan(row, screen) },
      ],
      rows,
      screen,
    ),
    ...rows.flatMap(({ path, asks }) => (asks === null ? [] : question({ folder: path, ...asks }, screen))),
  ],
  'library remove': ({ folder, files, songs }) => [
    `${visible(folder)} is out of the library: ${count(files, 'file')}, and ${count(songs, 'song')} left the catalogue. The files stay on the disk.`,
  ],
  'library problems': (page) => [
    ...(page.total === 0 ? ['Every file of the library was understood.'] : []),
    ...page.rows.map(({ path, reason }) => `${visible(path)}: ${visible(reason)}`),
    ...pageLine(page),
  ],
};

const NOTHING_PLAYABLE =
  'Nothing in it can be played: karaokectl looks for mp3 with cdg, zip, video, audio with lrc, UltraStar and audio.';

function greeting({ outcome, path, naming }: Results['library add']): string {
  switch (outcome) {
    case 'added':
      return `${visible(path)} is in the library now, and watched: what is copied into it is here two seconds later.`;
    case 'known':
      return `${visible(path)} was in the library already.`;
    case 'renamed':
      return `${visible(path)} was in the library already; its names are read as ${naming} from now on.`;
  }
}

/** What a scan found, in a line; what did not happen is left out. */
export function scanSums({ files, added, changed, moved, vanished, problems, found }: Scanned): string {
  const news = [
    added > 0 ? count(added, 'new song') : 'no new song',
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(moved > 0 ? [`${moved} moved`] : []),
    ...(vanished > 0 ? [`${vanished} gone`] : []),
    ...(problems > 0 ? [count(problems, 'problem')] : []),
    ...(found > 0 ? [`${count(found, 'wish', 'wishes')} came home`] : []),
  ];
  return `${count(files, 'file')}: ${news.join(', ')}`;
}

function remedies({ problems, asks }: Scanned, screen: Screen): readonly string[] {
  return [
    ...(problems > 0 ? ['Why, file by file: karaokectl library problems'] : []),
    ...asks.flatMap((asked) => question(asked, screen)),
  ];
}

/** What a scan asks instead of taking most of a folder out. */
function question(asked: { folder: string; vanished: number; known: number }, screen: Screen): readonly string[] {
  const { folder, vanished, known } = asked;
  return [
    alarm(`${vanished} of ${known} files in ${visible(folder)} are gone. Is the disk plugged in?`, screen),
    `If they are really gone: karaokectl library scan --forget-vanished ${typedPath(folder)}`,
  ];
}

function lastScan({ scannedAtMs, asks }: FolderRow, screen: Screen): string {
  if (asks !== null) return 'stopped with a question';
  return scannedAtMs === null ? 'never' : clockTime(scannedAtMs, screen.nowMs);
}
