import { describe, expect, test } from '@jest/globals';
import { chooseRoom, roomsToFork } from '../../../src/supervisor/seat_plan.ts';
import type { Room } from '../../../src/supervisor/seat_plan.ts';

const LIMITS = { processes: 3, spare: 2 };
const room = (epoch: number, connections: number, state: Room['state'] = 'ready'): Room => ({
  epoch,
  connections,
  state,
});

describe('a connection', () => {
  test('gets an idle process of its own while there is room', () => {
    expect(chooseRoom([room(1, 1), room(2, 0), room(3, 0)], LIMITS)?.epoch).toBe(2);
  });
  test('shares the least loaded one when all that may be in use are, though spares stand by', () => {
    expect(chooseRoom([room(1, 5), room(2, 2), room(3, 4), room(4, 0)], LIMITS)?.epoch).toBe(2);
  });
  test('shares rather than wait for a fork', () => {
    expect(chooseRoom([room(1, 1), room(2, 0, 'starting')], LIMITS)?.epoch).toBe(1);
  });
  test('is not given to a deaf process', () => {
    expect(chooseRoom([room(1, 0, 'deaf'), room(2, 7)], LIMITS)?.epoch).toBe(2);
  });
  test('waits when nothing is ready', () => {
    expect(chooseRoom([room(1, 0, 'starting'), room(2, 3, 'deaf')], LIMITS)).toBeNull();
    expect(chooseRoom([], LIMITS)).toBeNull();
  });
  test('takes a spare when everything in use is deaf', () => {
    expect(chooseRoom([room(1, 1, 'deaf'), room(2, 1, 'deaf'), room(3, 1, 'deaf'), room(4, 0)], LIMITS)?.epoch).toBe(4);
  });
});

describe('the pool', () => {
  test('keeps its spares, counting those that are starting', () => {
    expect(roomsToFork([], LIMITS)).toBe(2);
    expect(roomsToFork([room(1, 1), room(2, 0), room(3, 0, 'starting')], LIMITS)).toBe(0);
    expect(roomsToFork([room(1, 1), room(2, 1), room(3, 0)], LIMITS)).toBe(1);
  });
  test('never grows beyond processes and spares together', () => {
    expect(roomsToFork([room(1, 1), room(2, 1), room(3, 1), room(4, 9), room(5, 9)], LIMITS)).toBe(0);
  });
  test('replaces deaf ones as far as there is room', () => {
    expect(roomsToFork([room(1, 0, 'deaf'), room(2, 0)], LIMITS)).toBe(1);
  });
});
