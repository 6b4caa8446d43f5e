import { describe, expect, test } from '@jest/globals';
import { refusalDocument, resultDocument, snake } from '../../../src/ctl/json.ts';
import { eventLine } from '../../../src/ctl/events.ts';
import { screenOf } from '../../../src/ctl/output.ts';
import { print } from '../../../src/ctl/printers.ts';
import type { Screen } from '../../../src/ctl/table.ts';
import { clockTime, nowLine, pageLine, wait } from '../../../src/ctl/words.ts';
import { nowRow, songRow, standing } from '../../../src/dj/views.ts';
import { refusal } from '../../../src/dj/refusal.ts';
import { africa, playing, silence, tree } from '../dj/fake_desk.ts';

const screen: Screen = { columns: 80, style: 'plain', nowMs: 0 };

describe('what is printed', () => {
  test('fits the terminal, and is whole in a pipe and on a terminal that does not know its width', () => {
    expect(screenOf({ isTTY: true, columns: 60 }).columns).toBe(60);
    expect(screenOf({ isTTY: true, columns: 0 }).columns).toBe(Infinity);
    expect(screenOf({ isTTY: false, columns: 0 }).columns).toBe(Infinity);
  });

  test('says of an empty list that it is empty', () => {
    const empty = { rows: [], total: 0, more: false, page: 1 };
    expect(print('queue', empty, screen)).toEqual(['Nobody waits.']);
    expect(print('songs', empty, screen)[0]).toContain('No song');
    expect(print('missing', empty, screen)[0]).toContain('Nothing is missing');
    expect(print('history', empty, screen)).toEqual(['Nothing has been played yet.']);
    expect(print('guests', { connections: 0, rows: [] }, screen)[0]).toContain('0 connected clients');
  });

  test('calls it a last call only when the party ends within the hour', () => {
    const ends = (inMs: number) =>
      ({ id: 1, name: 'Friday', startedAtMs: 0, endedAtMs: null, closingAtMs: inMs }) as const;
    const said = (inMs: number) => print('party closing', { outcome: 'closing', party: ends(inMs) }, screen);
    const at = (ms: number) => clockTime(ms, 0);
    expect(said(3_600_000)).toEqual([`Last call: "Friday" ends at ${at(3_600_000)}, in 1 h 0 min.`]);
    expect(said(22 * 3_600_000)).toEqual([`"Friday" ends at ${at(22 * 3_600_000)}.`]);
    expect(print('party end', { outcome: 'closing', party: ends(7_200_000) }, screen)).toEqual([
      `"Friday" ends at ${at(7_200_000)}.`,
    ]);
  });

  test('says how to see more of a long list, and nothing after a short one', () => {
    const rows = [songRow(africa)];
    expect(pageLine({ rows, total: 133, more: false, page: 1 })).toEqual(['1 of 133, page 1. More: --page 2']);
    expect(pageLine({ rows, total: 1000, more: true, page: 3 })).toEqual(['1 of 1000+, page 3. More: --page 4']);
    expect(pageLine({ rows, total: 201, more: false, page: 3 })).toEqual(['1 of 201, page 3.']);
    expect(pageLine({ rows, total: 1, more: false, page: 1 })).toEqual([]);
    expect(pageLine({ rows: [], total: 133, more: false, page: 9 })).toEqual(['Page 9 is empty; there are 133.']);
  });

  test('lists songs with their numbers and times', () => {
    expect(print('songs', { rows: [songRow(africa)], total: 1, more: false, page: 1 }, screen)).toEqual([
      ' id  artist  title   time',
      '731  Toto    Africa  4:55',
    ]);
  });

  test('lists bad rows of an import with their lines', () => {
    const bad = [{ line: 3, reason: 'no title' }];
    const lines = print('import', { file: '/f.csv', added: 1, known: 0, found: 1, bad, badCount: 5 }, screen);
    expect(lines).toEqual([
      '/f.csv: 1 new song, 0 known, 1 wish came home',
      'line 3: no title',
      '… and 4 more.',
      '5 bad rows left out. Correct and import again; what is here stays as it is.',
    ]);
  });

  test('status gathers equal processes and names what is degraded', () => {
    const status = {
      ...standing({ party: null, now: silence, waiting: 1, songs: 0, missing: 0, connections: 1, namedGuests: 0 }),
      degraded: ['librarian'],
      library: { folders: 0, files: 0, problems: 0, asking: 0, scan: null },
      randomFrom: { folder: null, has: 'any' } as const,
      tree: {
        ...tree(
          { name: 'librarian', state: 'degraded' },
          { name: 'session', state: 'ready' },
          { name: 'session', state: 'ready' },
        ),
      },
    };
    const processes = status.tree.processes.map((each) => ({ ...each, pssKb: 1_024 }));
    const text = print('status', { ...status, tree: { ...status.tree, processes } }, screen).join('\n');
    expect(text).toContain('No party is on');
    expect(text).toContain('1 song waiting');
    expect(text).toMatch(/session ×2 +ready +- +0 +0 +2\.0/);
    expect(text).toContain('Degraded: librarian. The log says why; karaoked keeps trying.');
    expect(text).not.toContain('Does not run');
    expect(text).not.toContain('library:');

    const given = processes.map((each) => (each.name === 'librarian' ? { ...each, state: 'gave-up' as const } : each));
    const gaveUp = print('status', { ...status, tree: { ...status.tree, processes: given } }, screen).join('\n');
    expect(gaveUp).toContain('Does not run: librarian. It cannot run here, so karaoked no longer tries');
    expect(gaveUp).not.toContain('keeps trying');

    const scan = { jobId: 3, done: 30, total: 400, folder: '/music' };
    const library = { folders: 2, files: 400, problems: 1, asking: 1, scan };
    const full = print('status', { ...status, library, tree: { ...status.tree, processes } }, screen);
    expect(full).toContain('library: 2 folders, 400 files, 1 problem, scanning /music: 30 of 400 files');
    expect(full.at(-1)).toBe('1 folder misses most of its files: karaokectl library list');
  });

  test('shows what sounds as the guests see it', () => {
    expect(nowLine(nowRow(playing()))).toBe('Toto - Africa (Bo) 1:12/4:55');
    expect(nowLine(nowRow(playing({ state: 'paused' })))).toBe('Toto - Africa (Bo) 1:12/4:55 paused');
    expect(nowLine(nowRow(playing({ state: 'between', positionMs: -12_000 })))).toBe('Toto - Africa (Bo) in 0:12');
    expect(nowLine(nowRow(playing({ state: 'between', positionMs: -11_001 })))).toBe('Toto - Africa (Bo) in 0:12');
    expect(nowLine(nowRow(playing({ entryId: null, guestId: null, singer: null })))).toContain('(nobody sings)');
    expect(nowLine(nowRow(silence))).toContain('silence');
  });

  test('writes waits and times of day', () => {
    expect(wait(21, 27)).toBe('21-27 min');
    expect(wait(null, null)).toBe('?');
    const noon = new Date(2026, 0, 2, 12, 5).getTime();
    expect(clockTime(noon, noon + 60_000)).toBe('12:05');
    expect(clockTime(noon, noon + 86_400_000)).toBe('2026-01-02 12:05');
    expect(eventLine({ event: 'queue', waiting: 3 }, noon)).toBe('12:05  queue: 3 waiting');
  });
});

describe('--json', () => {
  test('is one versioned object with names like the guests read them', () => {
    expect(JSON.parse(resultDocument({ now: nowRow(playing()) }))).toEqual({
      version: 1,
      now: {
        state: 'playing',
        why: null,
        queue_id: 18,
        guest_id: 2,
        singer: 'Bo',
        with: null,
        song_id: 731,
        artist: 'Toto',
        title: 'Africa',
        position_ms: 72_000,
        duration_ms: 295_000,
        at_ms: 1_000_000,
      },
    });
  });

  test('tells a refusal with its code, its exit and what may have been meant', () => {
    const unsure = { ...refusal('failed', 'Which?'), candidates: [songRow(africa)] };
    expect(JSON.parse(refusalDocument(unsure))).toEqual({
      version: 1,
      error: {
        code: 'failed',
        exit: 1,
        text: 'Which?',
        candidates: [{ song_id: 731, artist: 'Toto', title: 'Africa', duration_s: 295 }],
      },
    });
  });

  test('changes names and never values', () => {
    expect(snake({ aB: ['cD', { eF: null }] })).toEqual({ a_b: ['cD', { e_f: null }] });
  });
});
