/** Socket activation: somebody else holds the port (systemd), karaoked gets it as fd 3 and guests wait in its queue meanwhile. */
import net from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestGuest } from './guest.ts';
import { everyoneGone, QUIETLY, temporaryVar } from './party.ts';
import { plainEnvironment, ROOT, runProgram } from './program.ts';
import type { Running } from './program.ts';

let socket: net.BoundSocket;
const home = temporaryVar();
beforeAll(() => {
  socket = new net.BoundSocket({ host: '127.0.0.1', port: 0 });
});
afterAll(() => {
  socket.close();
  home[Symbol.dispose]();
});

/** As systemd starts it: the socket as fd 3, and the environment says for which process it is meant. */
function activate(forWhom: string): Running {
  const program = join(ROOT, 'bin/karaoked');
  const command = `LISTEN_FDS=1 LISTEN_PID=${forWhom} exec ${program} --var ${home.path} ${QUIETLY.join(' ')}`;
  return runProgram('/bin/sh', ['-c', command], plainEnvironment({ TEST_PARTY: home.path }), ROOT, [socket.fd()]);
}
const portOf = (ready: string): number => Number(/tcp=(\d+)/.exec(ready)?.[1]);

test('the port is the one that was handed over, and guests who come while nobody runs are let in by the next start', async () => {
  const { port } = socket.address();
  const first = activate('$$');
  expect(portOf(await first.said(/^ready /))).toBe(port);
  await using ada = await TestGuest.connect(port);
  await ada.hears('OK KARAOKE/1');
  first.child.kill('SIGTERM');
  expect(await ada.hears('* BYE')).toMatch(/^\* BYE restarting /);
  expect((await first.ended).code).toBe(0);
  await everyoneGone(home.path);

  await using early = await TestGuest.connect(port);
  early.says('PING');
  const second = activate('$$');
  await early.hears('OK KARAOKE/1');
  expect((await early.answer()).final).toBe('OK PONG');
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
  await everyoneGone(home.path);
});

test('a socket that is meant for another process is left alone', async () => {
  const running = activate('1');
  const port = portOf(await running.said(/^ready /));
  expect(port).not.toBe(socket.address().port);
  running.child.kill('SIGTERM');
  expect((await running.ended).code).toBe(0);
  await everyoneGone(home.path);
});
