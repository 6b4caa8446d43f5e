/** Guests over WebSocket: the same lines as on TCP, one text frame a line, without its LF. */
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Carrier } from '../guest/carrier.ts';
import type { Conversation } from '../guest/conversation.ts';

export interface GuestSocket {
  readonly conversation: Conversation;
}

export interface SocketsDeps {
  readonly epoch: number;
  readonly converse: (carrier: Carrier) => Conversation;
  readonly connected: () => number;
  readonly begun: (socket: GuestSocket) => void;
  readonly gone: (socket: GuestSocket) => void;
}

const MOST_BYTES = 64 * 1024;

/** Every address of the port takes a WebSocket: there is one language behind it. */
export function acceptSockets(server: Server, deps: SocketsDeps): void {
  let lastSeat = 0;
  const door = new WebSocketServer({ server, maxPayload: MOST_BYTES, perMessageDeflate: false });
  door.on('connection', (socket, request) => {
    lastSeat += 1;
    seat(socket, lastSeat, request.socket.remoteAddress ?? '', deps);
  });
}

function seat(socket: WebSocket, id: number, remote: string, deps: SocketsDeps): void {
  const send = (lines: string, handed?: () => void): void => {
    const frames = lines.split('\n').slice(0, -1);
    for (const [at, frame] of frames.entries()) {
      if (at < frames.length - 1) socket.send(frame);
      else socket.send(frame, (error) => error ?? handed?.());
    }
  };
  const conversation = deps.converse({
    connection: { epoch: deps.epoch, seat: id },
    remote,
    reply: send,
    event: (line, handed) => {
      send(line, handed);
      return true;
    },
    close: (lastLine) => {
      if (lastLine !== null) send(lastLine);
      socket.close();
    },
    speaks: () => undefined,
  });
  const seated = { conversation };
  let before: Promise<unknown> = conversation.begin(deps.connected() + 1).then(() => {
    deps.begun(seated);
  });
  socket.on('message', (data) => {
    const text = (data as Buffer).toString('utf8');
    before = before.then(() => conversation.hear({ is: 'line', text }));
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    deps.gone(seated);
  });
}
