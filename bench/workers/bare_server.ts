/** What Node can do without us: greets, and answers each line with a line as long as `OK PONG`, a write for each. */
import net from 'node:net';
import { work } from '../work.ts';

export interface Listening {
  readonly port: number;
}

await work('bare_server', async (_job, say) => {
  const server = net.createServer({ noDelay: true }, (socket) => {
    let rest = '';
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    socket.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) socket.write(line === 'PING' ? 'OK ECHO\n' : 'ERR 500\n');
    });
    socket.write('OK KARAOKE/1 A bare server: 1 connected, 0 songs waiting. Type HELP\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  say({ port: (server.address() as net.AddressInfo).port });
});
