/** A guest over WebSocket, as a test plays one: a plain client of the library ws, and no browser. */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';
import type { Party } from '../party/party.ts';
import { Speaker } from '../party/speaker.ts';

/** What the server answered to an upgrade that it refused. */
export interface RefusedUpgrade {
  readonly status: number;
  readonly body: string;
}

export class WebGuest extends Speaker implements AsyncDisposable {
  readonly ws: WebSocket;
  /** The close frame that came, once it has. */
  closing: { readonly code: number; readonly reason: string } | null = null;
  #gone = false;

  constructor(ws: WebSocket) {
    super();
    this.ws = ws;
    ws.on('message', (data: Buffer, isBinary) => {
      this.came(isBinary ? `binary ${data.toString('hex')}` : data.toString('utf8'));
    });
    ws.on('error', (error: NodeJS.ErrnoException) => {
      this.over(error.code ?? error.message);
    });
    ws.on('close', (code, reason) => {
      this.#gone = true;
      this.closing = { code, reason: reason.toString('utf8') };
      this.over(`close ${code}`);
    });
  }

  /** Connects and does not wait for the greeting. Rejects when the connect is refused. */
  static async connect(port: number, options: ClientOptions = {}, path = '/'): Promise<WebGuest> {
    const guest = new WebGuest(new WebSocket(`ws://127.0.0.1:${port}${path}`, options));
    await once(guest.ws, 'open');
    return guest;
  }

  /** Asks for a connection that is to be refused. */
  static async refused(port: number, options: ClientOptions): Promise<RefusedUpgrade> {
    const ws = new WebSocket(`ws://127.0.0.1:${port}/`, options);
    ws.on('error', () => undefined);
    const [request, response] = (await once(ws, 'unexpected-response')) as [{ destroy(): void }, IncomingMessage];
    const body = (await response.setEncoding('utf8').toArray()).join('');
    request.destroy();
    return { status: response.statusCode ?? 0, body };
  }

  /** Says lines, a frame each. */
  override says(...lines: readonly string[]): void {
    for (const line of lines) this.ws.send(line);
  }

  /** The close frame, once the connection is over. */
  async farewell(): Promise<{ readonly code: number; readonly reason: string }> {
    if (!this.#gone) await once(this.ws, 'close');
    if (!this.closing) throw new Error('closed without a close event');
    return this.closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.ws.terminate();
    if (!this.#gone) await once(this.ws, 'close');
  }
}

/** Connects to the pages' port and hears the greeting. */
export async function webGuest(party: Party): Promise<WebGuest> {
  const guest = await WebGuest.connect(party.webPort);
  await guest.hears('OK KARAOKE/1');
  return guest;
}

/** The same, and says HELLO. */
export async function webNamed(party: Party, name: string, code = ''): Promise<WebGuest> {
  const guest = await webGuest(party);
  await guest.joins(name, code);
  return guest;
}
