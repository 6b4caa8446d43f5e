import { describe, expect, test } from '@jest/globals';
import type { Reading } from '../../../../src/web/pages/guest/evening/action.ts';
import { staleAfter } from '../../../../src/web/pages/guest/evening/stale.ts';
import { createReader } from '../../../../src/web/pages/guest/reader.ts';
import { BEGINNING } from '../../../../src/web/pages/guest/evening/state.ts';
import type { State } from '../../../../src/web/pages/guest/evening/state.ts';
import { createSpread } from '../../../../src/web/pages/guest/spread.ts';
import type { Heard } from '../../../../src/web/pages/talk/said.ts';
import { ADA, after, event, heard, mine, music, party, place } from './evenings.ts';

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

test('two thousand phones ask at times of their own, and once for what they heard meanwhile', () => {
  const stale: Reading[] = [];
  const timers: { readonly ms: number; readonly then: () => void }[] = [];
  const spread = createSpread({
    stale: (readings) => stale.push(...readings),
    after: (ms, then) => timers.push({ ms, then }),
    chance: () => 0.5,
  });
  spread('QUEUE', 500);
  spread('QUEUE', 500);
  spread('MINE', 10_000);
  expect(timers.map(({ ms }) => ms)).toEqual([250, 5000]);
  timers[0]?.then();
  expect(stale).toEqual(['QUEUE']);
  spread('QUEUE', 500);
  expect(timers).toHaveLength(3);
  // Who waits from now on reads it as soon as others who wait, and once.
  spread('MINE', 500);
  timers[3]?.then();
  timers[1]?.then();
  expect(stale).toEqual(['QUEUE', 'MINE']);
});

describe('what is read anew', () => {
  const read = (heard: Heard, before: State = ADA): readonly (readonly [Reading, number])[] =>
    staleAfter(heard, before).map(({ reading, withinMs }) => [reading, withinMs]);
  const open = { link: 'open', party: party() } as const;

  test('at opening all, at once; after a loss all, each phone at its time', () => {
    expect(read({ link: 'lost' })).toEqual([]);
    const all = ['NOW', 'MINE', 'QUEUE', 'WISHES', 'HISTORY'];
    expect(read(open, BEGINNING)).toEqual(all.map((reading) => [reading, 0]));
    const shown = after([heard(event('NOW', music()))], ADA);
    expect(read(open, shown)).toEqual(all.map((reading) => [reading, 500]));
    expect(read({ link: 'open' }, shown)).toContainEqual(['PARTY', 500]);
  });

  test('when the line moves, by who waits in it sooner than by who does not', () => {
    const moves = event('QUEUE', { waiting: 3 });
    expect(read(moves)).toEqual([
      ['MINE', 10_000],
      ['QUEUE', 500],
    ]);
    expect(read(moves, after([mine(place(17, 2))], ADA))).toContainEqual(['MINE', 500]);
  });

  test('after the music, by who was on the stage', () => {
    expect(read(event('NOW', music()))).toEqual([]);
    const onStage = after([heard(event('NOW', music({ singer: 'Ada' })))], ADA);
    expect(read(event('NOW', music()), onStage)).toEqual([['HISTORY', 0]]);
  });

  test('when there is music where no party was: one has begun', () => {
    expect(read(event('NOW', music()), after([heard({ link: 'open', party: party({ on: false }) })]))).toEqual([
      ['PARTY', 500],
    ]);
    expect(read(event('LASTCALL', { minutes: 3 }))).toEqual([['PARTY', 500]]);
  });
});
