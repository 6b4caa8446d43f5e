import { describe, expect, test } from '@jest/globals';
import { createActs } from '../../../../src/web/pages/guest/acts.ts';
import { createEvening } from '../../../../src/web/pages/guest/evening/evening.ts';
import type { Reading } from '../../../../src/web/pages/guest/evening/action.ts';
import { Lost } from '../../../../src/web/pages/talk/lost.ts';
import type { Answer } from '../../../../src/web/pages/talk/said.ts';
import { answer, err, ok } from './evenings.ts';

const QUEEN = { songId: 731, artist: 'Queen', title: 'Bohemian Rhapsody' };

/** Acts whose house answers when the test says so. */
function acting() {
  const said: { readonly line: string; readonly answered: (answer: Answer) => void; readonly lost: () => void }[] = [];
  const stale: Reading[] = [];
  const opens: (() => void)[] = [];
  const evening = createEvening();
  const say = (line: string): Promise<Answer> =>
    new Promise((answered, refuse) => {
      said.push({
        line,
        answered,
        lost() {
          refuse(new Lost('gone'));
        },
      });
    });
  const acts = createActs({
    talk: {
      say,
      request: (what, { with: partner, song } = {}) =>
        say(`REQUEST ${partner === undefined ? '' : `with=${partner} `}${what} (${song?.title ?? ''})`),
      hello: (name, code) => say(`HELLO ${name} ${String(code)}`),
    },
    evening,
    stale: (readings) => stale.push(...readings),
    opened: () => new Promise<void>((resolve) => opens.push(resolve)),
    report(error) {
      throw error;
    },
  });
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    acts,
    evening,
    stale,
    lines: () => said.map(({ line }) => line),
    answer: async (at: number, with_: Answer) => {
      said[at]?.answered(with_);
      await settled();
    },
    lose: async (at: number) => {
      said[at]?.lost();
      await settled();
    },
    connectionIsBack: async () => {
      for (const open of opens.splice(0)) open();
      await settled();
    },
  };
}

describe('a double tap is one', () => {
  test('until it is answered; then it may be meant again', async () => {
    const { acts, lines, answer: answered } = acting();
    acts.request(QUEEN, null);
    acts.request(QUEEN, null);
    acts.cancel(17);
    acts.cancel(17);
    expect(lines()).toEqual(['REQUEST 731 (Bohemian Rhapsody)', 'CANCEL 17']);
    await answered(0, answer(ok('QUEUED', { song_id: 731 })));
    acts.request(QUEEN, 'Bo K');
    expect(lines()).toHaveLength(3);
    expect(lines()[2]).toBe('REQUEST with=Bo K 731 (Bohemian Rhapsody)');
  });
});

describe('the connection is lost before the answer', () => {
  test('what may be said twice is said again', async () => {
    const { acts, lines, lose, answer: answered, connectionIsBack, evening, stale } = acting();
    acts.cancel(17);
    await lose(0);
    expect(lines()).toHaveLength(1);
    await connectionIsBack();
    expect(lines()).toEqual(['CANCEL 17', 'CANCEL 17']);
    // It was done the first time: no word of a refusal.
    await answered(1, answer(err(550, 'NOT_FOUND')));
    expect(evening.state.outcome).toBeNull();
    expect(stale).toContain('MINE');
  });

  test('a wish is under way until it is answered, as a request is, and a refusal is one of a wish', async () => {
    const { acts, lines, lose, answer: answered, connectionIsBack, evening } = acting();
    acts.wish({ artist: 'Nobody', title: 'Unknown' });
    await lose(0);
    expect(evening.state.asks).toMatchObject([{ wanted: { artist: 'Nobody', title: 'Unknown' } }]);
    await connectionIsBack();
    expect(lines()).toEqual(['WISH Nobody - Unknown', 'WISH Nobody - Unknown']);
    await answered(1, answer(err(552, 'LIMIT', { limit: 100 })));
    expect(evening.state).toMatchObject({ asks: [], outcome: { is: 'refused', doing: 'wish' } });
  });

  test('an exchange is not: said twice it is none', async () => {
    const { acts, lines, lose, connectionIsBack, stale } = acting();
    acts.swap(17, 18);
    await lose(0);
    await connectionIsBack();
    expect(lines()).toEqual(['SWAP 17 18']);
    expect(stale).toEqual(['MINE']);
  });

  test('a request that will not be repeated is told', async () => {
    const { acts, lose, evening } = acting();
    acts.request(QUEEN, null);
    expect(evening.state.asks).toHaveLength(1);
    await lose(0);
    expect(evening.state).toMatchObject({ asks: [], outcome: { is: 'gone', wanted: QUEEN } });
  });
});

test('a refused name leaves who speaks as they were', async () => {
  const { acts, answer: answered, evening } = acting();
  const first = acts.hello(' Ada ', null);
  await answered(0, answer(ok('HELLO', { guest_id: 12, name: 'Ada', code: '7KQ4M2', away: false })));
  expect(await first).toBeNull();
  const second = acts.hello('Bo', null);
  await answered(1, answer(err(531, 'NAME_TAKEN', { name: 'Bo', like: null, example: 'Bo K' })));
  expect(await second).toMatchObject({ word: 'NAME_TAKEN', example: 'Bo K' });
  expect(evening.state).toMatchObject({ me: { name: 'Ada' }, outcome: null });
});
