/** A guest that costs as little as possible: what is measured should be the server. */
import net from 'node:net';

export interface Client {
  send(text: string): void;
  /** The next greeting or final; rows and events are passed over. Rejects when the connection ends first. */
  answer(): Promise<string>;
  /** Ends the connection from our side; resolves when it is closed. */
  close(): Promise<void>;
}

/** Connects on loopback. `overheard` gets every line that answers nothing: rows and events. */
export function connect(port: number, overheard: (line: string) => void = () => undefined): Promise<Client> {
  const { promise, resolve, reject } = Promise.withResolvers<Client>();
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
  const answers: string[] = [];
  const waiting: PromiseWithResolvers<string>[] = [];
  let rest = '';
  let over: Error | null = null;

  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('| ') || line.startsWith('* ')) overheard(line);
      else if (waiting.length > 0) waiting.shift()?.resolve(line);
      else answers.push(line);
    }
  });
  socket.on('error', (error) => {
    over ??= error;
  });
  socket.on('close', () => {
    over ??= new Error('The server closed the connection');
    reject(over);
    for (const each of waiting.splice(0)) each.reject(over);
  });
  socket.on('connect', () => {
    resolve({
      send: (text) => socket.write(text),
      answer: async () => {
        const ready = answers.shift();
        if (ready !== undefined) return ready;
        if (over) throw over;
        const next = Promise.withResolvers<string>();
        waiting.push(next);
        return next.promise;
      },
      close: async () => {
        if (socket.closed) return;
        const closed = new Promise((done) => socket.once('close', done));
        socket.end();
        await closed;
      },
    });
  });
  return promise;
}

/** Says `line` and resolves to its final. Throws, quoting the answer, when it does not begin with `expected`. */
export async function ask(client: Client, line: string, expected: string): Promise<string> {
  client.send(`${line}\n`);
  const answer = await client.answer();
  if (!answer.startsWith(expected)) throw new Error(`"${line}" was answered "${answer}", not "${expected} …"`);
  return answer;
}
