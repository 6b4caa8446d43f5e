/**
 * One TCP connection: bytes in, whole replies out, and backpressure in place of refusal. At most 64 lines are worked in one
 * turn of the loop, so that one guest's thousand lines do not keep the others waiting; and nothing more is read or worked
 * while 64 KiB of replies are unread, so that TCP slows the sender.
 */
import type { Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import type { Carrier } from '../guest/carrier.ts';
import type { Conversation } from '../guest/conversation.ts';
import { createLineReader } from '../protocol/lines.ts';
import type { Line } from '../protocol/lines.ts';
import type { ByeReason } from '../protocol/farewell.ts';

export interface Connection {
  readonly seat: number;
  readonly conversation: Conversation;
  bye(reason: ByeReason): void;
  /** Resolves when everything said was handed to the kernel, or never can be. */
  heard(): Promise<void>;
  /** Looks at the clock, once a second: idle or too slow connections are said goodbye to. */
  check(nowMs: number, idleMs: number): void;
}

export interface ConnectionDeps {
  readonly socket: Socket;
  readonly epoch: number;
  readonly seat: number;
  readonly remote: string;
  readonly connected: number;
  /** Steady milliseconds, for patience. */
  readonly clock: () => number;
  readonly converse: (carrier: Carrier) => Conversation;
  readonly speaks: (speech: 'text' | 'json') => void;
  /** The last line was handed to the kernel. */
  readonly told: () => void;
  /** The conversation can be listened to: it has greeted. */
  readonly begun: (connection: Connection) => void;
  readonly gone: (connection: Connection) => void;
}

const LINES_PER_TURN = 64;
const MOST_UNREAD = 64 * 1024;
/** Events are dropped before replies are: from this much unread on. */
const EVENTS_UNREAD = 16 * 1024;
const TOO_SLOW_MS = 10_000;
const KEEPALIVE_MS = 30_000;
/** After our last line: how long the guest may take to hang up. */
const LINGER_MS = 1_000;

export function openConnection(deps: ConnectionDeps): Connection {
  const { socket, clock } = deps;
  // A socket that came by message has allowHalfOpen false: without this `nc -N` would lose every answer but the greeting.
  socket.allowHalfOpen = true;
  socket.setNoDelay(true);
  socket.setKeepAlive(true, KEEPALIVE_MS);

  const reader = createLineReader();
  let lines: Line[] = [];
  /** The next of `lines` to work; a pointer, because shift() on the thousands of a pipelining guest is quadratic. */
  let next = 0;
  let working = false;
  let ended = false;
  let closing = false;
  let linger: NodeJS.Timeout | undefined;
  let dropped = 0;
  let spoke = false;
  const since = clock();
  let readerMovedAt = since;

  const send = (text: string, handed?: () => void): void => {
    if (closing) return;
    if (socket.writableLength === 0) readerMovedAt = clock();
    socket.write(text, (error) => {
      readerMovedAt = clock();
      if (!error) handed?.();
      if (socket.writableLength === 0) sayLag();
    });
  };
  const carrier: Carrier = {
    connection: { epoch: deps.epoch, seat: deps.seat },
    remote: deps.remote,
    reply: send,
    event: (line, handed) => {
      if (socket.writableLength > EVENTS_UNREAD) {
        dropped += 1;
        return false;
      }
      sayLag();
      send(line, handed);
      return true;
    },
    close: (lastLine) => {
      if (closing) return;
      if (lastLine !== null) send(lastLine, deps.told);
      closing = true;
      socket.end();
      // Unread bytes at the close would reset the connection, and the reset overtakes the last line: read and forget.
      socket.resume();
      linger = setTimeout(() => socket.destroy(), LINGER_MS);
    },
    speaks: deps.speaks,
  };
  const conversation = deps.converse(carrier);

  const sayLag = (): void => {
    if (dropped === 0 || closing) return;
    const missed = dropped;
    dropped = 0;
    conversation.lagged(missed);
  };
  const take = (read: Line[]): void => {
    lines = next < lines.length ? lines.slice(next).concat(read) : read;
    next = 0;
  };
  const isFull = (): boolean => socket.writableLength > MOST_UNREAD;

  /**
   * What several lines of one turn are answered goes to the kernel together: of a thousand pipelined PINGs half the cost was
   * the writes. The next tick is late enough for that and soon enough for an answer whose successor waits for the store.
   */
  const gather = (): void => {
    if (socket.writableCorked > 0) return;
    socket.cork();
    process.nextTick(() => {
      socket.uncork();
    });
  };

  /** Works what was read, a turn at a time; reads on when there is nothing left to work. */
  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    for (let turn = 0; !closing && next < lines.length && !isFull(); turn += 1) {
      if (turn === LINES_PER_TURN) {
        setImmediate(() => {
          working = false;
          void work();
        });
        return;
      }
      const line = lines[next];
      next += 1;
      if (next < lines.length) gather();
      if (line) await conversation.hear(line);
    }
    working = false;
    if (closing || isFull()) return;
    if (ended) carrier.close(null);
    else socket.resume();
  };

  socket.on('data', (chunk: Buffer) => {
    if (closing) return;
    spoke = true;
    const read = reader.push(chunk);
    if (read.length === 0) return;
    take(read);
    socket.pause();
    void work();
  });
  socket.on('end', () => {
    ended = true;
    take(reader.end());
    void work();
  });
  socket.on('drain', () => {
    void work();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    closing = true;
    clearTimeout(linger);
    deps.gone(connection);
  });

  const connection: Connection = {
    seat: deps.seat,
    conversation,
    bye: (reason) => {
      conversation.bye(reason);
    },
    heard: () => finished(socket, { readable: false }).catch(() => undefined),
    check: (nowMs, idleMs) => {
      if (closing) return;
      if (!spoke && nowMs - since > idleMs) conversation.bye('idle');
      else if (socket.writableLength > 0 && nowMs - readerMovedAt > TOO_SLOW_MS) conversation.bye('too-slow');
    },
  };
  // Nothing is read before the greeting is said: it is the first line, whatever the guest already said.
  socket.pause();
  void conversation.begin(deps.connected).then(() => {
    // Who hung up during the greeting is gone already, and is not to be listened for.
    if (closing) return;
    deps.begun(connection);
    void work();
  });
  return connection;
}
