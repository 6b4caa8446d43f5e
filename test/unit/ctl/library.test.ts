import { describe, expect, test } from '@jest/globals';
import { eventLine } from '../../../src/ctl/events.ts';
import { print } from '../../../src/ctl/printers.ts';
import type { Screen } from '../../../src/ctl/table.ts';
import { typedPath } from '../../../src/ctl/words.ts';
import type { Scanned } from '../../../src/dj/results.ts';
import type { WatchEvent } from '../../../src/dj/watch_events.ts';
import type { FolderRow } from '../../../src/store/library.ts';

const noon = new Date(2026, 0, 2, 12, 5).getTime();
const screen: Screen = { columns: 100, style: 'plain', nowMs: noon };

const quiet: Scanned = {
  folders: 1,
  files: 400,
  added: 0,
  changed: 0,
  moved: 0,
  vanished: 0,
  problems: 0,
  found: 0,
  asks: [],
};
const asks = [{ folder: '/media/DJ disk', folderId: 2, vanished: 312, known: 400 }];
const question = [
  '312 of 400 files in /media/DJ disk are gone. Is the disk plugged in?',
  "If they are really gone: karaokectl library scan --forget-vanished '/media/DJ disk'",
];

describe('the library, as the DJ reads it', () => {
  test('a scan says what happened and nothing of what did not', () => {
    expect(print('library scan', quiet, screen)).toEqual(['400 files: no new song']);
    const busy = { ...quiet, added: 1, changed: 2, moved: 3, vanished: 4, problems: 1, found: 2 };
    expect(print('library scan', busy, screen)).toEqual([
      '400 files: 1 new song, 2 changed, 3 moved, 4 gone, 1 problem, 2 wishes came home',
      'Why, file by file: karaokectl library problems',
    ]);
    expect(print('library scan', { ...quiet, asks }, screen)).toEqual(['400 files: no new song', ...question]);
  });

  test('a folder is greeted, known, or read in another order', () => {
    const added = { ...quiet, outcome: 'added', folderId: 1, path: '/music', naming: 'auto', added: 400 } as const;
    expect(print('library add', added, screen)).toEqual([
      '/music is in the library now, and watched: what is copied into it is here two seconds later.',
      '400 files: 400 new songs',
    ]);
    expect(print('library add', { ...added, outcome: 'known' }, screen)[0]).toBe('/music was in the library already.');
    expect(print('library add', { ...added, outcome: 'renamed', naming: 'tags' }, screen)[0]).toMatch(
      /read as tags from/,
    );
    expect(print('library add', { ...added, files: 0, added: 0 }, screen)[2]).toMatch(/^Nothing in it can be played: /);
  });

  test('the folders are a table, with the question of the last scan under it; none is said', () => {
    const music: FolderRow = {
      folderId: 1,
      path: '/music',
      naming: 'auto',
      files: 400,
      songs: 390,
      problems: 10,
      addedAtMs: noon,
      scannedAtMs: noon,
      asks: null,
    };
    const disk = { ...music, folderId: 2, path: '/media/DJ disk', asks: { vanished: 312, known: 400 } };
    const fresh = { ...music, folderId: 3, path: '/new', files: 0, songs: 0, problems: 0, scannedAtMs: null };
    expect(print('library list', { rows: [music, disk, fresh] }, screen)).toEqual([
      'id  folder          names  files  songs  problems  last scan',
      ' 1  /music          auto     400    390        10  12:05',
      ' 2  /media/DJ disk  auto     400    390        10  stopped with a question',
      ' 3  /new            auto       0      0         0  never',
      ...question,
    ]);
    expect(print('library list', { rows: [] }, screen)).toEqual([
      'The library has no folders. To add one: karaokectl library add <folder>',
    ]);
  });

  test('problems are a line each, whole, so that they can be searched; none is said', () => {
    const rows = [{ path: '/music/\u001b[2Jx.zip', reason: 'It is cut off: copy it again.', sinceMs: 0 }];
    expect(print('library problems', { rows, total: 1, more: false, page: 1 }, { ...screen, columns: 20 })).toEqual([
      '/music/[2Jx.zip: It is cut off: copy it again.',
    ]);
    expect(print('library problems', { rows: [], total: 0, more: false, page: 1 }, screen)).toEqual([
      'Every file of the library was understood.',
    ]);
    expect(print('library problems', { rows, total: 133, more: false, page: 1 }, screen)[1]).toBe(
      '1 of 133, page 1. More: --page 2',
    );
  });

  test('a folder that is taken out leaves its files on the disk', () => {
    expect(print('library remove', { folder: '/music', files: 400, songs: 1 }, screen)).toEqual([
      '/music is out of the library: 400 files, and 1 song left the catalogue. The files stay on the disk.',
    ]);
  });

  test.each([
    ['/music/new', '/music/new'],
    ['/музика/нова', '/музика/нова'],
    ['/DJ disk', "'/DJ disk'"],
    ["/Tosho's", "'/Tosho'\\''s'"],
    ['/a;reboot', "'/a;reboot'"],
    ['/$(x)', "'/$(x)'"],
  ])('the path %s is typed %s', (path, typed) => {
    expect(typedPath(path)).toBe(typed);
  });
});

