/** Patience with a WebSocket, on a clock that the test moves: a real client on loopback, no waiting for time. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';
import type { Carrier } from '../../../src/guest/carrier.ts';
import { openConnection } from '../../../src/guest/connection.ts';
import type { Connection } from '../../../src/guest/connection.ts';
import type { Conversation } from '../../../src/guest/conversation.ts';
import type { Line } from '../../../src/protocol/lines.ts';
import { acceptSockets } from '../../../src/web/sockets.ts';
import { PING_EVERY_MS } from '../../../src/web/ws_wire.ts';

const IDLE_MS = 600_000;
/** Ten times what anybody has to hang up. */
const MUCH_LATER_MS = 10_000;
/** More than any pair of kernel buffers holds. */
const MUCH = `${'x'.repeat(1024 * 1024)}\n`.repeat(32);

interface Seated extends AsyncDisposable {
  readonly carrier: Carrier;
  readonly client: WebSocket;
  /** The lines that the client heard, from the greeting on. */
  readonly heard: string[];
  /** The lines that we heard. */
  readonly said: Line[];
  /** The reasons of the goodbyes said so far. */
  readonly byes: string[];
  /** How often it was told that events were dropped. */
  readonly lags: number[];
  /** Our end is over. */
  readonly gone: Promise<null>;
  /** Moves the clock and looks. */
  at(nowMs: number): void;
}

/** A page's socket and our end of it, with a conversation that only greets, notes and says goodbye. */
async function seated(options: ClientOptions = {}): Promise<Seated> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const byes: string[] = [];
  const said: Line[] = [];
  const lags: number[] = [];
  const begun = Promise.withResolvers<{ readonly connection: Connection; readonly carrier: Carrier }>();
  const gone = Promise.withResolvers<null>();
  let now = 0;
  acceptSockets(server, {
    url: () => '',
    hasRoom: () => true,
    refused: () => undefined,
    foreign: () => undefined,
    seat: (wire, remote) => {
      let carrier: Carrier;
      openConnection({
        wire,
        id: { epoch: 1, seat: 1 },
        remote,
        connected: 1,
        clock: () => now,
        converse: (given): Conversation => {
          carrier = given;
          return {
            begin: async () => {
              given.reply('OK KARAOKE/1\n');
            },
            hear: async (line) => {
              said.push(line);
              return 'go-on';
            },
            bye: (reason) => {
              byes.push(reason);
              given.close(`* BYE ${reason}\n`, reason);
            },
            lagged: (dropped) => {
              lags.push(dropped);
              given.event(`* LAG ${dropped}\n`);
            },
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
        begun: (connection) => {
          begun.resolve({ connection, carrier });
        },
        gone: () => {
          gone.resolve(null);
        },
      });
    },
  });
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`, options);
  client.on('error', () => undefined);
  const heard: string[] = [];
  client.on('message', (data: Buffer) => heard.push(data.toString('utf8')));
  const { connection, carrier } = await begun.promise;
  return {
    carrier,
    client,
    heard,
    said,
    byes,
    lags,
    gone: gone.promise,
    at: (nowMs) => {
      now = nowMs;
      connection.check(now, IDLE_MS);
    },
    [Symbol.asyncDispose]: async () => {
      client.terminate();
      await gone.promise;
      server.close();
    },
  };
}

describe('a page', () => {
  test('that never says anything is told so and ends, not before its time', async () => {
    await using silent = await seated();
    silent.at(IDLE_MS);
    expect(silent.byes).toEqual([]);
    silent.at(IDLE_MS + 1);
    expect(silent.byes).toEqual(['idle']);
    const [code, reason] = (await once(silent.client, 'close')) as [number, Buffer];
    expect([code, String(reason)]).toEqual([1000, 'idle']);
    expect(silent.heard).toEqual(['OK KARAOKE/1', '* BYE idle']);
  });

  test('that does not read for ten seconds while something is pending is too slow, and is cut off', async () => {
    await using slow = await seated();
    slow.client.pause();
    slow.carrier.reply(MUCH);
    slow.at(10_000);
    expect(slow.byes).toEqual([]);
    slow.at(10_001);
    expect(slow.byes).toEqual(['too-slow']);
    await slow.gone;
  });

  test('that reads again hears all replies and how many events it has missed', async () => {
    await using slow = await seated();
    slow.client.pause();
    slow.carrier.reply(MUCH);
    for (let n = 0; n < 3; n += 1) expect(slow.carrier.event('* QUEUE 1\n')).toBe(false);
    slow.client.resume();
    while (slow.heard.at(-1) !== '* LAG 3') await once(slow.client, 'message');
    expect(slow.lags).toEqual([3]);
    expect(slow.heard).toHaveLength(1 + 32 + 1);
    slow.at(10_001);
    expect(slow.byes).toEqual([]);
  });

  test('that sleeps and answers no ping is gone by the second one', async () => {
    await using asleep = await seated({ autoPong: false });
    asleep.at(0);
    const asked = once(asleep.client, 'ping');
    asleep.at(PING_EVERY_MS);
    await asked;
    asleep.at(2 * PING_EVERY_MS - 1);
    expect(asleep.client.readyState).toBe(WebSocket.OPEN);
    asleep.at(2 * PING_EVERY_MS);
    await asleep.gone;
    expect(asleep.byes).toEqual([]);
  });

  test('that answers them stays', async () => {
    await using awake = await seated();
    awake.at(0);
    for (let pings = 1; pings <= 3; pings += 1) {
      const asked = once(awake.client, 'ping');
      awake.at(pings * PING_EVERY_MS);
      await asked;
      // What is answered to this came after the answer to that.
      awake.client.ping();
      await once(awake.client, 'pong');
    }
    expect(awake.client.readyState).toBe(WebSocket.OPEN);
  });
});

/** An upgrade by hand: a phone that sends what it must, reads, and answers no close. */
async function asleepAt(port: number): Promise<Socket> {
  const phone = connect(port, '127.0.0.1');
  phone.write(
    [
      'GET / HTTP/1.1',
      'Host: localhost',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      '\r\n',
    ].join('\r\n'),
  );
  await once(phone, 'data');
  return phone.resume();
}

test('who is told that the house is full and does not hang up is parted with before long', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  let refused = 0;
  acceptSockets(server, {
    url: () => '',
    hasRoom: () => false,
    refused: () => {
      refused += 1;
    },
    foreign: () => undefined,
    seat: () => undefined,
  });
  const phone = await asleepAt((server.address() as AddressInfo).port);
  // Both clocks are of this process: a loaded machine slows both, and does not change which one is first.
  const patience = new AbortController();
  const late = setTimeout(MUCH_LATER_MS, 'too late', { signal: patience.signal });
  expect(await Promise.race([once(phone, 'end').then(() => 'parted'), late])).toBe('parted');
  patience.abort();
  expect(refused).toBe(1);
  phone.destroy();
  server.close();
});
