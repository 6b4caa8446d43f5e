/** A WebSocket as a wire: a text frame is a line without its newline, both ways. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Wire } from '../guest/wire.ts';
import type { ByeReason } from '../protocol/farewell.ts';
import { wholeLine } from '../protocol/lines.ts';
import type { Line } from '../protocol/lines.ts';

/** How often a phone is asked whether it is there; one that fell asleep must not count as present for ever. */
export const PING_EVERY_MS = 30_000;

/** Close codes of RFC 6455: 1001 says that it makes sense to come back, 1000 that all is said. */
const GOING_AWAY: ReadonlySet<ByeReason | null> = new Set(['restarting', 'supervisor-lost', 'session-lost']);

const BINARY: Line = {
  is: 'refusal',
  code: 505,
  tag: null,
  text: 'a line comes in a text frame; this one was binary',
};

/** `socket` is what the WebSocket was made on, by a server that gives up on the other side's goodbye after LINGER_MS. `foreign` hears the library's code of a frame that ends a connection at once. */
export function wsWire(ws: WebSocket, socket: Duplex, foreign: (code: string) => void): Wire {
  let isThere = true;
  let askedAt: number | null = null;
  const closed = Promise.withResolvers<undefined>();

  return {
    get unread() {
      return ws.bufferedAmount;
    },
    listen: (ears) => {
      ws.on('message', (data: Buffer, isBinary) => {
        isThere = true;
        ears.said([isBinary ? BINARY : wholeLine(data)]);
      });
      ws.on('pong', () => {
        isThere = true;
      });
      socket.on('drain', () => {
        ears.tookAll();
      });
      // The WebSocket closes by itself (1007 no UTF-8, 1009 over 64 KiB, 1002 no frame).
      ws.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code?.startsWith('WS_ERR_')) foreign(error.code);
      });
      ws.on('close', () => {
        closed.resolve(undefined);
        ears.gone();
      });
    },
    send: (lines, handed) => {
      const frames = lines.split('\n').slice(0, -1);
      const last = frames.pop();
      if (last === undefined) return;
      // A frame is two writes: of a page of rows that would be forty.
      socket.cork();
      for (const frame of frames) ws.send(frame);
      ws.send(last, (error) => {
        handed(!error);
      });
      socket.uncork();
    },
    gather: () => {
      if (socket.writableCorked > 0) return;
      socket.cork();
      process.nextTick(() => {
        socket.uncork();
      });
    },
    pause: () => {
      ws.pause();
    },
    resume: () => {
      ws.resume();
    },
    check: (nowMs) => {
      askedAt ??= nowMs;
      if (nowMs - askedAt < PING_EVERY_MS) return;
      // Who is not read at the moment cannot be heard.
      if (!isThere && !ws.isPaused) ws.terminate();
      isThere = false;
      askedAt = nowMs;
      ws.ping();
    },
    close: (why) => {
      ws.close(GOING_AWAY.has(why) ? 1001 : 1000, why ?? '');
      ws.resume();
    },
    left: () => closed.promise,
  };
}
