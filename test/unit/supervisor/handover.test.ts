/** Handing connections over: offer, answer, socket; one at a time per process, and nobody waits for a silent one. */
import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createHandover } from '../../../src/supervisor/handover.ts';
import type { Handover, Seat } from '../../../src/supervisor/handover.ts';
import { fakeRoom, fakeSessions, keptLog } from './fakes.ts';
import type { FakeRoom } from './fakes.ts';

const seatOf = (id: number): Seat => ({
  id,
  socket: new Socket(),
  remote: '::1',
  room: null,
  phase: 'waiting',
  speech: 'text',
  told: false,
});
const offers = (room: FakeRoom): number[] => room.said.flatMap((each) => (each.kind === 'offer' ? [each.seat] : []));

function house(processes: number, rooms: FakeRoom[]): { handover: Handover; log: { readonly lines: string[] } } {
  const log = keptLog();
  const handover = createHandover({ log, plan: { processes, spare: 2 }, sessions: () => fakeSessions(rooms) });
  return { handover, log };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a connection', () => {
  test('is offered first, and sent when the process has answered', () => {
    const room = fakeRoom(1);
    const { handover } = house(1, [room]);
    const ada = seatOf(1);
    handover.place(ada);
    expect([offers(room), room.seated, ada.phase, ada.room]).toEqual([[1], [], 'waiting', room]);
    handover.answered(room, 1, 1);
    expect([room.seated, ada.phase, room.connections]).toEqual([[1], 'sent', 1]);
  });

  test('waits for the one before it: a channel carries one socket at a time', () => {
    const room = fakeRoom(1);
    const { handover } = house(1, [room]);
    for (const id of [1, 2, 3]) handover.place(seatOf(id));
    expect([offers(room), room.connections]).toEqual([[1], 3]);
    handover.answered(room, 1, 3);
    expect(offers(room)).toEqual([1]);
    room.takes();
    expect(offers(room)).toEqual([1, 2]);
    handover.answered(room, 2, 3);
    room.takes();
    handover.answered(room, 3, 3);
    expect(room.seated).toEqual([1, 2, 3]);
  });

  test('waits while nothing is ready, and sits down when something is', () => {
    const room = fakeRoom(1, 'starting');
    const { handover } = house(1, [room]);
    const ada = seatOf(1);
    handover.place(ada);
    expect([ada.room, offers(room)]).toEqual([null, []]);
    room.state = 'ready';
    handover.opened();
    expect(offers(room)).toEqual([1]);
  });

  test('whose guest was told goodbye meanwhile is not sent any more, and the next one is not held up', () => {
    const room = fakeRoom(1);
    const { handover } = house(1, [room]);
    const ada = seatOf(1);
    handover.place(ada);
    handover.place(seatOf(2));
    ada.phase = 'sent';
    handover.answered(room, 1, 2);
    expect([room.seated, offers(room)]).toEqual([[], [1, 2]]);
  });
});

describe('a process that does not answer', () => {
  test('loses whoever was to sit there to another one, and is not asked again', () => {
    const [silent, other] = [fakeRoom(1), fakeRoom(2)];
    const { handover, log } = house(1, [silent]);
    for (const id of [1, 2]) handover.place(seatOf(id));
    const both = house(2, [silent, other]);
    both.handover.place(seatOf(3));
    expect(offers(other)).toEqual([3]);
    jest.advanceTimersByTime(299);
    expect(silent.state).toBe('ready');
    jest.advanceTimersByTime(1);
    expect([silent.state, silent.connections]).toEqual(['deaf', 0]);
    expect(log.lines).toEqual(['a session process did not answer in 300 ms']);
    both.handover.place(seatOf(4));
    expect(offers(silent)).toEqual([1]);
  });

  test('and answers late is asked again, and nobody is seated twice', () => {
    const [late, other] = [fakeRoom(1), fakeRoom(2)];
    const rooms = [late, other];
    const { handover } = house(2, rooms);
    const ada = seatOf(1);
    handover.place(ada);
    jest.advanceTimersByTime(300);
    expect([late.state, offers(other), ada.room]).toEqual(['deaf', [1], other]);
    expect(handover.answered(late, 1, 1)).toBe(false);
    expect([late.state, late.seated]).toEqual(['ready', []]);
    expect(handover.answered(other, 1, 1)).toBe(true);
    expect(other.seated).toEqual([1]);
    handover.place(seatOf(2));
    expect(offers(late)).toEqual([1, 2]);
  });

  test('and answers late where no other is gets whoever was to sit there, so that a slow machine lets people in', () => {
    const room = fakeRoom(1);
    const { handover } = house(1, [room]);
    const [ada, bo] = [seatOf(1), seatOf(2)];
    for (const seat of [ada, bo]) handover.place(seat);
    jest.advanceTimersByTime(300);
    expect([room.state, ada.room, bo.room]).toEqual(['deaf', null, null]);
    expect(handover.answered(room, 1, 2)).toBe(true);
    expect([room.state, room.seated, ada.phase, room.connections]).toEqual(['ready', [1], 'sent', 2]);
    room.takes();
    expect(offers(room)).toEqual([1, 2]);
    // The patience with the first answer is over with it.
    expect(handover.answered(room, 2, 2)).toBe(true);
    jest.runAllTimers();
    expect([room.state, room.seated]).toEqual(['ready', [1, 2]]);
  });

  test('and is gone by then is no longer waited for', () => {
    const room = fakeRoom(1);
    const { handover, log } = house(1, [room]);
    handover.place(seatOf(1));
    handover.closed(room);
    jest.runAllTimers();
    expect(log.lines).toEqual([]);
  });
});
