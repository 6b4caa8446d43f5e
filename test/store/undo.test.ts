/** The DJ takes back what was decided about a wish. */
import { expect, test } from '@jest/globals';
import type { Store } from '../../src/store/store.ts';
import { EPOCH, evening, expectIs, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const wished = async (night: Evening, guestId: number, text = 'ABBA - Waterlooo') =>
  expectIs(await night.store.wish({ guestId, text }), 'wished').wishId;

const stateOf = async (night: Evening, guestId: number) =>
  (await night.store.wishes(guestId)).wishes.map(({ state, songId, reason }) => ({ state, songId, reason }));

/** The wish rows of somebody's next HELLO, which is told. */
async function hears(night: Evening, guest: { readonly name: string; readonly code: string }) {
  const outcome = await night.store.hello({
    words: guest.name,
    code: guest.code,
    as: null,
    remote: '::1',
    connection: { epoch: EPOCH, seat: 500 },
    mayMakeNew: false,
  });
  const news = expectIs(outcome, 'back').rows.flatMap((one) => (one.kind === 'wish' ? [one] : []));
  await night.store.markTold(news);
  return news.map(({ state, songId, reason }) => ({ state, songId, reason }));
}

const WANTED = [{ state: 'wanted', songId: null, reason: null }];

test('a find is taken back once: the wish is wanted again, who had not heard never will, and the true find is told to all', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const wishId = await wished(night, ada.id);
  await wished(night, bo.id);
  await night.store.found(wishId, 1, 'tosho');
  const before = await night.store.lastWishSerial();
  expect(await hears(night, ada)).toEqual([{ state: 'found', songId: 1, reason: null }]);
  const saidAtMs = night.nowMs;
  night.nowMs += 5_000;
  expect(await night.store.undo('root')).toEqual({
    is: 'undone',
    verb: 'found',
    who: 'tosho',
    atMs: saidAtMs,
    entryId: null,
    wishId,
    singer: null,
    artist: 'ABBA',
    title: 'Waterlooo',
    state: 'wanted',
    told: 1,
  });
  expect(await stateOf(night, ada.id)).toEqual(WANTED);
  expect(await hears(night, ada)).toEqual([]);
  expect(await hears(night, bo)).toEqual([]);
  expect(await night.store.wishNewsAfter(0, [ada.id, bo.id])).toEqual([]);
  expect(await night.store.undo('root')).toEqual({ is: 'nothing-to-undo' });

  await night.store.importRows([SONGS.waterloo]);
  await night.store.found(wishId, 2, 'root');
  expect(await night.store.lastWishSerial()).toBeGreaterThan(before);
  for (const each of [ada, bo]) expect(await hears(night, each)).toEqual([{ state: 'found', songId: 2, reason: null }]);
});

test('a refusal is taken back, and whoever asks again hears the answer before it, if there was one', async () => {
  using night = await evening();
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const wishId = await wished(night, ada.id);
  await night.store.refuse(wishId, 'no licence', 'root');
  await wished(night, ada.id);
  await night.store.refuse(wishId, 'typo in this reason', 'root');
  expect(await night.store.undo('root')).toMatchObject({ is: 'undone', verb: 'refuse', state: 'wanted', told: 0 });
  expect(await night.store.wish({ guestId: bo.id, text: 'ABBA - Waterlooo' })).toMatchObject({
    askers: 2,
    refusedBefore: 'no licence',
  });
  expect(await hears(night, ada)).toEqual([]);
});

test('what no longer stands is not undone and does not hide what was done before it', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const ada = await night.arrives('Ada');
  const first = await wished(night, ada.id, 'One - One');
  const second = await wished(night, ada.id, 'Two - Two');
  await night.store.found(first, 1, 'root');
  await night.store.refuse(second, 'no', 'root');
  await wished(night, ada.id, 'Two - Two');
  expect(await night.store.undo('root')).toMatchObject({ is: 'overtaken', wishId: second, state: 'wanted' });
  expect(await night.store.undo('root')).toMatchObject({ is: 'undone', wishId: first, state: 'wanted' });
  expect(await night.store.undo('root')).toEqual({ is: 'nothing-to-undo' });
});

test('a find after a refusal goes back to the refusal, which is then still to be told', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const ada = await night.arrives('Ada');
  const wishId = await wished(night, ada.id);
  await night.store.refuse(wishId, 'no licence', 'root');
  await night.store.found(wishId, 1, 'root');
  expect(await night.store.undo('root')).toMatchObject({ is: 'undone', verb: 'found', state: 'refused' });
  expect(await hears(night, ada)).toEqual([{ state: 'refused', songId: null, reason: 'no licence' }]);
  expect(await night.store.undo('root')).toMatchObject({ is: 'undone', verb: 'refuse', state: 'wanted', told: 1 });
  expect(await hears(night, ada)).toEqual([]);
});

test('the song that was taken back does not come home by itself again; another one does', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  const wishId = await wished(night, ada.id, 'ABBA - Waterloo');
  await night.store.importRows([SONGS.africa]);
  await night.store.found(wishId, 1, 'root');
  await night.store.undo('root');
  expect(await night.store.importRows([SONGS.waterloo])).toMatchObject({ found: 1 });
  expect(await stateOf(night, ada.id)).toEqual([{ state: 'found', songId: 2, reason: null }]);
  // What an import brought was no order of the DJ.
  expect(await night.store.undo('root')).toEqual({ is: 'nothing-to-undo' });
});

test('what was decided a day ago is no longer meant; two processes undo it once between them', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  await night.store.refuse(await wished(night, ada.id, 'One - One'), 'no', 'root');
  night.nowMs += 24 * 3_600_000;
  expect(await night.store.undo('root')).toEqual({ is: 'nothing-to-undo' });
  await night.store.refuse(await wished(night, ada.id, 'Two - Two'), 'no', 'root');
  const undo = (store: Store) => store.undo('root');
  const both = await Promise.all([undo(night.store), undo(night.open())]);
  expect(both.map(({ is }) => is).toSorted()).toEqual(['nothing-to-undo', 'undone']);
});
