import { expect, test } from '@jest/globals';
import { iso, mmss, positionAt } from '../../../src/party/clock.ts';

test.each([
  [72_000, '1:12'],
  [72_999, '1:12'],
  [0, '0:00'],
  [-12_000, '0:00'],
  [295_000, '4:55'],
  [3_665_000, '61:05'],
])('%i ms are %s', (ms, text) => {
  expect(mmss(ms)).toBe(text);
});

test('the music moves with the clock, stands while paused, and is below zero in the gap', () => {
  expect(positionAt({ runningSinceMs: 1000, offsetMs: 500 }, 3000)).toBe(2500);
  expect(positionAt({ runningSinceMs: null, offsetMs: 500 }, 3000)).toBe(500);
  expect(positionAt({ runningSinceMs: 1000, offsetMs: -15_000 }, 4000)).toBe(-12_000);
});
test('a clock that was set back does not rewind the music', () => {
  expect(positionAt({ runningSinceMs: 5000, offsetMs: 700 }, 1000)).toBe(700);
});
test('a moment is written in UTC, to the second', () => {
  expect(iso(Date.UTC(2026, 10, 22, 20, 15, 4, 999))).toBe('2026-11-22T20:15:04Z');
});
