/** How many may stand at the door of the pages. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** A phone asks in the same breath as it connects; at a full house nobody waits for one that does not. */
const SILENT_MS = 1_000;

/**
 * Takes at most `most` connections, pages and those who load one. At a full house whoever has not asked for anything for a
 * second makes room, and the next one comes in. Not counted by address: a whole bar may be one, and 500 phones that come
 * back at once are read only after all of them are accepted. `clock`: steady milliseconds.
 */
export function limitCrowd(server: Server, most: number, clock: () => number): void {
  /** Who has never asked for anything, and since when; oldest first. */
  const silent = new Map<Socket, number>();
  server.maxConnections = most;
  server.on('connection', (socket: Socket) => {
    silent.set(socket, clock());
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  server.on('upgrade', ({ socket }) => silent.delete(socket));
  server.on('drop', () => {
    for (const [socket, sinceMs] of silent) {
      if (clock() - sinceMs < SILENT_MS) return;
      socket.destroy();
    }
  });
}
