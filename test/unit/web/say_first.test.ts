import { expect, test } from '@jest/globals';
import { sayFirst } from '../../../src/web/say_first.ts';

test('the first of a minute is said for each, with how many were not said since', () => {
  let nowMs = 5_000;
  const times = sayFirst(() => nowMs);
  expect([times('a'), times('a'), times('b'), times('a')]).toEqual([1, null, 1, null]);
  nowMs += 59_999;
  expect(times('a')).toBeNull();
  nowMs += 1;
  expect([times('a'), times('a'), times('b')]).toEqual([4, null, 1]);
});

test('whoever has addresses without end is not remembered without end', () => {
  const times = sayFirst(() => 0);
  times('a');
  times('a');
  for (let n = 0; n < 255; n += 1) times(`stranger ${n}`);
  expect(times('a')).toBeNull();
  times('one more');
  expect(times('a')).toBe(1);
});
