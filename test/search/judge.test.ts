import { describe, expect, test } from '@jest/globals';
import type { Named } from '../../src/party/model.ts';
import { judge, recallAt1, recallAt5, wronglySure } from './judge.ts';
import type { Query } from './queries.ts';
import { reportOf } from './report.ts';

const song = (name: string): Named => {
  const [artist = '', title = ''] = name.split(' - ');
  return { artist, title };
};
const query = (typed: string, ...expected: readonly string[]): Query => ({
  kind: expected.length === 0 ? 'absent' : 'exact',
  typed,
  expected: expected.map(song),
});

/** A catalogue that answers what it is told to: found songs, and the one that is queued. */
const answering = (
  answers: Readonly<Record<string, { readonly found?: readonly string[]; readonly queued?: string }>>,
) => ({
  search: async (typed: string) => (answers[typed]?.found ?? []).map(song),
  decide: async (typed: string) => {
    const queued = answers[typed]?.queued;
    return queued === undefined ? null : song(queued);
  },
});

describe('what a search is worth', () => {
  test('first, among five, and too far down are told apart', async () => {
    const others = ['A - 1', 'A - 2', 'A - 3', 'A - 4'];
    const verdict = await judge(
      [query('one', 'Toto - Africa'), query('two', 'Toto - Africa'), query('three', 'Toto - Africa')],
      answering({
        one: { found: ['Toto - Africa'] },
        two: { found: [...others, 'Toto - Africa'] },
        three: { found: [...others, 'A - 5', 'Toto - Africa'] },
      }),
    );
    expect(verdict.all).toMatchObject({ asked: 3, here: 3, foundFirst: 1, foundInFive: 2 });
    expect([recallAt1(verdict.all), recallAt5(verdict.all)]).toEqual([1 / 3, 2 / 3]);
    expect(verdict.failures.map(({ query, failed }) => `${query.typed}: ${failed}`)).toEqual(['three: not found']);
  });

  test('another spelling of the song, another that was as right, and any song of an artist are right', async () => {
    const verdict = await judge(
      [query('a', 'Toto - Africa'), query('b', 'Queen - One', 'Oasis - Two'), query('c', 'Eminem - *')],
      answering({
        a: { found: ['TOTO - AFRICA'] },
        b: { found: ['Oasis - Two'] },
        c: { found: ['Eminem feat. Rihanna - Love the Way You Lie'] },
      }),
    );
    expect(recallAt1(verdict.all)).toBe(1);
  });

  test('a request that queues another song is surely wrong, and so is one for a song that is not here', async () => {
    const verdict = await judge(
      [query('right', 'Toto - Africa'), query('wrong', 'Toto - Africa'), query('absent'), query('asked back')],
      answering({
        right: { found: ['Toto - Africa'], queued: 'Toto - Africa' },
        wrong: { found: ['Toto - Africa'], queued: 'Toto - Rosanna' },
        absent: { queued: 'Toto - Africa' },
      }),
    );
    expect(verdict.all).toMatchObject({ asked: 4, here: 2, surelyRight: 1, surelyWrong: 2 });
    expect(wronglySure(verdict.all)).toBe(0.5);
    expect(verdict.byKind.get('absent')).toMatchObject({ asked: 2, here: 0, surelyWrong: 1 });
  });

  test('what was never asked has not failed', async () => {
    const verdict = await judge([], answering({}));
    expect([recallAt1(verdict.all), recallAt5(verdict.all), wronglySure(verdict.all)]).toEqual([1, 1, 0]);
  });

  test('the report names each kind, and each failure with what came instead', async () => {
    const verdict = await judge(
      [query('tto africa', 'Toto - Africa'), query('nothing like it')],
      answering({ 'tto africa': { found: ['Oasis - Two'] }, 'nothing like it': { queued: 'Oasis - Two' } }),
    );
    const report = reportOf(verdict).split('\n');
    expect(report[1]).toMatch(/^exact +1 +0\.0 % +0\.0 % +0 +0$/u);
    expect(report).toContain('wrongly sure: 50.0 % of all requests');
    expect(report).toContain('not found (exact): tto africa -> Oasis - Two, meant Toto - Africa');
    expect(report).toContain('surely wrong (absent): nothing like it -> Oasis - Two');
  });
});
