import { expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { killGroupOf, signalGroup } from '../../../../src/librarian/fetch/processes.ts';

const CHILD = new URL('../../../children/run_without_descriptors.ts', import.meta.url).pathname;

test('a group is left alone whose leader had ended before it could be told from others', async () => {
  // What it leaves behind says whatever it hears, for as long as it lives.
  const leader = spawn('/bin/sh', ['-c', 'cat <&3 & exit 0'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  const pid = leader.pid ?? NaN;
  const { stdout } = leader;
  if (stdout === null) throw new Error('It has no stdout, which was asked for');
  try {
    await once(leader, 'exit');
    killGroupOf({ pid, mark: null });
    const said = Promise.race([once(stdout, 'data'), once(stdout, 'end')]);
    (leader.stdio[3] as Writable).on('error', () => undefined).write('here');
    expect(String((await said)[0])).toBe('here');
  } finally {
    signalGroup(pid, 'SIGKILL');
  }
});

test('a program that cannot be started, because no descriptor is left, is told as not started', () => {
  const said = execFileSync('/bin/sh', ['-c', 'ulimit -n 60; exec "$0" "$1"', process.execPath, CHILD], {
    encoding: 'utf8',
  });
  expect(JSON.parse(said)).toMatchObject({
    process: null,
    end: { is: 'not-started', why: expect.stringContaining('EMFILE') },
  });
});
