/** Socket activation with two sockets (systemd): the first is the guests', the second that of the pages. */
import net from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { everyoneGone, QUIETLY, temporaryVar } from '../party/party.ts';
import { plainEnvironment, ROOT, runProgram } from '../party/program.ts';
import { WebGuest } from './web_guest.ts';

test('a page that comes while nobody runs is let in by the next start', async () => {
  using home = temporaryVar();
  const sockets = [0, 0].map((port) => new net.BoundSocket({ host: '127.0.0.1', port }));
  const [tcp, web] = sockets.map((socket) => socket.address().port);
  const command = `LISTEN_FDS=2 LISTEN_PID=$$ exec ${join(ROOT, 'bin/karaoked')} --var ${home.path} ${QUIETLY.join(' ')} --web-port 8081`;
  const env = plainEnvironment({ TEST_PARTY: home.path });
  const activate = () =>
    runProgram(
      '/bin/sh',
      ['-c', command],
      env,
      ROOT,
      sockets.map((socket) => socket.fd()),
    );

  const first = activate();
  expect(await first.said(/^ready /)).toContain(`ready tcp=${tcp} web=${web} `);
  await using page = await WebGuest.connect(web ?? 0);
  await page.hears('OK KARAOKE/1');
  first.child.kill('SIGTERM');
  await page.hears('* BYE restarting ');
  expect((await first.ended).code).toBe(0);
  await everyoneGone(home.path);

  const early = WebGuest.connect(web ?? 0);
  const second = activate();
  await using again = await early;
  await again.hears('OK KARAOKE/1');
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
  await everyoneGone(home.path);
  for (const socket of sockets) socket.close();
});
