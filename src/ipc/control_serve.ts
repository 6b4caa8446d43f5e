/**
 * The DJ's socket, the serving end.
 *
 * `guarded` (control_ipc.ts) refuses frames over 1 MiB, names that would reach the dispatcher's own events, and frames that
 * do not end; such a connection is closed and the server lives. What it does not do is catch exceptions of our handlers:
 * those would end the process, so everything a frame can reach here is wrapped.
 */
import { chmod, chown } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { dirname } from 'node:path';
import { IPCModule } from 'node-ipc';
import type { Server } from 'node-ipc';
import { claimOrGiveUp, codeOf } from './claim.ts';
import { readAsk } from './control_frames.ts';
import type { Ask } from './control_frames.ts';
import { configure } from './control_ipc.ts';
import { refuseAloud } from './refuse_aloud.ts';

/** What an answerer is handed with an ask. Sending to somebody who left does nothing. */
export interface Asking {
  readonly ask: Ask;
  readonly progress: (body: unknown) => void;
  readonly event: (body: unknown) => void;
  /** Aborted when the asker's connection is gone. */
  readonly gone: AbortSignal;
}

export interface ControlServing {
  readonly path: string;
  /** Whose members may be DJ beside the owner: a numeric group id, or null. */
  readonly groupId: number | null;
  /** Resolves to the body of the one answer; `sent` of it runs once it is written. Rejecting is a defect. */
  answer(asking: Asking): Promise<{ readonly body: unknown; readonly sent?: () => void }>;
  /** The body of the answer to something that is not an ask, and to an ask whose answer failed. */
  refuse(text: string): unknown;
  /** A frame that was refused, or a defect: for the log. */
  complain(error: unknown): void;
  /** Milliseconds in which a begun frame must end. */
  readonly messageTimeoutMs?: number;
  /** How long a socket that somebody else serves is waited for: an orphan of an earlier run is gone within 2 s. */
  readonly patienceMs?: number;
}

export interface ControlServer {
  /** Closes every connection and removes the socket. */
  close(): void;
}

/** Somebody who did not wait for the answer: nothing is wrong. */
const LEFT = new Set(['EPIPE', 'ECONNRESET']);
const LIFECYCLE = new Set([
  'start',
  'connect',
  'disconnect',
  'destroy',
  'close',
  'socket.disconnected',
  'error',
  'data',
]);

/** Serves the DJ's socket. Rejects with CannotRun when the place is taken for `patienceMs` or is no socket. */
export async function serveControl(serving: ControlServing): Promise<ControlServer> {
  await claimOrGiveUp(serving.path, serving.patienceMs ?? 3_000);
  const server = await listen(serving);
  const notUnderstood = (socket: Socket, why: string): void => {
    send(server, socket, 'answer', 0, serving.refuse(`Not understood: ${why}`));
  };
  refuseAloud(server, (socket, error) => {
    serving.complain(error);
    notUnderstood(socket, error.message);
  });
  const present = new Map<Socket, AbortController>();
  const leaves = (socket: Socket): void => {
    present.get(socket)?.abort();
    present.delete(socket);
  };
  server.on('socket.disconnected', leaves);
  server.on('*', (type, data, from) => {
    if (LIFECYCLE.has(type)) return;
    const socket = from as Socket;
    const ask = type === 'ask' ? readAsk(data) : `"${type.slice(0, 40)}" is no frame of the control protocol`;
    if (typeof ask === 'string') {
      notUnderstood(socket, ask);
      // Not end(): somebody who never closes their side would keep the place of a connection.
      socket.destroySoon();
      return;
    }
    const connection = present.get(socket) ?? new AbortController();
    present.set(socket, connection);
    void answer(serving, server, socket, ask, connection.signal);
  });
  return {
    close: () => {
      server.stop();
      for (const socket of [...present.keys()]) leaves(socket);
    },
  };
}

async function answer(
  serving: ControlServing,
  server: Server,
  socket: Socket,
  ask: Ask,
  gone: AbortSignal,
): Promise<void> {
  const tell =
    (kind: string) =>
    (body: unknown): void => {
      send(server, socket, kind, ask.id, body);
    };
  try {
    const { body, sent } = await serving.answer({ ask, gone, progress: tell('progress'), event: tell('event') });
    tell('answer')(body);
    sent?.();
  } catch (error) {
    serving.complain(error);
    tell('answer')(serving.refuse('This is a bug in karaoked; its log says more.'));
  }
}

/** Throws when the frame is over 1 MiB: answers come in pages. */
function send(server: Server, socket: Socket, kind: string, id: number, body: unknown): void {
  if (socket.writable) server.emit(socket, kind, { id, body });
}

async function listen(serving: ControlServing): Promise<Server> {
  const { path, groupId } = serving;
  const ipc = new IPCModule();
  configure(ipc, path, { maxConnections: 512, messageTimeout: serving.messageTimeoutMs ?? 5_000 });
  await new Promise<void>((resolve, reject) => {
    ipc.serve(path, resolve);
    // A failure to listen comes as an 'error' event like every other; without a listener it would be silent.
    ipc.server.on('error', (error) => {
      reject(error);
      if (!LEFT.has(codeOf(error) ?? '')) serving.complain(error);
    });
    ipc.server.start();
  });
  // Until here the directory was 0700 (secureSocketRoot), so nobody slipped in before the modes were right.
  if (groupId === null) {
    await chmod(path, 0o600);
  } else {
    await chown(path, -1, groupId);
    await chmod(path, 0o660);
    await chown(dirname(path), -1, groupId);
    await chmod(dirname(path), 0o750);
  }
  return ipc.server;
}
