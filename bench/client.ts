/** A guest that costs as little as possible, over TCP or as a page over a WebSocket: what is measured should be the server. */
import net from 'node:net';
import { WebSocket } from 'ws';

/** What the DJ says to make phones ask after each change of the line, as pages do; before, they only listen. */
export const ASK = 'ask from now on';

export interface Client {
  /** Says lines: over TCP in one write, over a WebSocket a frame each. */
  say(...lines: readonly string[]): void;
  /** The next greeting or final; rows and events are passed over. Rejects when the connection ends first. */
  answer(): Promise<string>;
  /** Ends the connection from our side; resolves when it is closed. */
  close(): Promise<void>;
}

/** What carries the lines to and fro. */
interface Wire {
  say(lines: readonly string[]): void;
  readonly isClosed: () => boolean;
  /** Begins to close; `over` is heard at the end. */
  close(): void;
}

/** What a wire tells. */
interface Ears {
  readonly open: (wire: Wire) => void;
  readonly line: (line: string) => void;
  readonly failed: (error: Error) => void;
  readonly over: () => void;
}

type Overheard = (event: string) => void;
const nobody: Overheard = () => undefined;

/** Connects on loopback. `overheard` gets every event, in text mode and in JSON. */
export function connect(port: number, overheard = nobody): Promise<Client> {
  return listen(overheard, (ears) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    let rest = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) ears.line(line);
    });
    socket.on('error', ears.failed);
    socket.on('close', ears.over);
    socket.on('connect', () => {
      ears.open({
        say: (lines) => socket.write(lines.map((line) => `${line}\n`).join('')),
        isClosed: () => socket.closed,
        close: () => socket.end(),
      });
    });
  });
}

/** The same as a page: over a WebSocket. */
export function dial(port: number, overheard = nobody): Promise<Client> {
  return listen(overheard, (ears) => {
    const ws = new WebSocket(`ws://127.0.0.1:${port}/`, { perMessageDeflate: false });
    ws.on('message', (data: Buffer) => {
      ears.line(data.toString('utf8'));
    });
    ws.on('error', ears.failed);
    ws.on('close', ears.over);
    ws.on('open', () => {
      ears.open({
        say: (lines) => {
          for (const line of lines) ws.send(line);
        },
        isClosed: () => ws.readyState === WebSocket.CLOSED,
        close: () => {
          ws.close();
        },
      });
    });
  });
}

function listen(overheard: Overheard, connecting: (ears: Ears) => void): Promise<Client> {
  const opened = Promise.withResolvers<Client>();
  const ended = Promise.withResolvers<undefined>();
  const answers: string[] = [];
  const waiting: PromiseWithResolvers<string>[] = [];
  let over: Error | null = null;
  connecting({
    open: (wire) => {
      opened.resolve({
        say: (...lines) => {
          wire.say(lines);
        },
        answer: async () => {
          const ready = answers.shift();
          if (ready !== undefined) return ready;
          if (over) throw over;
          const next = Promise.withResolvers<string>();
          waiting.push(next);
          return next.promise;
        },
        close: async () => {
          if (!wire.isClosed()) wire.close();
          await ended.promise;
        },
      });
    },
    line: (line) => {
      if (line.startsWith('{"t":"event"') || line.startsWith('* ')) overheard(line);
      else if (line.startsWith('{"t":"row"') || line.startsWith('| ')) return;
      else if (waiting.length > 0) waiting.shift()?.resolve(line);
      else answers.push(line);
    },
    failed: (error) => {
      over ??= error;
    },
    over: () => {
      over ??= new Error('The server closed the connection');
      opened.reject(over);
      for (const each of waiting.splice(0)) each.reject(over);
      ended.resolve(undefined);
    },
  });
  return opened.promise;
}

/** Says `line` and resolves to its final. Throws, quoting the answer, when it does not begin with `expected`. */
export async function ask(client: Client, line: string, expected: string): Promise<string> {
  client.say(line);
  const answer = await client.answer();
  if (!answer.startsWith(expected)) throw new Error(`"${line}" was answered "${answer}", not "${expected} …"`);
  return answer;
}
