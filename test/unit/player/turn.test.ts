import { describe, expect, test } from '@jest/globals';
import { goOnFrom, obey, positionMs, stageOf, whatIsDue } from '../../../src/player/turn.ts';
import type { PlayerOrder, Turn } from '../../../src/store/player.ts';
import { song } from './evening.ts';

const NOW = 1_800_000_000_000;

const inGap: Turn = {
  playId: 7,
  entryId: 18,
  guestId: 2,
  singer: 'Bo',
  partner: null,
  song: song(1),
  durationMs: 200_000,
  runningSinceMs: NOW - 5_000,
  offsetMs: -15_000,
  musicStarted: false,
};
const inMusic: Turn = { ...inGap, runningSinceMs: NOW - 50_000, offsetMs: 0, musicStarted: true };
const paused: Turn = { ...inMusic, runningSinceMs: null, offsetMs: 30_000 };
const pausedGap: Turn = { ...inGap, runningSinceMs: null, offsetMs: -4_000 };

const order = (verb: PlayerOrder['verb'], playId = 7): PlayerOrder => ({ id: 1, verb, playId });

describe('a turn left to itself', () => {
  test('counts its gap below zero and its music above', () => {
    expect(positionMs(inGap, NOW)).toBe(-10_000);
    expect(positionMs(inMusic, NOW)).toBe(50_000);
    expect(positionMs(paused, NOW)).toBe(30_000);
  });

  test('ends its gap in music', () => {
    expect(whatIsDue(inGap, NOW)).toEqual({ deed: { is: 'start-music' }, inMs: 10_000 });
    expect(whatIsDue(inGap, NOW + 60_000)).toEqual({ deed: { is: 'start-music' }, inMs: 0 });
  });

  test('ends when its music is over', () => {
    expect(whatIsDue(inMusic, NOW)).toEqual({ deed: { is: 'end', how: 'sung' }, inMs: 150_000 });
    expect(whatIsDue(inMusic, NOW + 3_600_000)).toEqual({ deed: { is: 'end', how: 'sung' }, inMs: 0 });
  });

  test('waits for an order while it is paused, in its gap too', () => {
    expect([stageOf(paused), stageOf(pausedGap)]).toEqual(['paused', 'paused']);
    expect([whatIsDue(paused, NOW), whatIsDue(pausedGap, NOW)]).toEqual([null, null]);
  });
});

describe('an order', () => {
  const moved = (offsetMs: number, runningSinceMs: number | null) => ({ is: 'move', to: { offsetMs, runningSinceMs } });
  const ended = { is: 'end', how: 'skipped' };

  test.each([
    ['skip', 'the gap', inGap, ended],
    ['skip', 'the music', inMusic, ended],
    ['skip', 'a paused song', paused, ended],
    ['pause', 'the gap', inGap, moved(-10_000, null)],
    ['pause', 'the music', inMusic, moved(50_000, null)],
    ['pause', 'a paused song', paused, null],
    ['resume', 'the gap', inGap, null],
    ['resume', 'the music', inMusic, null],
    ['resume', 'a paused song', paused, moved(30_000, NOW)],
    ['resume', 'a paused gap', pausedGap, moved(-4_000, NOW)],
    ['restart', 'the gap', inGap, null],
    ['restart', 'the music', inMusic, moved(0, NOW)],
    ['restart', 'a paused song', paused, moved(0, NOW)],
    ['restart', 'a paused gap', pausedGap, null],
  ] as const)('to %s in %s', (verb, _where, turn, deed) => {
    expect(obey(order(verb), turn, NOW)).toEqual(deed);
  });

  test('about another song does nothing to this one', () => {
    expect(obey(order('skip', 6), inMusic, NOW)).toBeNull();
    expect(obey(order('skip'), null, NOW)).toBeNull();
  });
});

test('after a power cut a turn goes on from the heartbeat, and a paused one stays paused', () => {
  expect(goOnFrom(inMusic, 42_000, NOW)).toEqual({ is: 'move', to: { offsetMs: 42_000, runningSinceMs: NOW } });
  expect(goOnFrom(paused, 42_000, NOW)).toBeNull();
});

test('a turn whose music had begun, and nobody knows how far it was, goes on from its beginning and not from its gap', () => {
  expect(goOnFrom({ ...inMusic, offsetMs: -15_000 }, -15_000, NOW)).toEqual({
    is: 'move',
    to: { offsetMs: 0, runningSinceMs: NOW },
  });
});
