import { describe, expect, test } from '@jest/globals';
import { runMenu } from '../../../src/ctl/menu.ts';
import type { Typed } from '../../../src/ctl/program.ts';
import { verbNames, verbTable } from '../../../src/dj/verbs.ts';

/** Plays an evening at the menu: what is typed, line by line; the input is over after the last. */
async function evening(...typed: string[]): Promise<{ performed: Typed[]; printed: string; unread: number }> {
  const performed: Typed[] = [];
  const printed: string[] = [];
  const lines = [...typed];
  await runMenu(
    {
      ask: async (prompt) => {
        printed.push(prompt);
        return lines.shift() ?? null;
      },
      print: (more) => printed.push(...more),
    },
    async (verb) => {
      performed.push(verb);
    },
  );
  return { performed, printed: printed.join('\n'), unread: lines.length };
}

/** The number that stands beside a label. */
async function numberOf(label: string): Promise<string> {
  const { printed } = await evening();
  return new RegExp(`(\\d+) {2}${label}`).exec(printed)?.[1] ?? `no "${label}" in the menu`;
}

describe('the menu', () => {
  test('has a line for each verb with a label, and for leaving', async () => {
    const { printed } = await evening();
    for (const verb of verbNames) expect(printed).toContain(verbTable[verb].menu?.label ?? '');
    for (const wanted of [
      'Start the party',
      'End the party',
      'All songs',
      'Requests',
      'Missing songs',
      'Connected clients',
      'Quit',
    ]) {
      expect(printed).toContain(wanted);
    }
  });

  test('does what is chosen and comes back', async () => {
    const queue = await numberOf('Requests');
    expect((await evening(queue, queue)).performed).toEqual([
      { verb: 'queue', given: {} },
      { verb: 'queue', given: {} },
    ]);
  });

  test('asks for what a verb needs, and leaves out what is not said', async () => {
    const say = await numberOf('Say something');
    expect((await evening(say, 'Hello all')).performed).toEqual([{ verb: 'say', given: { text: 'Hello all' } }]);
    expect((await evening(say, '')).performed).toEqual([]);
    const start = await numberOf('Start the party');
    expect((await evening(start, '')).performed).toEqual([{ verb: 'party start', given: { name: null } }]);
  });

  test('does not end a party because of a slip', async () => {
    const end = await numberOf('End the party');
    expect((await evening(end, '')).performed).toEqual([]);
    expect((await evening(end)).performed).toEqual([]);
    expect((await evening(end, 'y')).performed).toEqual([{ verb: 'party end', given: {} }]);
  });

  test.each([['0'], ['q'], ['quit'], ['Q']])('is left with %s', async (word) => {
    expect((await evening(word, 'unread')).unread).toBe(1);
  });

  test('is left when the input is over, also in the middle of a question', async () => {
    const say = await numberOf('Say something');
    expect((await evening()).performed).toEqual([]);
    expect((await evening(say)).performed).toEqual([]);
  });

  test('teaches whoever types something else', async () => {
    for (const odd of ['99', '-1', 'songs', '1.5']) {
      const { performed, printed } = await evening(odd);
      expect(performed).toEqual([]);
      expect(printed).toContain('Type a number from 0');
    }
  });
});
