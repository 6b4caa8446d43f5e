/**
 * Rule 4: foreign bytes get one refusal. node-ipc cuts a connection whose frame it refuses without a word, and there is no
 * setting for that, so the method that cuts is replaced. It is not documented; the version is pinned, and tests hear the
 * refusal.
 */
import type { Socket } from 'node:net';
import type { Server } from 'node-ipc';
import { codeOf } from './claim.ts';

/** Somebody who does not leave does not keep the place of a connection. */
const LINGER_MS = 1_000;

/** From now on `say` speaks to whoever sent a frame that the parser refuses, once; then the connection ends. */
export function refuseAloud(server: Server, say: (socket: Socket, error: Error) => void): void {
  const cut = server.protocolFailure.bind(server);
  const parting = new WeakSet<Socket>();
  server.protocolFailure = (socket, error) => {
    if (parting.has(socket)) return;
    // Who does not read what was said already would not read this either.
    if (!socket.writable || codeOf(error) === 'ERR_IPC_BACKPRESSURE') {
      cut(socket, error);
      return;
    }
    parting.add(socket);
    // What still comes is taken and forgotten: closing on it would be a reset, which can overtake the refusal.
    socket.removeAllListeners('data').resume();
    say(socket, error);
    socket.end();
    const linger = setTimeout(() => socket.destroy(), LINGER_MS);
    socket.once('close', () => {
      clearTimeout(linger);
    });
  };
}
