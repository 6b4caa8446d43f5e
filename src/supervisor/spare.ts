/**
 * The spare copy of a guest's socket, through which the host speaks when a session process cannot.
 *
 * A socket that arrives by message is already reading. The copy that stays here must not, or it eats what the guest says
 * to the session (187 of 300 early lines were lost without this, none of 2,000 with it). `pause()` alone comes too late,
 * so this file uses the one undocumented property that the project allows itself: the handle under the socket.
 */
import type { Socket } from 'node:net';

interface Handle {
  reading: boolean;
  readStart(): number;
  readStop(): number;
}

const handleOf = (socket: Socket): Handle | null => (socket as unknown as { readonly _handle: Handle | null })._handle;

/** Stops the copy from reading; call it in the same tick in which the socket arrived. */
export function holdStill(socket: Socket): void {
  const handle = handleOf(socket);
  if (!handle) return;
  handle.readStop();
  handle.reading = false;
  socket.pause();
}

const LINGER_MS = 1_000;

/**
 * Says a last line and ends the connection. Reads and forgets what the guest still sends, for a second at most: closing
 * with unread bytes would reset the connection, and the reset overtakes the line. `parted` is told whether the kernel took it.
 */
export function partWith(socket: Socket, line: string, parted: (told: boolean) => void): void {
  let told = false;
  socket.removeAllListeners('error');
  socket.on('error', () => undefined);
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => {
    clearTimeout(timer);
    parted(told);
  });
  if (socket.destroyed) {
    clearTimeout(timer);
    parted(false);
    return;
  }
  socket.once('finish', () => {
    told = true;
  });
  socket.end(line);
  const handle = handleOf(socket);
  if (handle) {
    // A socket that was held still believes that a read is pending: resume() alone would not start one.
    handle.reading = true;
    handle.readStart();
  }
  socket.resume();
}
