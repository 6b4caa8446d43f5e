import { expect, test } from '@jest/globals';
import { nextTimeOfDay, readTimeOfDay } from '../../../src/party/clock.ts';
import { pushedDown } from '../../../src/party/pins.ts';

const pins = (...places: readonly number[]) => places.map((place, at) => ({ entryId: at + 1, place }));

test('a pin in a free place moves nobody', () => {
  expect(pushedDown([], 1)).toEqual([]);
  expect(pushedDown(pins(1, 3), 2)).toEqual([]);
});

test('whoever holds the place moves down by one, and so does whoever is in the way of that, and no further', () => {
  expect(pushedDown(pins(1, 2, 3, 5), 2)).toEqual([
    { entryId: 2, place: 3 },
    { entryId: 3, place: 4 },
  ]);
  expect(pushedDown([...pins(1, 2, 3, 4)].reverse(), 1)).toEqual([
    { entryId: 1, place: 2 },
    { entryId: 2, place: 3 },
    { entryId: 3, place: 4 },
    { entryId: 4, place: 5 },
  ]);
});

test('two that hold the same place keep their order', () => {
  expect(pushedDown(pins(1, 1, 2), 1)).toEqual([
    { entryId: 1, place: 2 },
    { entryId: 2, place: 3 },
    { entryId: 3, place: 4 },
  ]);
});

test('a time of day is the next one: today, or tomorrow when it has passed or is now', () => {
  const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).getTime();
  const half = { hour: 23, minute: 30 };
  expect(nextTimeOfDay(half, at(20, 20, 0))).toBe(at(20, 23, 30));
  expect(nextTimeOfDay(half, at(20, 23, 30))).toBe(at(21, 23, 30));
  expect(nextTimeOfDay({ hour: 1, minute: 0 }, at(20, 23, 45))).toBe(at(21, 1, 0));
  expect(nextTimeOfDay(half, at(20, 20, 0) + 30_500)).toBe(at(20, 23, 30));
});

test('a time of day is read as people write it, and nothing else is one', () => {
  expect(['23:30', '0:15', '00:00', '23.30'].map(readTimeOfDay)).toEqual([
    { hour: 23, minute: 30 },
    { hour: 0, minute: 15 },
    { hour: 0, minute: 0 },
    { hour: 23, minute: 30 },
  ]);
  for (const typed of ['24:00', '23:60', '23', '23:3', '1:2:3', '', '-1:30', 'noon'])
    expect(readTimeOfDay(typed)).toBeNull();
});
