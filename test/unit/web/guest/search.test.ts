import { expect, test } from '@jest/globals';
import { createSearch } from '../../../../src/web/pages/guest/search.ts';
import type { Found } from '../../../../src/web/pages/guest/search.ts';
import { Lost } from '../../../../src/web/pages/talk/lost.ts';
import type { Answer, Final } from '../../../../src/web/pages/talk/said.ts';
import { answer, err, ok } from './evenings.ts';

/** A search whose pauses end and whose answers come when the test says so. */
function searching() {
  const asked: { readonly line: string; readonly answered: (answer: Answer) => void; readonly lost: () => void }[] = [];
  const found: (Found | null)[] = [];
  let pause: (() => void) | null = null;
  const search = createSearch({
    say: (line) =>
      new Promise((answered, refuse) => {
        asked.push({
          line,
          answered,
          lost() {
            refuse(new Lost('gone'));
          },
        });
      }),
    found: (each) => found.push(each),
    after(_ms, then) {
      pause = then;
      return {
        cancel() {
          pause = null;
        },
      };
    },
  });
  return {
    search,
    found,
    lines: () => asked.map(({ line }) => line),
    pausePasses: () => {
      pause?.();
    },
    answer: async (at: number, total: number) => {
      asked[at]?.answered(answer(ok('SEARCH', { shown: 0, total, more: false, page: 1 })));
      await settled();
    },
    refuse: async (at: number, final: Final) => {
      asked[at]?.answered(answer(final));
      await settled();
    },
    lose: async (at: number) => {
      asked[at]?.lost();
      await settled();
    },
  };
}

/** All that an answer sets off has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('nothing is asked before somebody stops typing, and then only the last', async () => {
  const { search, pausePasses, lines, found, answer: answered } = searching();
  for (const text of ['q', 'qu', 'que']) search.typed(text);
  expect(lines()).toEqual([]);
  pausePasses();
  expect(lines()).toEqual(['SEARCH size=20 que']);
  await answered(0, 7);
  expect(found).toMatchObject([{ words: 'que', total: 7 }]);
});

test('one question at a time: what is typed meanwhile is asked when it is answered', async () => {
  const { search, pausePasses, lines, found, answer: answered } = searching();
  search.typed('que');
  pausePasses();
  search.typed('queen');
  pausePasses();
  expect(lines()).toHaveLength(1);
  await answered(0, 7);
  expect(lines()).toEqual(['SEARCH size=20 que', 'SEARCH size=20 queen']);
  await answered(1, 3);
  expect(found).toMatchObject([{ words: 'que' }, { words: 'queen', total: 3 }]);
});

test('an answer for what was cleared meanwhile is not shown', async () => {
  const { search, pausePasses, found, answer: answered } = searching();
  search.typed('que');
  pausePasses();
  search.typed('');
  await answered(0, 7);
  expect(found).toEqual([null]);
});

test('what was cleared while it was asked is asked anew when it is typed anew', async () => {
  const { search, pausePasses, lines, found, answer: answered } = searching();
  search.typed('que');
  pausePasses();
  search.typed('');
  await answered(0, 7);
  search.typed('que');
  pausePasses();
  expect(lines()).toHaveLength(2);
  await answered(1, 7);
  expect(found).toMatchObject([null, { words: 'que', total: 7 }]);
});

test('a house too busy to search is asked again, a little later or as soon as somebody presses Enter', async () => {
  const { search, pausePasses, lines, found, refuse, answer: answered } = searching();
  search.typed('que');
  pausePasses();
  await refuse(0, err(450, 'BUSY'));
  expect(lines()).toHaveLength(1);
  pausePasses();
  await refuse(1, err(450, 'BUSY'));
  search.now();
  await answered(2, 7);
  expect(lines()).toHaveLength(3);
  expect(found).toMatchObject([{ words: 'que', total: 7 }]);
});

test('words that the house refuses are not said again and again', async () => {
  const { search, pausePasses, lines, refuse } = searching();
  search.typed('que');
  pausePasses();
  await refuse(0, err(501, 'BAD_VALUE'));
  search.now();
  expect(lines()).toHaveLength(1);
});

test('the same words typed anew are asked anew', async () => {
  const { search, pausePasses, lines, answer: answered } = searching();
  search.typed('que');
  pausePasses();
  await answered(0, 7);
  search.typed('');
  search.typed('que');
  pausePasses();
  expect(lines()).toHaveLength(2);
});

test('a lost question is asked again when the connection is back', async () => {
  const { search, pausePasses, lines, found, lose, answer: answered } = searching();
  search.typed('que');
  pausePasses();
  await lose(0);
  expect(found).toEqual([]);
  search.now();
  expect(lines()).toHaveLength(2);
  await answered(1, 7);
  search.now();
  expect(lines()).toHaveLength(2);
});

test('more is the same search with more rows, a hundred at most', async () => {
  const { search, pausePasses, lines, answer: answered } = searching();
  search.typed('love');
  pausePasses();
  await answered(0, 500);
  for (const at of [1, 2, 3]) {
    search.more();
    await answered(at, 500);
  }
  expect(lines()).toEqual(['SEARCH size=20 love', 'SEARCH size=60 love', 'SEARCH size=100 love']);
});
