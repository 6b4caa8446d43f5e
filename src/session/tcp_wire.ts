/** A TCP connection as a wire: bytes in as they come, lines out as they are. */
import type { Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import { LINGER_MS } from '../guest/wire.ts';
import type { Wire } from '../guest/wire.ts';
import { createLineReader } from '../protocol/lines.ts';

const KEEPALIVE_MS = 30_000;

export function tcpWire(socket: Socket): Wire {
  // A socket that came by message has allowHalfOpen false: without this `nc -N` would lose every answer but the greeting.
  socket.allowHalfOpen = true;
  socket.setNoDelay(true);
  socket.setKeepAlive(true, KEEPALIVE_MS);
  let linger: NodeJS.Timeout | undefined;

  return {
    get unread() {
      return socket.writableLength;
    },
    listen: (ears) => {
      const reader = createLineReader();
      socket.on('data', (chunk: Buffer) => {
        ears.said(reader.push(chunk));
      });
      socket.on('end', () => {
        // The last line was not ended: it is refused before the goodbye.
        const refusal = reader.end();
        if (refusal.length > 0) ears.said(refusal);
        ears.fellSilent();
      });
      socket.on('drain', () => {
        ears.tookAll();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearTimeout(linger);
        ears.gone();
      });
    },
    send: (lines, handed) => {
      socket.write(lines, (error) => {
        handed(!error);
      });
    },
    gather: () => {
      if (socket.writableCorked > 0) return;
      socket.cork();
      // Late enough for the answers of one turn, soon enough for one whose successor waits for the store.
      process.nextTick(() => {
        socket.uncork();
      });
    },
    pause: () => {
      socket.pause();
    },
    resume: () => {
      socket.resume();
    },
    // The kernel does: keep-alive.
    check: () => undefined,
    close: () => {
      socket.end();
      socket.resume();
      linger = setTimeout(() => socket.destroy(), LINGER_MS);
    },
    left: () => finished(socket, { readable: false }).catch(() => undefined),
  };
}
