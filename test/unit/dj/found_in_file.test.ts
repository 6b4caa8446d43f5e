import { describe, expect, test } from '@jest/globals';
import { createAnswers } from '../../../src/dj/answers.ts';
import type { PathLook } from '../../../src/dj/desk.ts';
import type { JobView } from '../../../src/store/dj.ts';
import type { WishNow } from '../../../src/store/tidings.ts';
import { fakeAsker, workingDesk } from './fake_desk.ts';

describe('found, with a file', () => {
  const wish: WishNow = { wishId: 5, artist: 'ABBA', title: 'Waterloo', state: 'wanted', askers: 2, songId: null };
  const brought = (found: boolean): JobView => ({
    kind: 'bring',
    state: 'done',
    result: { kind: 'bring', songId: 902, artist: 'Abba', title: 'Waterloo', added: true, found },
  });
  const find = (views: readonly JobView[], states: readonly (WishNow['state'] | null)[], look: PathLook = 'file') => {
    const left = [...states];
    const desk = workingDesk(
      views,
      {
        wishNow: async () => {
          const state = left.shift() ?? null;
          return state === null ? null : { ...wish, state, songId: state === 'found' ? 902 : null };
        },
        askBring: async (file, wishId, who) => {
          expect([file, wishId, who]).toEqual(['/new/w.zip', 5, 'dj']);
          return 9;
        },
      },
      look,
    );
    return createAnswers(desk)('found', { wish: 5, 'song-or-file': '/new/w.zip' }, fakeAsker());
  };

  test('is answered like found with a number, by the name of the wish', async () => {
    expect(await find([brought(true)], ['wanted', 'found'])).toEqual({
      ok: true,
      verdict: 'done',
      value: { wishId: 5, songId: 902, artist: 'ABBA', title: 'Waterloo', askers: 2 },
    });
  });

  test('reads no file for a wish that is not there or at its end', async () => {
    expect(await find([], [null])).toMatchObject({
      ok: false,
      code: 'failed',
      text: expect.stringMatching(/no wish 5/),
    });
    expect(await find([], ['found'])).toMatchObject({
      ok: false,
      code: 'conflict',
      text: 'Wish 5, ABBA - Waterloo, is found already.',
    });
  });

  test('says so when the file is no song, or somebody was faster', async () => {
    const why = 'The zip is cut off.';
    expect(await find([{ kind: 'bring', state: 'failed', why }], ['wanted'])).toMatchObject({ ok: false, text: why });
    expect(await find([brought(false)], ['wanted', 'withdrawn'])).toMatchObject({
      ok: false,
      code: 'conflict',
      text: 'Wish 5, ABBA - Waterloo, is withdrawn already.',
    });
  });

  test.each<[PathLook, RegExp]>([
    ['absent', /^There is no file "\/new\/w\.zip"\. Is it spelt like that\?$/],
    ['folder', /^"\/new\/w\.zip" is a folder\. Name one file of it/],
    ['denied', /may not read "\/new\/w\.zip"\. Make it readable/],
  ])('sends nobody to a path where what lies is %s', async (look, text) => {
    expect(await find([], ['wanted'], look)).toMatchObject({
      ok: false,
      code: 'failed',
      text: expect.stringMatching(text),
    });
  });
});
