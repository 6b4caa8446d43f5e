/** The small decisions of the stage, each by itself. */
import { describe, expect, test } from '@jest/globals';
import { closingAt } from '../../../../src/web/pages/stage/closing.ts';
import { comingOf } from '../../../../src/web/pages/stage/coming.ts';
import { sizeOf, widthOf } from '../../../../src/web/pages/stage/fit.ts';
import { stageLanguage } from '../../../../src/web/pages/stage/language.ts';
import { NO_MESSAGES, heardMessage, pastMessages, readingMs } from '../../../../src/web/pages/stage/messages.ts';
import { shiftAt } from '../../../../src/web/pages/stage/shift.ts';
import { staleAfter } from '../../../../src/web/pages/stage/stale.ts';
import { clock, placeOf } from '../../../../src/web/pages/talk/music.ts';
import { AT_MS, SILENCE, nowSaid, partySaid, rowSaid } from './said.ts';

const MINUTE_MS = 60_000;

describe('Where the song stands', () => {
  test('is where it stood and what has gone by since, never beyond its end', () => {
    expect(placeOf(nowSaid(), AT_MS + 1_500)).toEqual({ positionMs: 61_500, durationMs: 295_000 });
    expect(placeOf(nowSaid(), AT_MS + 3_600_000)?.positionMs).toBe(295_000);
  });

  test('does not move while it is paused, nor back when the clocks disagree', () => {
    expect(placeOf(nowSaid({ state: 'paused' }), AT_MS + 5_000)?.positionMs).toBe(60_000);
    expect(placeOf(nowSaid(), AT_MS - 40)?.positionMs).toBe(60_000);
  });

  test('is nowhere in silence', () => {
    expect(placeOf(SILENCE, AT_MS)).toBeNull();
  });

  test('is written as on a record sleeve', () => {
    expect([clock(0), clock(72_400), clock(3_600_000), clock(-5)]).toEqual(['0:00', '1:12', '60:00', '0:00']);
  });
});

describe('Messages', () => {
  test('are shown one after the other, each as long as it takes to read it', () => {
    const two = heardMessage(heardMessage(NO_MESSAGES, 'One', 0), 'Two', 5_000);
    expect(two).toEqual([
      { text: 'One', shownAtMs: 0 },
      { text: 'Two', shownAtMs: null },
    ]);
    expect(pastMessages(two, readingMs('One') - 1)).toBe(two);
    expect(pastMessages(two, 12_000)).toEqual([{ text: 'Two', shownAtMs: 12_000 }]);
    expect(pastMessages([{ text: 'Two', shownAtMs: 12_000 }], 60_000)).toEqual([]);
  });

  test('take longer when they are longer, and nothing is no message', () => {
    expect(readingMs('a'.repeat(200))).toBeGreaterThan(readingMs('a') + 20_000);
    expect(heardMessage(NO_MESSAGES, '  ', 0)).toEqual([]);
  });

  test('of which there are too many are not news any more', () => {
    const many = Array.from({ length: 30 }, (_, i) => `${i}`).reduce(
      (messages, text) => heardMessage(messages, text, 0),
      NO_MESSAGES,
    );
    expect(many.length).toBe(10);
    expect(many[0]?.text).toBe('0');
  });
});

describe('The end of the party', () => {
  test.each([
    [null, { is: 'open' }],
    [AT_MS + 31 * MINUTE_MS, { is: 'later', atMs: AT_MS + 31 * MINUTE_MS }],
    [AT_MS + 30 * MINUTE_MS, { is: 'last-call', minutes: 30 }],
    [AT_MS + 17 * MINUTE_MS + 1, { is: 'last-call', minutes: 18 }],
    [AT_MS + 500, { is: 'last-call', minutes: 1 }],
    [AT_MS - 500, { is: 'last-call', minutes: 1 }],
  ])('at %p', (closingAtMs, closing) => {
    expect(closingAt(closingAtMs, AT_MS)).toEqual(closing);
  });
});

describe('Who comes next', () => {
  test('are five, and how many wait behind them', () => {
    const coming = comingOf({ rows: [1, 2, 3, 4, 5, 6, 7].map((position) => rowSaid(position)), total: 30 });
    expect(coming.rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    expect(coming.more).toBe(25);
  });

  test('are those who are called, not who is away', () => {
    const away = rowSaid(2, { why: { rule: 'away', who: 'Singer 2' } });
    const coming = comingOf({ rows: [rowSaid(1), away, rowSaid(3)], total: 3 });
    expect(coming.rows.map(({ position }) => position)).toEqual([1, 3]);
    expect(coming.more).toBe(0);
  });
});

describe('How large words are', () => {
  const NAME = { width: 58, most: [11, 7.6], least: 2.6 } as const;

  test('as large as there is room', () => {
    expect(sizeOf('Ada', NAME)).toBe(11);
    expect(sizeOf('Maximilian Schneider', NAME)).toBeLessThanOrEqual(7.6);
    expect(sizeOf('Wolfeschlegelsteinhausenbergerdo', NAME)).toBeLessThan(3.4);
    expect(sizeOf('x'.repeat(500), NAME)).toBe(2.6);
  });

  test.each(['Тошо от Пазарджик', 'Щурците - Вкусът на времето', 'Maximilian & Alexandra', '山田 太郎', 'WWWWWWW'])(
    '%s fits into one line, or no word of it is torn in two',
    (words) => {
      const size = sizeOf(words, NAME);
      const longest = Math.max(...words.split(' ').map(widthOf));
      expect(longest * size).toBeLessThanOrEqual(NAME.width + 0.5);
      if (widthOf(words) * size > NAME.width) expect(size).toBeLessThanOrEqual(7.6);
    },
  );

  test('marks have no width of their own, Chinese letters have a lot', () => {
    expect(widthOf('e\u0301')).toBe(widthOf('e'));
    expect(widthOf('山')).toBeGreaterThan(widthOf('m'));
  });
});

describe('Against burning in', () => {
  test('nothing stands in one place for more than a minute, nor moves far', () => {
    const minutes = Array.from({ length: 60 }, (_, minute) => shiftAt(minute * MINUTE_MS));
    for (const { x, y } of minutes) expect(Math.hypot(x, y)).toBeLessThan(0.7);
    expect(new Set(minutes.map(({ x, y }) => `${x} ${y}`)).size).toBe(60);
    expect(shiftAt(MINUTE_MS + 59_999)).toEqual(shiftAt(MINUTE_MS));
  });
});

describe('The language', () => {
  test.each([
    ['?lang=bg', ['en-GB'], 'bg'],
    ['?lang=EN', ['bg'], 'en'],
    ['', ['de', 'bg-BG', 'en'], 'bg'],
    ['?lang=xx', ['bg'], 'bg'],
    ['', [], 'en'],
  ])('%s with %p is %s', (search, accepted, language) => {
    expect(stageLanguage(search, accepted)).toBe(language);
  });
});

describe('What is read anew', () => {
  test('after an opening what did not come with it, after other music the line and the party', () => {
    expect(staleAfter({ link: 'open', party: partySaid() })).toEqual(['NOW', 'QUEUE']);
    expect(staleAfter({ link: 'open' })).toEqual(['NOW', 'QUEUE', 'PARTY']);
    expect(staleAfter({ link: 'lost' })).toEqual([]);
    expect(staleAfter(nowSaid())).toEqual(['QUEUE', 'PARTY']);
  });
});
