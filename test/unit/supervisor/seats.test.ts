/** The seats with real sockets and sessions that are only pretended: who is told what, and how often. */
import { once } from 'node:events';
import net from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSeats } from '../../../src/supervisor/seats.ts';
import type { Seats } from '../../../src/supervisor/seats.ts';
import { fakeRoom, fakeSessions, keptLog } from './fakes.ts';
import type { FakeRoom } from './fakes.ts';

interface Guest {
  readonly socket: net.Socket;
  /** The supervisor's end. */
  readonly spare: net.Socket;
  /** Everything heard, when the connection is over. */
  readonly heard: Promise<string>;
}

let server: net.Server;
let guests: Guest[];
beforeEach(async () => {
  guests = [];
  server = net.createServer({ pauseOnConnect: true, allowHalfOpen: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  for (const { socket, spare } of guests) {
    socket.destroy();
    spare.destroy();
  }
  server.close();
  await once(server, 'close');
});

const house = (rooms: FakeRoom[], limit = 10): Seats =>
  createSeats({
    log: keptLog(),
    plan: { processes: 2, spare: 2 },
    limit,
    elsewhere: () => 3,
    changed: () => undefined,
    sessions: () => fakeSessions(rooms),
    byeLine: (speech, reason) => `bye ${reason} in ${speech}\n`,
    fullLine: (seconds) => `full ${seconds}\n`,
  });

/** A guest connects, and the supervisor's end of it arrives at the seats. */
async function comes(seats: Seats): Promise<Guest> {
  const { port } = server.address() as net.AddressInfo;
  const arrival = once(server, 'connection');
  const socket = net.connect(port, '127.0.0.1').setEncoding('utf8');
  let text = '';
  socket.on('data', (more: string) => {
    text += more;
  });
  const [[mine]] = (await Promise.all([arrival, once(socket, 'connect')])) as unknown as [[net.Socket], unknown];
  const guest = { socket, spare: mine, heard: once(socket, 'close').then(() => text) };
  guests.push(guest);
  seats.arrived(mine);
  return guest;
}
/** The session took the seat: it answered the offer and got the socket. */
const sits = (seats: Seats, room: FakeRoom, seat: number): void => {
  seats.heard({ kind: 'can-seat', seat }, room);
  room.takes();
};

describe('a guest', () => {
  test('over the limit hears that the house is full, and is counted', async () => {
    const room = fakeRoom(1);
    const seats = house([room], 1);
    await comes(seats);
    sits(seats, room, 1);
    const late = await comes(seats);
    expect(await late.heard).toBe('full 30\n');
    expect(seats.counts()).toEqual({ open: 1, limit: 1, greeted: 1, refused: 1, lost: 0, early: 0 });
    seats.heard({ kind: 'gone', seats: [1] }, room);
    expect([seats.counts().open, room.connections]).toEqual([0, 0]);
  });

  test('who left before a seat was found is counted and costs nothing', () => {
    const seats = house([fakeRoom(1)]);
    seats.arrived(undefined);
    expect(seats.counts()).toMatchObject({ open: 0, early: 1 });
  });

  test('whose session falls hears so, in the way it spoke; who was only offered sits elsewhere unawares', async () => {
    const [falls, stands] = [fakeRoom(1), fakeRoom(2)];
    const rooms = [falls];
    const seats = house(rooms);
    const ada = await comes(seats);
    sits(seats, falls, 1);
    seats.heard({ kind: 'speaks', seat: 1, speech: 'json' }, falls);
    const bo = await comes(seats);
    rooms.splice(0, 1, stands);
    seats.fell(falls);
    expect(await ada.heard).toBe('bye session-lost in json\n');
    sits(seats, stands, 2);
    expect(stands.seated).toEqual([2]);
    expect(seats.counts()).toMatchObject({ open: 1, greeted: 2, lost: 1 });
    expect(bo.socket.closed).toBe(false);
  });
});

describe('the end', () => {
  test('is told by the sessions; who was told, and who leaves meanwhile, is not told again', async () => {
    const room = fakeRoom(1);
    const seats = house([room]);
    for (const seat of [1, 2]) {
      await comes(seats);
      sits(seats, room, seat);
    }
    seats.close('party-over');
    const farewell = seats.end(60_000);
    expect(room.said.at(-1)).toEqual({ kind: 'say-bye', reason: 'party-over' });
    seats.heard({ kind: 'told', seats: [1] }, room);
    seats.heard({ kind: 'gone', seats: [2] }, room);
    expect(await farewell).toEqual({ told: 2, untold: 0 });
    seats.fell(room);
    expect(await guests[0]?.heard).toBe('');
    expect(room.killed).toEqual([]);
  });

  test('is told by us where a session is silent, after it was killed, and to who comes and who waits', async () => {
    const [silent, starting] = [fakeRoom(1), fakeRoom(2, 'starting')];
    const rooms = [silent];
    const seats = house(rooms);
    const ada = await comes(seats);
    sits(seats, silent, 1);
    rooms.splice(0, 1, starting);
    const waiting = await comes(seats);
    seats.close('restarting');
    const late = await comes(seats);
    const farewell = seats.end(1_000);
    expect(await waiting.heard).toBe('bye restarting in text\n');
    expect(await late.heard).toBe('bye restarting in text\n');
    while (silent.killed.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(ada.socket.bytesRead).toBe(0);
    seats.fell(silent);
    expect(await ada.heard).toBe('bye restarting in text\n');
    expect(await farewell).toEqual({ told: 3, untold: 0 });
  });

  test('of an empty house is over at once', async () => {
    const seats = house([fakeRoom(1)]);
    seats.close('party-over');
    expect(await seats.end(60_000)).toEqual({ told: 0, untold: 0 });
  });
});
