import { expect, test } from '@jest/globals';
import { createComparing } from '../../../src/librarian/compare.ts';
import { StoreBusy } from '../../../src/store/errors.ts';

/** A comparing on a clock of the test's: each answer of the store takes 300 ms, a pause as long as it says. */
function comparing(answers: readonly (number | Error)[]) {
  const seen = { asked: 0, hints: 0, warnings: 0, pauses: [] as number[] };
  let nowMs = 0;
  const left = [...answers];
  const comparing = createComparing({
    store: {
      compareWishes: async () => {
        seen.asked += 1;
        nowMs += 300;
        const answer = left.shift() ?? 0;
        if (answer instanceof Error) throw answer;
        return { compared: answer, proposed: answer > 1 ? 1 : 0, found: 0 };
      },
    },
    hint: () => (seen.hints += 1),
    monotonic: () => nowMs,
    pause: async (ms) => {
      seen.pauses.push(ms);
      nowMs += ms;
      await Promise.resolve();
    },
    warn: () => (seen.warnings += 1),
  });
  return { look: () => comparing.look(), seen };
}

test('compares until nothing is left, and tells of what it proposed', async () => {
  const { look, seen } = comparing([8, 1, 0]);
  await look();
  expect(seen).toMatchObject({ asked: 3, hints: 1, warnings: 0 });
});

test('rests nine times as long as it worked, and a second at least; what is said meanwhile is one more look', async () => {
  const { look, seen } = comparing([1, 0]);
  const first = look();
  for (let times = 0; times < 10; times += 1) void look();
  await first;
  expect(seen.asked).toBe(3);
  expect(seen.pauses).toEqual([0, 5_400, 2_700]);
});

test('a busy store is no defect: it is said, and the next look goes on', async () => {
  const { look, seen } = comparing([new StoreBusy('locked'), 8, 0]);
  await look();
  expect(seen).toMatchObject({ asked: 1, warnings: 1 });
  await look();
  expect(seen).toMatchObject({ asked: 3, hints: 1 });
  await expect(comparing([new Error('a bug')]).look()).rejects.toThrow('a bug');
});
