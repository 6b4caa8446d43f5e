import { expect, test } from '@jest/globals';
import { createAnswers } from '../../../src/dj/answers.ts';
import { lineEvents } from '../../../src/dj/line_events.ts';
import type { LineSeen } from '../../../src/dj/line_events.ts';
import type { LineTidings, NextUp, OrderNews } from '../../../src/store/line_tidings.ts';
import { fakeAsker, fakeDesk, noLibrary, noWishes, quietLine, silence } from './fake_desk.ts';

const ada: NextUp = { entryId: 17, singer: 'Ada', partner: null, artist: 'Toto', title: 'Africa' };
const bo: NextUp = { entryId: 18, singer: 'Bo', partner: 'Cy', artist: 'ABBA', title: 'Waterloo' };
const africa = { queueId: 17, singer: 'Ada', with: null, artist: 'Toto', title: 'Africa' };
const waterloo = { queueId: 18, singer: 'Bo', with: 'Cy', artist: 'ABBA', title: 'Waterloo' };
const nobody = { queueId: null, singer: null, with: null, artist: null, title: null };

function seen(tidings: Partial<LineTidings> = {}, digest = 'a', guests = '', waiting = 2): LineSeen {
  const none = { next: null, gone: null, orders: [], lastOrder: 0 };
  return { tidings: { ...none, ...tidings }, digest: { line: digest, guests }, waiting };
}

const order: OrderNews = {
  orderId: 1,
  atMs: 0,
  who: 'tosho',
  verb: 'skip',
  text: '',
  entryId: 17,
  wishId: null,
  singer: 'Ada',
  artist: 'Toto',
  title: 'Africa',
};

test('who begins to watch hears how many wait and who is next, and nothing that has happened', () => {
  expect(lineEvents(null, seen({ next: ada }))).toEqual([
    { event: 'queue', waiting: 2 },
    { event: 'next', ...africa },
  ]);
  expect(lineEvents(null, seen())).toContainEqual({ event: 'next', ...nobody });
});

test('another order is told though as many wait; the same line is not', () => {
  expect(lineEvents(seen(), seen({}, 'b'))).toEqual([{ event: 'queue', waiting: 2 }]);
  expect(lineEvents(seen(), seen({}, 'a', '', 3))).toEqual([{ event: 'queue', waiting: 3 }]);
  expect(lineEvents(seen(), seen())).toEqual([]);
  expect(lineEvents(seen(), seen({}, 'a', '1 away'))).toEqual([{ event: 'guests' }]);
});

test('who is next no more is told before who is next instead', () => {
  expect(lineEvents(seen({ next: ada }), seen({ next: bo, gone: { ...ada, why: 'away' } }))).toEqual([
    { event: 'gone', ...africa, why: 'away' },
    { event: 'next', ...waterloo },
  ]);
  expect(lineEvents(seen({ next: ada }), seen({ gone: { ...ada, why: 'cancelled' } }))).toEqual([
    { event: 'gone', ...africa, why: 'cancelled' },
    { event: 'next', ...nobody },
  ]);
});

test('orders say who ordered what about what; a sentence to everybody is one of its own', () => {
  const ordered = (...orders: readonly Partial<OrderNews>[]) =>
    lineEvents(seen(), seen({ orders: orders.map((one) => ({ ...order, ...one })) }));
  const noSong = { entryId: null, singer: null, artist: null, title: null };
  const wish = { ...noSong, wishId: 5, artist: 'ABBA', title: 'Waterloo' };
  expect(
    ordered(
      { verb: 'skip' },
      { verb: 'move', text: '1' },
      { ...wish, verb: 'refuse', text: 'not in print' },
      { ...noSong, verb: 'kick', singer: 'Bo', text: '' },
      { ...noSong, verb: 'party-start', text: 'Friday' },
      { verb: 'hide', entryId: null, singer: null, text: '343' },
      { verb: 'undo', text: 'move 1' },
      { verb: 'undo', entryId: null, singer: null, text: 'hide 343' },
      { ...noSong, verb: 'undo', singer: 'Bo', text: 'ban too loud' },
      { verb: 'undo', text: 'skip' },
      { ...noSong, verb: 'say', text: 'Last round' },
    ),
  ).toEqual([
    { event: 'order', who: 'tosho', verb: 'skip', text: '17 Toto - Africa (Ada)' },
    { event: 'order', who: 'tosho', verb: 'move', text: '17 Toto - Africa (Ada): place 1' },
    { event: 'order', who: 'tosho', verb: 'refuse', text: '5 ABBA - Waterloo: not in print' },
    { event: 'order', who: 'tosho', verb: 'kick', text: 'Bo' },
    { event: 'order', who: 'tosho', verb: 'party start', text: 'Friday' },
    { event: 'order', who: 'tosho', verb: 'hide', text: 'Toto - Africa: song 343' },
    { event: 'order', who: 'tosho', verb: 'undo', text: '17 Toto - Africa (Ada): move, place 1' },
    { event: 'order', who: 'tosho', verb: 'undo', text: 'Toto - Africa: hide, song 343' },
    { event: 'order', who: 'tosho', verb: 'undo', text: 'Bo: ban, too loud' },
    { event: 'order', who: 'tosho', verb: 'undo', text: '17 Toto - Africa (Ada): skip' },
    { event: 'said', who: 'tosho', text: 'Last round' },
  ]);
});

test('the line is looked at once a second at most, by all who watch together', async () => {
  let time = 0;
  let digests = 0;
  const overviews = { of: 0, enough: Promise.withResolvers<undefined>() };
  const desk = fakeDesk(
    {
      overview: async () => {
        overviews.of += 1;
        // Six looks within a second, then some after it.
        if (overviews.of === 6) time = 1_000;
        if (overviews.of === 12) overviews.enough.resolve(undefined);
        setImmediate(desk.bell.ring);
        return { party: null, now: silence, waiting: 0, songs: 0, missing: 0, connections: 0, namedGuests: 0 };
      },
      library: async () => noLibrary,
      wishTidings: async () => noWishes,
      lastProposal: async () => 0,
      proposalsAfter: async () => [],
      ...quietLine,
      lineDigest: async () => {
        digests += 1;
        return { line: String(digests), guests: '' };
      },
    },
    { clock: () => time },
  );
  const askers = [fakeAsker(), fakeAsker()];
  const answer = createAnswers(desk);
  const watched = askers.map((asker) => answer('watch', {}, asker));
  await overviews.enough.promise;
  for (const asker of askers) asker.leave();
  desk.bell.ring();
  await Promise.all(watched);
  expect(digests).toBe(2);
});
