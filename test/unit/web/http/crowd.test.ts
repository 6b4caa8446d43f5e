/** Who is let in at the door of the pages, on a real server. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { limitCrowd } from '../../../../src/web/http/crowd.ts';

let server: ReturnType<typeof createServer>;
let open: Socket[];
let nowMs = 0;
beforeEach(() => {
  open = [];
  server = createServer((_request, reply) => reply.end('hello'));
});
afterEach(async () => {
  for (const socket of open) socket.destroy();
  const over = once(server, 'close');
  server.close();
  await over;
});
const house = async (most: number): Promise<void> => {
  limitCrowd(server, most, () => nowMs);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
};
const comes = async (): Promise<Socket> => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  open.push(socket);
  // Whoever is cut off may be so by a reset.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
};
const asks = async (socket: Socket): Promise<string> => {
  socket.write('GET / HTTP/1.1\r\nHost: house\r\n\r\n');
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  return chunk.toString();
};
const isCutOff = async (socket: Socket): Promise<void> => {
  socket.resume();
  if (!socket.destroyed) await once(socket, 'close');
};

test('in all there are so many, and whoever asked for something stays', async () => {
  await house(2);
  const both = [await comes(), await comes()];
  for (const socket of both) expect(await asks(socket)).toContain('hello');
  nowMs += 1_000;
  await isCutOff(await comes());
  for (const socket of both) expect(await asks(socket)).toContain('hello');
});

test('at a full house who has said nothing for a second makes room', async () => {
  await house(3);
  const [old, asking] = [await comes(), await comes()];
  expect(await asks(asking)).toContain('hello');
  nowMs += 999;
  const young = await comes();
  await isCutOff(await comes());
  nowMs += 1;
  await isCutOff(await comes());
  await isCutOff(old);
  expect(await asks(await comes())).toContain('hello');
  for (const socket of [asking, young]) expect(await asks(socket)).toContain('hello');
});
