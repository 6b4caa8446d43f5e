import { expect, test } from '@jest/globals';
import { print } from '../../../src/ctl/printers.ts';
import type { Screen } from '../../../src/ctl/table.ts';
import { createAnswers } from '../../../src/dj/answers.ts';
import type { FetchOrder } from '../../../src/store/fetch.ts';
import { fakeAsker, fakeDesk } from './fake_desk.ts';

const screen: Screen = { columns: Infinity, style: 'plain', nowMs: new Date(2026, 10, 20, 21).getTime() };
const waterloo = { artist: 'ABBA', title: 'Waterloo' };
const answering = (order: FetchOrder) => {
  const desk = fakeDesk({ askFetch: async () => order });
  return { desk, answer: () => createAnswers(desk)('fetch', { wish: 5 }, fakeAsker()) };
};

test('an order to fetch says whether it begins at once, and wakes the librarian', async () => {
  for (const [outcome, sentence] of [
    ['started', 'Wish 5, ABBA - Waterloo, is being fetched. What comes of it: karaokectl watch'],
    ['queued', 'Wish 5, ABBA - Waterloo, is fetched next; others come before it. To look on: karaokectl watch'],
  ] as const) {
    const { desk, answer } = answering({ is: outcome, ...waterloo });
    const value = { wishId: 5, ...waterloo, outcome };
    expect(await answer()).toEqual({ ok: true, verdict: 'done', value });
    expect(desk.hints).toEqual(['wishes']);
    expect(print('fetch', value, screen)).toEqual([sentence]);
  }
});

test('one that cannot be is refused with what to do, and nobody is woken', async () => {
  const found = answering({ is: 'already', state: 'found', ...waterloo });
  expect(await found.answer()).toMatchObject({ code: 'conflict', text: 'Wish 5, ABBA - Waterloo, is found already.' });
  const unknown = answering({ is: 'no-such-wish' });
  expect(await unknown.answer()).toMatchObject({ code: 'failed', text: expect.stringContaining('karaokectl missing') });
  expect([...found.desk.hints, ...unknown.desk.hints]).toEqual([]);
});

test('without a command the refusal says how to set one, and the store is not asked', async () => {
  const desk = fakeDesk({}, { canFetch: () => false });
  expect(await createAnswers(desk)('fetch', { wish: 5 }, fakeAsker())).toMatchObject({
    code: 'failed',
    text: expect.stringMatching(/fetch\.command is not set.*\[fetch\] command = .*kill -HUP/),
  });
});

test('the list of missing songs says what was tried, why it failed and when it is tried again', () => {
  const wish = {
    ...waterloo,
    askers: ['Ada'],
    firstAskedAtMs: 0,
    lastAskedAtMs: screen.nowMs,
    state: 'wanted',
    near: [],
  } as const;
  const tried = {
    fetchTries: 2,
    fetchReason: 'the program ended with code 1: \u001b[31mno',
    nextFetchAtMs: screen.nowMs + 240_000,
  };
  const rows = [
    { wishId: 4, ...wish, fetchTries: 0, fetchReason: null, nextFetchAtMs: null },
    { wishId: 5, ...wish, ...tried },
    { wishId: 6, ...wish, ...tried, fetchTries: 1, nextFetchAtMs: screen.nowMs },
  ];
  const lines = print('missing', { rows, total: 3, more: false, page: 1 }, screen);
  expect(lines.slice(4)).toEqual([
    '5: fetched 2 times in vain, again at 21:04: the program ended with code 1: [31mno',
    '6: fetched 1 time in vain, again now: the program ended with code 1: [31mno',
  ]);
});
