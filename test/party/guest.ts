/** A guest at the end of a socket, as a test plays one: say, hear. Waits for lines, never for time. */
import net from 'node:net';

/** The answer to one command: its `| ` rows and its final line. */
export interface Heard {
  readonly rows: readonly string[];
  readonly final: string;
}

/** A wait that took so long is a failure, with the transcript; it is a deadline and never the way to wait. */
const DEADLINE_MS = 20_000;

export class TestGuest implements AsyncDisposable {
  /** Every line so far, as it came. */
  readonly transcript: string[] = [];
  readonly socket: net.Socket;
  /** Why the connection ended, once it has: `end` politely, or the error's code. */
  ended: string | null = null;
  #heard = 0;
  #rest = '';
  #waiting: (() => void)[] = [];

  constructor(socket: net.Socket) {
    this.socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      const lines = (this.#rest + text).split('\n');
      this.#rest = lines.pop() ?? '';
      this.transcript.push(...lines);
      this.#wake();
    });
    socket.on('end', () => {
      this.ended ??= 'end';
      this.#wake();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      this.ended ??= error.code ?? 'error';
      this.#wake();
    });
    socket.on('close', () => {
      this.ended ??= 'close';
      this.#wake();
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

  /** The next line that matches; lines before it are passed over. Rejects when the connection ends first. */
  async hears(pattern: RegExp | string): Promise<string> {
    const matches = (line: string): boolean =>
      typeof pattern === 'string' ? line.startsWith(pattern) : pattern.test(line);
    return this.#wait(`a line like ${String(pattern)}`, () => {
      while (this.#heard < this.transcript.length) {
        const line = this.transcript[this.#heard] ?? '';
        this.#heard += 1;
        if (matches(line)) return line;
      }
      return null;
    });
  }

  /** Says one command and hears its rows and final; events in between are passed over. */
  async asks(line: string): Promise<Heard> {
    this.says(line);
    return this.answer();
  }

  /** The next final with the rows before it. */
  async answer(): Promise<Heard> {
    const rows: string[] = [];
    const final = await this.#wait('a final line', () => {
      while (this.#heard < this.transcript.length) {
        const line = this.transcript[this.#heard] ?? '';
        this.#heard += 1;
        if (line.startsWith('| ') || line.startsWith('{"t":"row"')) rows.push(line);
        else if (!line.startsWith('* ') && !line.startsWith('{"t":"event"')) return line;
      }
      return null;
    });
    return { rows, final };
  }

  /** `HELLO name [code]`; resolves to the code of a new guest, or ''. */
  async joins(name: string, code = ''): Promise<string> {
    const { final } = await this.asks(`HELLO ${name} ${code}`.trim());
    if (!final.startsWith('OK HELLO')) throw new Error(`${name} could not join: ${final}`);
    return /code=(\S+)/.exec(final)?.[1] ?? '';
  }

  /** Resolves when the other side has closed. */
  async closed(): Promise<void> {
    await this.#wait('the end of the connection', () => this.ended);
  }

  /** How often a line like this was heard so far. */
  count(pattern: RegExp): number {
    return this.transcript.filter((line) => pattern.test(line)).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.destroy();
    if (!this.socket.closed) await new Promise((resolve) => this.socket.once('close', resolve));
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async #wait<T>(what: string, look: () => T | null): Promise<T> {
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    for (;;) {
      const found = look();
      if (found !== null) return found;
      if (this.ended !== null) throw this.#failure(`${what} never came, the connection is over (${this.ended})`);
      if (deadline.aborted) throw this.#failure(`${what} did not come in ${DEADLINE_MS} ms`);
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        deadline.addEventListener('abort', () => {
          resolve();
        });
      });
    }
  }

  #failure(text: string): Error {
    return new Error(`${text}. Heard so far:\n${this.transcript.slice(-30).join('\n')}`);
  }
}
