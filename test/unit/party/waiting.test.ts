import { describe, expect, test } from '@jest/globals';
import { type Ahead, waitingRanges } from '../../../src/party/waiting.ts';

const MINUTE = 60_000;
const ahead = (some: Partial<Ahead>): Ahead => ({
  remainingMs: 0,
  durationsMs: [],
  gapMs: 0,
  everyMs: null,
  realToPlanned: [],
  ...some,
});
const ranges = (some: Partial<Ahead>): (string | null)[] =>
  waitingRanges(ahead(some)).map((range) => range && `${range.fromMin}-${range.toMin}`);

describe('waiting', () => {
  test('is 0-1 for the next when nothing is on', () => {
    expect(ranges({ durationsMs: [4 * MINUTE] })).toEqual(['0-1']);
    expect(ranges({ remainingMs: -5, durationsMs: [4 * MINUTE] })).toEqual(['0-1']);
  });
  test('adds what remains of this turn, the songs before and their gaps, nine tenths to twelve tenths of it', () => {
    expect(ranges({ remainingMs: 5 * MINUTE, gapMs: MINUTE, durationsMs: [4 * MINUTE, 9 * MINUTE, MINUTE] })).toEqual([
      '4-6', // 5: 4.5-6
      '9-12', // 10: 9-12
      '18-24', // 20: 18-24
    ]);
  });
  test('rounds outwards to whole minutes', () => {
    expect(ranges({ remainingMs: 3.5 * MINUTE, durationsMs: [0] })).toEqual(['3-5']);
  });
  test('guesses until five turns tell', () => {
    const some = { remainingMs: 10 * MINUTE, durationsMs: [0] };
    expect(ranges({ ...some, realToPlanned: [2, 2, 2, 2] })).toEqual(['9-12']);
    expect(ranges({ ...some, realToPlanned: [2, 2, 2, 2, 2] })).toEqual(['20-20']);
  });
  test('learns from the 25th to the 75th percentile of tonight’s turns', () => {
    const some = { remainingMs: 10 * MINUTE, durationsMs: [0] };
    expect(ranges({ ...some, realToPlanned: [1.4, 0.1, 0.6, 9, 1] })).toEqual(['6-14']);
  });
  test('forgets all but the last 20 turns', () => {
    const realToPlanned = [...Array<number>(50).fill(9), ...Array<number>(20).fill(1)];
    expect(ranges({ remainingMs: 10 * MINUTE, durationsMs: [0], realToPlanned })).toEqual(['10-10']);
  });
  test('is unknown for everybody while paused', () => {
    expect(ranges({ remainingMs: null, durationsMs: [MINUTE, null, MINUTE] })).toEqual([null, null, null]);
  });
  test('is unknown for those who are away, and they cost the others no time', () => {
    expect(ranges({ durationsMs: [10 * MINUTE, null, MINUTE] })).toEqual(['0-1', null, '9-12']);
  });
  test('is exact when every turn takes so many minutes, gap included', () => {
    const realToPlanned = [3, 3, 3, 3, 3, 3];
    expect(
      ranges({
        remainingMs: 1.5 * MINUTE,
        everyMs: 4 * MINUTE,
        gapMs: MINUTE,
        durationsMs: [9, 9, 9],
        realToPlanned,
      }),
    ).toEqual(['1-2', '5-6', '9-10']);
  });
});
