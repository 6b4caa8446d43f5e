/** The way in for guests over WebSocket: whoever comes from our pages, or is no browser, while there is room. */
import type { IncomingHttpHeaders, Server } from 'node:http';
import { hostname } from 'node:os';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { ServerOptions } from 'ws';
import { LINGER_MS } from '../guest/wire.ts';
import type { Wire } from '../guest/wire.ts';
import { FULL_RETRY_S, renderFull } from '../protocol/farewell.ts';
import { LIMITS } from '../protocol/limits.ts';
import { isOurHost } from './http/host.ts';
import { languagesOf } from './http/language.ts';
import { isOwnOrigin } from './http/origin.ts';
import { remoteOf } from './http/remote.ts';
import { plain } from './words/plain.ts';
import { wsWire } from './ws_wire.ts';

export interface SocketsDeps {
  /** The setting web.url. */
  readonly url: () => string;
  readonly hasRoom: () => boolean;
  readonly seat: (wire: Wire, remote: string) => void;
  /** Told 421. */
  readonly refused: () => void;
  /** Cut off for a frame that is none of ours; `code` is the library's. */
  readonly foreign: (code: string, remote: string) => void;
}

const TRY_AGAIN_LATER = 1013;

/** The library knows `closeTimeout`, its types do not. */
const OPTIONS: ServerOptions & { readonly closeTimeout: number } = {
  noServer: true,
  maxPayload: LIMITS.frameBytes.value,
  // A line is short, and compressing keeps a dictionary for each of 2,000 phones.
  perMessageDeflate: false,
  clientTracking: false,
  // Not the library's 30 s for whoever does not answer our close: a phone that sleeps, or one of 2,000 at a full house.
  closeTimeout: LINGER_MS,
};

/** Every address of the port takes a WebSocket: there is one language behind it. */
export function acceptSockets(server: Server, deps: SocketsDeps): void {
  const door = new WebSocketServer(OPTIONS);
  server.on('upgrade', (request, socket: Duplex, head) => {
    const { headers } = request;
    const { origin, host } = headers;
    if (!isOurHost({ host, url: deps.url(), machine: hostname() })) {
      forbid(socket, headers, { problem: 'unknown-host', said: String(host) });
      return;
    }
    if (!isOwnOrigin({ origin, host, url: deps.url() })) {
      forbid(socket, headers, { problem: 'foreign', said: String(origin) });
      return;
    }
    door.handleUpgrade(request, socket, head, (ws) => {
      const remote = remoteOf(request, deps.url());
      if (deps.hasRoom()) {
        const foreign = (code: string): void => {
          deps.foreign(code, remote);
        };
        deps.seat(wsWire(ws, socket, foreign), remote);
        return;
      }
      deps.refused();
      ws.on('error', () => undefined);
      ws.send(renderFull(FULL_RETRY_S).trimEnd());
      ws.close(TRY_AGAIN_LATER);
    });
  });
}

interface Forbidden {
  readonly problem: 'unknown-host' | 'foreign';
  /** The header that it is about. */
  readonly said: string;
}

function forbid(socket: Duplex, headers: IncomingHttpHeaders, { problem, said }: Forbidden): void {
  const body = languagesOf(headers)
    .map((language) => `${said}: ${plain[language].problem[problem]}\n`)
    .join('');
  socket.on('error', () => undefined);
  socket.once('finish', () => socket.destroy());
  socket.end(
    [
      'HTTP/1.1 403 Forbidden',
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
