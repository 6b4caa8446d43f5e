/** undo, code and forget: what they answer and how the DJ reads it. */
import { describe, expect, test } from '@jest/globals';
import { print } from '../../../src/ctl/printers.ts';
import { createAnswers } from '../../../src/dj/answers.ts';
import type { TakenBack } from '../../../src/store/dj_line.ts';
import { fakeAsker, fakeDesk } from './fake_desk.ts';

const screen = { columns: 200, style: 'plain', nowMs: Date.UTC(2026, 10, 20, 20) } as const;
const wish = { wishId: 5, artist: 'ABBA', title: 'Waterloo' };
const undone: TakenBack = {
  is: 'undone',
  verb: 'found',
  who: 'tosho',
  atMs: screen.nowMs,
  ...wish,
  entryId: null,
  singer: null,
  state: 'wanted',
  told: 2,
};

describe('undo', () => {
  test('says what was taken back, of whom, and who had heard', async () => {
    const desk = fakeDesk({ undo: async () => undone });
    const answer = await createAnswers(desk)('undo', {}, fakeAsker());
    expect(answer).toMatchObject({
      ok: true,
      value: { undone: 'found', who: 'tosho', ...wish, state: 'wanted', told: 2 },
    });
    expect(desk.hints).toEqual(['wishes']);
    if (!answer.ok) return;
    const lines = print('undo', answer.value as never, screen);
    expect(lines[0]).toMatch(
      /^Taken back: found 5, ABBA - Waterloo, by tosho at \d\d:\d\d\. The wish is wanted again\.$/,
    );
    expect(lines[1]).toBe('2 guests had heard of it and will hear when it is found.');
  });

  test('with nothing to take back, or nothing left of it, it says so and hints nothing', async () => {
    const nothing = fakeDesk({ undo: async () => ({ is: 'nothing-to-undo' }) });
    expect(await createAnswers(nothing)('undo', {}, fakeAsker())).toMatchObject({ ok: false, code: 'failed' });
    const over = fakeDesk({ undo: async () => ({ ...undone, is: 'overtaken', verb: 'refuse' }) });
    expect(await createAnswers(over)('undo', {}, fakeAsker())).toMatchObject({
      ok: false,
      code: 'conflict',
      text: expect.stringMatching(
        /^The last was refuse 5, ABBA - Waterloo, and nothing of it stands: the wish is wanted\./,
      ),
    });
    expect([...nothing.hints, ...over.hints]).toEqual([]);
  });
});

describe('forget', () => {
  test('by the beginning of a name forgets nobody and names those who may be meant', async () => {
    const desk = fakeDesk({ forget: async () => ({ is: 'which-guest', guests: [{ id: 12, name: 'Ada' }] }) });
    expect(await createAnswers(desk)('forget', { guest: 'Ad' }, fakeAsker())).toMatchObject({
      ok: false,
      code: 'failed',
      text: expect.stringMatching(/^Nobody is called "Ad"; 12 Ada begins so\./),
    });
    expect(desk.hints).toEqual([]);
  });
});

test('the list of missing songs says what may be one, what came since first, and how to say so', () => {
  const row = { ...wish, state: 'wanted', askers: ['Ada'], firstAskedAtMs: 0, lastAskedAtMs: screen.nowMs } as const;
  const fetch = { fetchTries: 0, fetchReason: null, nextFetchAtMs: null };
  const near = [
    { songId: 902, artist: 'ABBA', title: 'Waterlo\u001b[31m', why: 'came' },
    { songId: 7, artist: 'Wang Chung', title: 'Waterloo', why: 'was-here' },
  ] as const;
  const lines = print('missing', { rows: [{ ...row, ...fetch, near }], total: 1, more: false, page: 1 }, screen);
  expect(lines.at(-1)).toBe(
    '5: maybe 902 ABBA - Waterlo[31m (new), or 7 Wang Chung - Waterloo: karaokectl found 5 902',
  );
});
