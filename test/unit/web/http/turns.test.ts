/** Who is served when many ask at once: the loop turns between two, and addresses take turns. */
import { expect, test } from '@jest/globals';
import { createTurns } from '../../../../src/web/http/turns.ts';
import type { TakeTurn, TurnLimits } from '../../../../src/web/http/turns.ts';

const LIMITS: TurnLimits = { atOnce: 2, waiting: 6, waitingOfOne: 4 };

/** A loop that turns when it is told to. */
function house(limits: TurnLimits = LIMITS) {
  const due: (() => void)[] = [];
  const served: string[] = [];
  const take: TakeTurn = createTurns(limits, (run) => {
    due.push(run);
  });
  const settled = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));
  return {
    due,
    served,
    take,
    comes: (name: string, remote: string): Promise<void> =>
      take(remote, () => {
        served.push(name);
        return Promise.resolve();
      }),
    turns: async (): Promise<void> => {
      for (const run of due.splice(0)) run();
      await settled();
    },
  };
}

test('one in a turn of the loop, however many came at once', async () => {
  const { comes, turns, served } = house();
  const all = ['a1', 'a2', 'a3'].map((name) => comes(name, 'a'));
  expect(served).toEqual([]);
  await turns();
  expect(served).toEqual(['a1']);
  await turns();
  expect(served).toEqual(['a1', 'a2']);
  await turns();
  await Promise.all(all);
  expect(served).toEqual(['a1', 'a2', 'a3']);
});

test('who comes behind the flood of another address is served next', async () => {
  const { comes, turns, served } = house();
  const all = [...['a1', 'a2', 'a3'].map((name) => comes(name, 'a')), comes('b1', 'b')];
  for (let n = 0; n < 4; n += 1) await turns();
  await Promise.all(all);
  expect(served).toEqual(['a1', 'b1', 'a2', 'a3']);
});

test('one address may have so many waiting, and all together so many; beyond they are refused at once', async () => {
  const { comes, turns } = house();
  const all = Array.from({ length: 4 }, (_, n) => comes(`a${n}`, 'a'));
  await expect(comes('a4', 'a')).rejects.toThrow('busy');
  all.push(comes('b', 'b'), comes('c', 'c'));
  await expect(comes('d', 'd')).rejects.toThrow('busy');
  for (let n = 0; n < 6; n += 1) await turns();
  await Promise.all(all);
  // There is room again.
  const last = comes('a5', 'a');
  await turns();
  await last;
});

test('whoever has to wait for the database holds up only so many, and who fails makes room too', async () => {
  const { take, turns, due, comes, served } = house({ ...LIMITS, atOnce: 1 });
  const { promise, reject } = Promise.withResolvers<null>();
  const slow = take('a', () => promise);
  await turns();
  const next = comes('b', 'b');
  expect(due).toEqual([]);
  reject(new Error('the disk is full'));
  await expect(slow).rejects.toThrow('the disk is full');
  await turns();
  await next;
  expect(served).toEqual(['b']);
});
