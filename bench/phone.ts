/** A guest page that costs as little as possible: a WebSocket, and lines. */
import { WebSocket } from 'ws';

/** What the DJ says to make phones ask after each change of the line, as pages do; before, they only listen. */
export const ASK = 'ask from now on';

export interface Phone {
  send(line: string): void;
  /** The next greeting or final; rows and events are passed over. Rejects when the connection ends first. */
  answer(): Promise<string>;
  close(): Promise<void>;
}

/** Connects on loopback. `overheard` gets every event, in text mode and in JSON. */
export function dial(port: number, overheard: (event: string) => void = () => undefined): Promise<Phone> {
  const { promise, resolve, reject } = Promise.withResolvers<Phone>();
  const ws = new WebSocket(`ws://127.0.0.1:${port}/`, { perMessageDeflate: false });
  const answers: string[] = [];
  const waiting: PromiseWithResolvers<string>[] = [];
  let over: Error | null = null;

  ws.on('message', (data: Buffer) => {
    const line = data.toString('utf8');
    if (line.startsWith('{"t":"event"') || line.startsWith('* ')) overheard(line);
    else if (line.startsWith('{"t":"row"') || line.startsWith('| ')) return;
    else if (waiting.length > 0) waiting.shift()?.resolve(line);
    else answers.push(line);
  });
  ws.on('error', (error) => {
    over ??= error;
  });
  ws.on('close', () => {
    over ??= new Error('The server closed the connection');
    reject(over);
    for (const each of waiting.splice(0)) each.reject(over);
  });
  ws.on('open', () => {
    resolve({
      send: (line) => {
        ws.send(line);
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
        if (ws.readyState === WebSocket.CLOSED) return;
        const closed = new Promise((done) => ws.once('close', done));
        ws.close();
        await closed;
      },
    });
  });
  return promise;
}

/** Says `line` and resolves to its final. Throws, quoting the answer, when it does not begin with `expected`. */
export async function askPhone(phone: Phone, line: string, expected: string): Promise<string> {
  phone.send(line);
  const answer = await phone.answer();
  if (!answer.startsWith(expected)) throw new Error(`"${line}" was answered "${answer}", not "${expected} …"`);
  return answer;
}
