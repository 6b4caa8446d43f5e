/** What Node and ws can do without us: answers every line, and shouts to all when somebody says SHOUT. */
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { work } from '../work.ts';
import type { Listening } from './bare_server.ts';

export type ListeningSockets = Listening;

await work('bare_sockets', async (_job, say) => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  server.on('connection', (socket) => {
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      if (data.toString('utf8') === 'SHOUT') {
        // When it was begun, in place of an order that was committed.
        const shout = JSON.stringify({ t: 'event', topic: 'SAY', text: String(Date.now()) });
        for (const each of server.clients) each.send(shout);
      }
      socket.send('{"t":"ok","word":"ECHO","tag":null}');
    });
    socket.send('OK KARAOKE/1 A bare server: 1 connected, 0 songs waiting. Type HELP');
  });
  await new Promise((listening) => server.once('listening', listening));
  say({ port: (server.address() as AddressInfo).port });
});
