/** Patience with a connection, on a clock that the test moves: a real socket on loopback, no waiting for time. */
import { once } from 'node:events';
import net from 'node:net';
import { describe, expect, test } from '@jest/globals';
import type { Carrier } from '../../../src/guest/carrier.ts';
import { openConnection } from '../../../src/guest/connection.ts';
import type { Connection } from '../../../src/guest/connection.ts';
import type { Conversation } from '../../../src/guest/conversation.ts';
import { tcpWire } from '../../../src/session/tcp_wire.ts';

const IDLE_MS = 60_000;

interface Seated extends AsyncDisposable {
  readonly connection: Connection;
  readonly carrier: Carrier;
  readonly client: net.Socket;
  /** The reasons of the goodbyes said so far. */
  readonly byes: string[];
  /** Moves the clock and looks. */
  at(nowMs: number): void;
}

/** A guest's socket and our end of it, with a conversation that only greets and says goodbye. */
async function seated(): Promise<Seated> {
  const server = net.createServer({ pauseOnConnect: true, allowHalfOpen: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = net.connect({ port: (server.address() as net.AddressInfo).port, host: '127.0.0.1' });
  const [socket] = (await once(server, 'connection')) as [net.Socket];
  const byes: string[] = [];
  const { promise: begun, resolve } = Promise.withResolvers<Connection>();
  const { promise: gone, resolve: leave } = Promise.withResolvers<null>();
  const { promise: carried, resolve: carry } = Promise.withResolvers<Carrier>();
  let now = 0;
  openConnection({
    wire: tcpWire(socket),
    id: { epoch: 1, seat: 1 },
    remote: '127.0.0.1',
    connected: 1,
    clock: () => now,
    converse: (given): Conversation => {
      carry(given);
      return {
        begin: async () => {
          given.reply('OK KARAOKE/1\n');
        },
        hear: async () => 'go-on',
        bye: (reason) => {
          byes.push(reason);
          given.close(`* BYE ${reason}\n`, reason);
        },
        lagged: () => undefined,
        tell: () => undefined,
        heard: () => undefined,
        greeted: null,
        guest: null,
        watch: 'none',
        heardUpTo: 0,
      };
    },
    speaks: () => undefined,
    told: () => undefined,
    begun: resolve,
    gone: () => {
      leave(null);
    },
  });
  const connection = await begun;
  const carrier = await carried;
  return {
    connection,
    carrier,
    client,
    byes,
    at: (nowMs) => {
      now = nowMs;
      connection.check(now, IDLE_MS);
    },
    [Symbol.asyncDispose]: async () => {
      client.destroy();
      socket.destroy();
      await gone;
      server.close();
    },
  };
}

describe('a connection', () => {
  test('that never says anything is told so and ends, not before its time', async () => {
    await using silent = await seated();
    silent.at(IDLE_MS);
    expect(silent.byes).toEqual([]);
    silent.at(IDLE_MS + 1);
    expect(silent.byes).toEqual(['idle']);
    const [heard] = (await once(silent.client.setEncoding('utf8'), 'data')) as [string];
    expect(heard).toMatch(/^OK KARAOKE\/1\n/);
  });

  test('that does not read for ten seconds while something is pending is too slow', async () => {
    await using slow = await seated();
    slow.client.pause();
    // More than any pair of kernel buffers holds.
    slow.carrier.reply('x'.repeat(32 * 1024 * 1024));
    slow.at(10_000);
    expect(slow.byes).toEqual([]);
    slow.at(10_001);
    expect(slow.byes[0]).toBe('too-slow');
  });

  test('that has read all that was said to it is never too slow', async () => {
    await using reader = await seated();
    reader.client.resume();
    const { promise: handed, resolve } = Promise.withResolvers<null>();
    reader.carrier.reply('OK PONG\n', () => {
      resolve(null);
    });
    await handed;
    reader.at(10_001);
    expect(reader.byes).toEqual([]);
  });
});