describe('the library, watched', () => {
  const wish = {
    event: 'wish',
    wishId: 5,
    artist: 'ABBA',
    title: 'Waterloo',
    askers: 1,
    songId: null,
    reason: null,
  } as const;
  test.each<[WatchEvent, string]>([
    [{ event: 'library', state: 'began', done: 0, total: null, folder: null }, 'library: a scan began'],
    [
      { event: 'library', state: 'scanning', done: 7, total: 400, folder: '/m' },
      'library: scanning /m: 7 of 400 files',
    ],
    [{ event: 'library', state: 'scanning', done: 401, total: 400, folder: '/m' }, 'library: scanning /m: 401 files'],
    [{ event: 'library', state: 'ended', ...quiet }, 'library: the scan is over. 400 files: no new song'],
    [
      { event: 'library', state: 'ended', ...quiet, asks },
      'library: the scan is over. 400 files: no new song. 312 of 400 files in /media/DJ disk are gone: karaokectl library list',
    ],
    [{ event: 'library', state: 'failed', why: 'no disk' }, 'library: the scan failed: no disk'],
    [{ event: 'song-added', count: 1, songId: 9, artist: 'Toto', title: 'Africa' }, 'new song: 9 Toto - Africa'],
    [
      { event: 'song-added', count: 3, songId: 9, artist: 'Toto', title: 'Africa' },
      '3 new songs, the last: 9 Toto - Africa',
    ],
    [{ event: 'problems', problems: 2 }, 'problems: 2. See: karaokectl library problems'],
    [{ event: 'problems', problems: 0 }, 'problems: none any more'],
    [
      {
        event: 'proposal',
        wishId: 5,
        wishArtist: 'ABBA',
        wishTitle: 'Waterlo',
        songId: 9,
        artist: 'ABBA',
        title: 'Waterloo',
      },
      'wish 5: ABBA - Waterlo may be 9 ABBA - Waterloo. If it is: karaokectl found 5 9',
    ],
    [{ ...wish, state: 'wanted' }, 'wish 5: ABBA - Waterloo is wanted'],
    [{ ...wish, state: 'wanted', askers: 3 }, 'wish 5: ABBA - Waterloo is wanted by 3'],
    [{ ...wish, state: 'fetching' }, 'wish 5: ABBA - Waterloo is being fetched'],
    [{ ...wish, state: 'found', songId: 9 }, 'wish 5: ABBA - Waterloo is here as song 9; 1 guest will hear of it'],
    [{ ...wish, state: 'refused', reason: 'not in print' }, 'wish 5: ABBA - Waterloo is refused: not in print'],
    [{ ...wish, state: 'withdrawn', askers: 0 }, 'wish 5: ABBA - Waterloo is not wanted any more'],
  ])('%j', (event, line) => {
    expect(eventLine(event, noon)).toBe(`12:05  ${line}`);
  });
});
