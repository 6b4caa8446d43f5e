/** A guest at the end of a socket, as a test plays one. */
import net from 'node:net';
import { Speaker } from './speaker.ts';

export class TestGuest extends Speaker implements AsyncDisposable {
  readonly socket: net.Socket;
  #rest = '';

  constructor(socket: net.Socket) {
    super();
    this.socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      const lines = (this.#rest + text).split('\n');
      this.#rest = lines.pop() ?? '';
      this.came(...lines);
    });
    socket.on('end', () => {
      this.over('end');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      this.over(error.code ?? 'error');
    });
    socket.on('close', () => {
      this.over('close');
    });
  }

  /** Connects and does not wait for the greeting. Rejects when the connect is refused or reset. */
  static connect(port: number, host = '127.0.0.1'): Promise<TestGuest> {
    const { promise, resolve, reject } = Promise.withResolvers<TestGuest>();
    const socket = net.connect({ port, host, noDelay: true, allowHalfOpen: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(new TestGuest(socket));
    });
    return promise;
  }

  /** Says lines, each ended with LF. */
  says(...lines: readonly string[]): void {
    this.socket.write(lines.map((line) => `${line}\n`).join(''));
  }

  /** Says bytes as they are. */
  sends(bytes: string | Uint8Array): void {
    this.socket.write(bytes);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.destroy();
    if (!this.socket.closed) await new Promise((resolve) => this.socket.once('close', resolve));
  }
}
