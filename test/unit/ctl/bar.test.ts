import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { barLine } from '../../../src/ctl/bar.ts';
import type { Going } from '../../../src/ctl/bar.ts';
import { createGauge } from '../../../src/ctl/gauge.ts';
import type { Gauge } from '../../../src/ctl/gauge.ts';
import { perSecond, seen } from '../../../src/ctl/pace.ts';
import type { Pace } from '../../../src/ctl/pace.ts';
import type { Screen } from '../../../src/ctl/table.ts';
import { columnsOf } from '../../../src/ctl/width.ts';

const screen = (columns: number, style: Screen['style'] = 'plain'): Screen => ({ columns, style, nowMs: 0 });

const half: Going = {
  verb: 'Scanning',
  subject: '/srv/music',
  unit: 'files',
  done: 45_231,
  total: 100_000,
  perSecond: 5_213.4,
};

describe('the bar', () => {
  test('shows the share, the count, the rate and the time left', () => {
    expect(barLine(half, screen(110))).toBe(
      'Scanning /srv/music  [##########--------------]  45%  45,231 of 100,000 files  5,213/s  0:10 left',
    );
  });

  test.each([
    [90, 'Scanning /srv/music  [#######---------]  45%  45,231 of 100,000 files  5,213/s  0:10 left'],
    [82, 'Scanning /srv/music  [###-----]  45%  45,231 of 100,000 files  5,213/s  0:10 left'],
    [80, 'Scanning /srv/music  45%  45,231 of 100,000 files  5,213/s  0:10 left'],
    [64, 'Scanning /srv/music  45%  45,231 of 100,000 files  0:10 left'],
    [52, 'Scanning /srv/music  45%  45,231 of 100,000 files'],
    [30, 'Scanning /srv/music  45%'],
    [16, 'Scanning  45%'],
    [8, 'Scanni…'],
  ])('in %d columns leaves out what there is no room for, the most important last', (columns, line) => {
    expect(barLine(half, screen(columns))).toBe(line);
  });

  test('clips a long folder before it gives up a figure, and never takes the last column', () => {
    const long = { ...half, subject: '/media/dj/Караоке диск 3/さくら さくら さくら/from the shop' };
    expect(barLine(long, screen(80))).toBe(
      'Scanning /media/dj/Караоке д…  45%  45,231 of 100,000 files  5,213/s  0:10 left',
    );
    for (let columns = 4; columns < 160; columns += 1)
      expect(columnsOf(barLine(long, screen(columns)))).toBeLessThan(columns);
  });

  test('says how many and how fast where nobody knows how many there are', () => {
    const first = { ...half, total: null };
    expect(barLine(first, screen(80))).toBe('Scanning /srv/music  45,231 files  5,213/s');
    // The last scan counted fewer: there is no share of something smaller.
    expect(barLine({ ...half, total: 45_230 }, screen(80))).toBe(barLine(first, screen(80)));
    expect(barLine({ ...half, total: 0, done: 0 }, screen(80))).toBe('Scanning /srv/music  0 files  5,213/s');
  });

  test('promises no time before it has a rate, and none for ever', () => {
    expect(barLine({ ...half, perSecond: null }, screen(110))).toMatch(/ {2}45,231 of 100,000 files$/);
    expect(barLine({ ...half, perSecond: 0 }, screen(110))).toMatch(/ {2}45,231 of 100,000 files {2}0\/s$/);
  });

  test('is full only when all is done', () => {
    expect(barLine({ ...half, done: 99_999 }, screen(110))).toMatch(/\[#{23}-\] {2}99%/);
    expect(barLine({ ...half, done: 100_000 }, screen(110))).toMatch(/\[#{24}\] {2}100%/);
  });

  test('has colour only where there is colour, and is as wide with it as without', () => {
    const [plain, colour] = [barLine(half, screen(110)), barLine(half, screen(110, 'colour'))];
    expect(plain).not.toContain('\u001b');
    expect(colour).toContain('\u001b[36m##########\u001b[0m');
    expect(stripVTControlCharacters(colour)).toBe(plain);
  });

  test('lets no folder paint on the terminal', () => {
    expect(barLine({ ...half, subject: '/a\u001b[2J\nb' }, screen(110))).toMatch(/^Scanning \/a\[2J b {2}/);
  });

  test('fits the usual terminal where the width is not known', () => {
    expect(barLine(half, screen(Infinity))).toBe(barLine(half, screen(80)));
  });
});

describe('the pace', () => {
  const after = (sights: readonly (readonly [atMs: number, done: number])[]): number | null =>
    perSecond(sights.reduce<Pace>((pace, [atMs, done]) => seen(pace, done, atMs), []));

  test('is that of the last five seconds', () => {
    expect(after([])).toBeNull();
    expect(after([[0, 0]])).toBeNull();
    expect(
      after([
        [0, 0],
        [500, 900],
      ]),
    ).toBeNull();
    expect(
      after([
        [0, 0],
        [2_000, 1_000],
      ]),
    ).toBe(500);
    const fastThenSlow = Array.from(
      { length: 21 },
      (_, at) => [at * 1_000, at < 10 ? at * 1_000 : 9_000 + at] as const,
    );
    expect(after(fastThenSlow)).toBe(1);
  });

  test('begins anew when the work does', () => {
    expect(
      after([
        [0, 0],
        [2_000, 8_000],
        [3_000, 10],
        [4_000, 30],
      ]),
    ).toBe(20);
  });
});

describe('the gauge', () => {
  const drawn = (columns = 60): { gauge: Gauge; written: string[]; at: (ms: number) => void } => {
    const written: string[] = [];
    let now = 0;
    const gauge = createGauge({ write: (text) => written.push(text), screen: () => screen(columns), clock: () => now });
    return { gauge, written, at: (ms) => (now = ms) };
  };
  const scanning = (done: number, total: number | null = 1_000) =>
    ({ kind: 'scan', state: 'running', rowsDone: done, done, total, folder: '/music' }) as const;
  const begun = { rowsDone: 0, done: 0, total: null, folder: null };

  test('draws over itself at most five times a second', () => {
    const { gauge, written, at } = drawn();
    for (let ms = 0; ms < 2_000; ms += 10) {
      at(ms);
      gauge.show(scanning(ms / 2));
    }
    expect(written).toHaveLength(10);
    expect(written.every((text) => text.startsWith('\rScanning /music  ') && !text.includes('\n'))).toBe(true);
  });

  test('wipes what a longer line left, and leaves nothing when it is cleared', () => {
    const { gauge, written, at } = drawn();
    gauge.show({ kind: 'scan', state: 'waiting', ...begun });
    at(1_000);
    gauge.show(scanning(5, null));
    gauge.clear();
    gauge.clear();
    const [waiting = '', running = '', wiped = '', ...rest] = written;
    expect(waiting).toMatch(/^\rWaiting for the librarian/);
    expect(running.trimEnd()).toBe('\rScanning /music  5 files');
    expect(running).toHaveLength(waiting.length);
    expect(wiped).toBe(`\r${' '.repeat('Scanning /music  5 files'.length)}`);
    expect(rest).toEqual(['\r']);
  });

  test('tells of rows, of a file and of a folder that goes', () => {
    for (const [news, line] of [
      [{ kind: 'import', done: 12_000, folder: null }, 'Importing  12,000 rows'],
      [{ kind: 'bring', done: 0, folder: null }, 'Reading the file …'],
      [{ kind: 'remove', done: 7, folder: '/old' }, 'Taking out /old  7 files'],
    ] as const) {
      const { gauge, written } = drawn();
      gauge.show({ ...begun, state: 'running', ...news });
      expect(written).toEqual([`\r${line}`]);
    }
  });
});
