/** What the web port takes from a stranger, and what it says when that is exceeded. */
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions } from 'fastify';
import type { Problem } from '../plain/problem.tsx';

export const LIMITS = {
  /** A name, a code, a song and a key, percent-encoded in three bytes a letter. */
  bodyBytes: 4096,
  addressLetters: 1024,
  headerBytes: 8192,
  /** From the connection to the last byte of the headers: a phone at the edge of the Wi-Fi needs some. */
  headersMs: 10_000,
  requestMs: 15_000,
  /** An idle connection goes early: there may be 2,000 phones, and each wants its WebSocket more. */
  keepAliveMs: 5_000,
  /** Of pages that are made for one visitor; each takes milliseconds, so who waits behind 256 waits seconds. */
  visits: { atOnce: 8, waiting: 256, waitingOfOne: 32 },
} as const;

/** Renders a problem for whoever comes to no route; `headers` null: not even those could be read. */
type Render = (problem: Problem, headers: IncomingHttpHeaders | null) => string;

/** For Fastify, and for the server under it. */
export function serverOptions(render: Render): FastifyHttpOptions<Server> {
  return {
    bodyLimit: LIMITS.bodyBytes,
    requestTimeout: LIMITS.requestMs,
    keepAliveTimeout: LIMITS.keepAliveMs,
    forceCloseConnections: 'idle',
    http: {
      maxHeaderSize: LIMITS.headerBytes,
      headersTimeout: LIMITS.headersMs,
      connectionsCheckingInterval: 2_000,
      // A program without a Host is answered in words too.
      requireHostHeader: false,
      // Any other upgrade may be ignored (RFC 9110, 7.8), and `curl --http2` offers h2c with every plain request.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
    clientErrorHandler: (error, socket) => {
      refuseUnread(error.code, socket, render);
    },
    // An address that cannot be read comes to no route, and so to no hook.
    frameworkErrors: (_error, { headers }, reply) => {
      reply.raw.writeHead(400, UNROUTED).end(render('bad-request', headers));
    },
  };
}

/** What helmet says otherwise; these have no script. */
const UNROUTED = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'self'",
  'X-Content-Type-Options': 'nosniff',
} as const;

const STATUS = {
  'bad-request': '400 Bad Request',
  slow: '408 Request Timeout',
  headers: '431 Request Header Fields Too Large',
} as const;

/** What could not even be read as a request is answered by hand, once, and the connection is closed. */
function refuseUnread(code: string, socket: Socket, render: Render): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem =
    code === 'HPE_HEADER_OVERFLOW' ? 'headers' : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'slow' : 'bad-request';
  const html = render(problem, null);
  const head = [
    `HTTP/1.1 ${STATUS[problem]}`,
    ...Object.entries(UNROUTED).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(html)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${html}`);
}
