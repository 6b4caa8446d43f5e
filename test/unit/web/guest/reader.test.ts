import { expect, test } from '@jest/globals';
import type { Reading } from '../../../../src/web/pages/guest/evening/action.ts';
import { staleAfter } from '../../../../src/web/pages/guest/evening/stale.ts';
import { createReader } from '../../../../src/web/pages/guest/reader.ts';
import { event, music, party } from './evenings.ts';

type Came = 'read' | 'later' | 'lost';

/** A reader whose answers come when the test says so. */
function reading() {
  const read: { readonly reading: Reading; readonly came: (came: Came) => void }[] = [];
  const timers: (() => void)[] = [];
  const reader = createReader({
    read: (reading) => new Promise((came) => read.push({ reading, came })),
    after: (_ms, then) => timers.push(then),
    report(error) {
      throw error;
    },
  });
  return {
    reader,
    read: () => read.map(({ reading: each }) => each),
    timePasses: () => {
      for (const run of timers.splice(0)) run();
    },
    came: async (at: number, came: Came = 'read') => {
      read[at]?.came(came);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('what nobody looks at is not read until somebody does', async () => {
  const { reader, read, came } = reading();
  reader.look(['NOW']);
  reader.stale(['QUEUE', 'NOW']);
  await came(0);
  expect(read()).toEqual(['NOW']);
  reader.look(['NOW', 'QUEUE']);
  expect(read()).toEqual(['NOW', 'QUEUE']);
});

test('many changes are one reading, and one more for what changed meanwhile', async () => {
  const { reader, read, came } = reading();
  reader.look(['MINE']);
  for (let n = 0; n < 5; n += 1) reader.stale(['MINE']);
  expect(read()).toEqual(['MINE']);
  await came(0);
  expect(read()).toEqual(['MINE', 'MINE']);
  await came(1);
  expect(read()).toEqual(['MINE', 'MINE']);
});

test('a busy house is asked again a little later, and a lost connection not before it is back', async () => {
  const { reader, read, came, timePasses } = reading();
  reader.look(['MINE', 'NOW']);
  reader.stale(['MINE']);
  await came(0, 'later');
  timePasses();
  expect(read()).toEqual(['MINE', 'MINE']);
  await came(1, 'lost');
  timePasses();
  expect(read()).toHaveLength(2);
  reader.stale(['NOW']);
  expect(read()).toEqual(['MINE', 'MINE', 'MINE']);
});

test('events say what is to be read anew', () => {
  expect(staleAfter({ link: 'lost' }, null)).toEqual([]);
  expect(staleAfter({ link: 'open', party: party() }, null)).toEqual(['NOW', 'MINE', 'WISHES', 'QUEUE', 'HISTORY']);
  expect(staleAfter({ link: 'open' }, null)).toContain('PARTY');
  expect(staleAfter(event('QUEUE', { waiting: 3 }), party())).toEqual(['MINE', 'QUEUE']);
  expect(staleAfter(event('LASTCALL', { minutes: 3 }), party())).toEqual(['PARTY']);
  expect(staleAfter(event('NOW', music()), party())).toEqual(['HISTORY']);
  // Music where no party was: one has begun.
  expect(staleAfter(event('NOW', music()), party({ on: false }))).toEqual(['PARTY']);
});
