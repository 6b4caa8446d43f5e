import { expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { killGroupOf, markOf, signalGroup } from '../../../../src/librarian/fetch/processes.ts';

const CHILD = new URL('../../../children/run_without_descriptors.ts', import.meta.url).pathname;

test('a group is left alone whose leader had ended before it could be told from others', async () => {
  const leader = spawn('/bin/sh', ['-c', 'sleep 60 & echo $!'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pid = leader.pid ?? NaN;
  try {
    const [said] = await Promise.all([once(leader.stdout, 'data'), once(leader, 'exit')]);
    const other = Number(String(said[0]));
    const before = markOf(other);
    expect(before).not.toBeNull();
    killGroupOf({ pid, mark: null });
    // A process that was killed is a zombie at least by the next signal to its group.
    expect(markOf(other)).toBe(before);
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
