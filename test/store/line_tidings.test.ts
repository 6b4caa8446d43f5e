/** What a watcher reads of the line: who is next, who is not any more and why, and who ordered what. */
import { expect, test } from '@jest/globals';
import type { LineMark } from '../../src/store/line_tidings.ts';
import { evening, expectIs, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

/** Ada sings, Bo is announced, Cy waits. */
async function three() {
  const night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.waterloo, SONGS.hello]);
  const epoch = await night.store.takeEpoch();
  const [ada, bo, cy] = [await night.arrives('Ada'), await night.arrives('Bo'), await night.arrives('Cy')];
  const ids: number[] = [];
  for (const [at, { id }] of [ada, bo, cy].entries()) {
    const asked = await night.store.request({ guestId: id, key: null, what: { songId: at + 1 } });
    ids.push(expectIs(asked, 'queued').entryId);
    night.nowMs += 1_000;
  }
  const turn = await night.store.takeNext(epoch);
  const [first = 0, second = 0, third = 0] = ids;
  const mark = await night.store.lineTidings(null);
  return { night, epoch, bo, first, second, third, mark, playId: turn?.playId ?? 0 };
}

const after = (night: Evening, mark: LineMark) => night.store.lineTidings(mark);

test('says who is next and nothing of what was before', async () => {
  const { night, second, mark } = await three();
  using _ = night;
  expect(mark).toEqual({
    next: { entryId: second, singer: 'Bo', partner: null, artist: 'ABBA', title: 'Waterloo' },
    lastOrder: 0,
    orders: [],
    gone: null,
  });
  expect(await after(night, mark)).toEqual(mark);
});

test('the announced singer takes it back as the song before ends: gone, and another is next', async () => {
  const { night, epoch, bo, second, third, mark, playId } = await three();
  using _ = night;
  await night.store.cancel(bo.id, second);
  await night.store.endTurn(epoch, playId, 'sung');
  expect(await night.store.turn()).toMatchObject({ entryId: third });
  const news = await after(night, mark);
  expect(news).toMatchObject({ gone: { entryId: second, singer: 'Bo', why: 'cancelled' }, next: null });
  expect(await after(night, news)).toMatchObject({ gone: null });
});

test('who was called is not gone, nor who had no turn when the party ended', async () => {
  const { night, epoch, second, third, mark, playId } = await three();
  using _ = night;
  await night.store.endTurn(epoch, playId, 'sung');
  const called = await after(night, mark);
  expect(called).toMatchObject({ gone: null, next: { entryId: third } });
  await night.store.endPartyBy('dj', null);
  expect(second).not.toBe(third);
  expect(await after(night, called)).toMatchObject({ gone: null, next: null });
});

test('a connection that is lost for longer than the grace makes the announced one gone', async () => {
  const { night, epoch, bo, second, third, mark } = await three();
  using _ = night;
  await night.leaves(bo);
  night.nowMs += 300_000;
  await night.store.announce(epoch);
  expect(await after(night, mark)).toMatchObject({ gone: null, next: { entryId: second } });
  night.nowMs += 1;
  await night.store.announce(epoch);
  expect(await after(night, mark)).toMatchObject({ gone: { entryId: second, why: 'left' }, next: { entryId: third } });
});

test('orders are told with what they are about, once; what did nothing is none', async () => {
  const { night, epoch, first, third, mark } = await three();
  using _ = night;
  const skip = await night.store.orderPlayer('skip', 'tosho');
  await night.store.orderPlayer('resume', 'tosho');
  await night.store.removeEntry(third, 'mia');
  await night.store.say('Last round', 'mia');
  if (skip.is === 'nothing-plays') throw new Error(skip.is);
  await night.store.orderDone(epoch, skip.orderId, 'done');
  const { orders, ...mine } = await after(night, mark);
  expect(orders).toMatchObject([
    { who: 'tosho', verb: 'skip', entryId: first, singer: 'Ada', artist: 'Toto', title: 'Africa' },
    { who: 'tosho', verb: 'resume' },
    { who: 'mia', verb: 'remove', entryId: third, singer: 'Cy', artist: 'Adele', title: 'Hello' },
    { who: 'mia', verb: 'say', text: 'Last round', singer: null, artist: null },
  ]);
  expect((await after(night, { ...mine })).orders).toEqual([]);
});

test('a ban is one order, though the sessions have two; hiding, and taking it back, name the song', async () => {
  const { night, bo, mark } = await three();
  using _ = night;
  await night.store.ban('Bo too loud', 'tosho');
  await night.store.kick('Cy', 'tosho');
  await night.store.forget('Bo', 'tosho');
  await night.store.hide({ songId: 1 }, 'mia');
  await night.store.undo('mia');
  const africa = { artist: 'Toto', title: 'Africa', singer: null };
  expect((await after(night, mark)).orders).toMatchObject([
    { verb: 'ban', text: '', singer: 'somebody' },
    { verb: 'kick', singer: 'Cy' },
    { verb: 'forget' },
    { verb: 'hide', text: '1', ...africa },
    { verb: 'undo', text: 'hide 1', ...africa },
  ]);
  expect(bo.id).toBeGreaterThan(0);
});

test('the digest is another one when only time has passed and somebody no longer counts as here', async () => {
  const { night, bo } = await three();
  using _ = night;
  const one = await night.store.lineDigest();
  expect(await night.store.lineDigest()).toEqual(one);
  await night.leaves(bo);
  const lost = await night.store.lineDigest();
  expect(lost.guests).not.toBe(one.guests);
  night.nowMs += 300_001;
  const gone = await night.store.lineDigest();
  expect(gone.line).not.toBe(lost.line);
  expect(gone.guests).not.toBe(lost.guests);
});
