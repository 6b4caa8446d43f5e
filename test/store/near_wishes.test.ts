/** Songs that may be a wish: what the DJ is asked about. */
import SQLite from 'better-sqlite3';
import { expect, test } from '@jest/globals';
import { evening, expectIs, row, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const nearOf = async (night: Evening) =>
  (await night.store.missing({ page: 1, size: 20 })).rows.map(({ near }) =>
    near.map(({ songId, why }) => [songId, why]),
  );

/** Compares until there is nothing left; returns how many proposals there were. */
async function compareAll(night: Evening): Promise<number> {
  let all = 0;
  for (;;) {
    const { compared, proposed } = await night.store.compareWishes();
    all += proposed;
    if (compared === 0) return all;
  }
}

test('what was here and like it when a wish was made is shown, and is no news', async () => {
  using night = await evening();
  await night.store.importRows([row('ABBA', 'Waterloo (Live)'), row('ABBA', 'SOS'), row('Wang Chung', 'Waterloo')]);
  const ada = await night.arrives('Ada');
  expectIs(await night.store.wish({ guestId: ada.id, text: 'ABBA - Waterloo' }), 'wished');
  const near = await nearOf(night);
  expect(near[0]?.toSorted()).toEqual([
    [1, 'was-here'],
    [3, 'was-here'],
  ]);
  expect(await compareAll(night)).toBe(0);
  expect(await nearOf(night)).toEqual(near);
  expect(await night.store.proposalsAfter(0)).toEqual([]);
});

test('what comes later and may be it is proposed, once, and in front; what surely is it comes home', async () => {
  using night = await evening();
  await night.store.importRows([row('Wang Chung', 'Waterloo')]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const { wishId } = expectIs(await night.store.wish({ guestId: ada.id, text: 'ABBA - Waterloo' }), 'wished');
  await night.store.wish({ guestId: bo.id, text: 'Nobody - Unknown' });
  const seen = await night.store.lastProposal();
  await night.store.importRows([row('ABBA', 'Waterloo (Live)'), row('ABBA', 'SOS'), SONGS.africa]);
  expect(await compareAll(night)).toBe(1);
  expect(await compareAll(night)).toBe(0);
  const [first] = (await night.store.missing({ page: 1, size: 20 })).rows.filter((one) => one.wishId === wishId);
  expect(first?.near).toEqual([
    { songId: 2, artist: 'ABBA', title: 'Waterloo (Live)', why: 'came' },
    { songId: 1, artist: 'Wang Chung', title: 'Waterloo', why: 'was-here' },
  ]);
  const [proposal, ...others] = await night.store.proposalsAfter(seen);
  expect(proposal).toMatchObject({ wishId, wishArtist: 'ABBA', wishTitle: 'Waterloo', songId: 2 });
  expect(others).toEqual([]);
  expect(await night.store.proposalsAfter(proposal?.id ?? 0)).toEqual([]);

  expect(await night.store.importRows([SONGS.waterloo])).toMatchObject({ found: 1 });
  expect(await compareAll(night)).toBe(0);
  // About a wish that is no longer open nobody asks.
  expect(await night.store.proposalsAfter(seen)).toEqual([]);
});

test('of many at most three are shown, the newest that came first', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  await night.store.wish({ guestId: ada.id, text: 'ABBA - Waterloo' });
  for (const [at, band] of ['One', 'Two', 'Three', 'Four'].entries()) {
    await night.store.importRows([row(band, 'Waterloo')]);
    expect(await compareAll(night)).toBe(1);
    expect((await nearOf(night))[0]?.[0]).toEqual([at + 1, 'came']);
  }
  expect(await nearOf(night)).toEqual([
    [
      [4, 'came'],
      [3, 'came'],
      [2, 'came'],
    ],
  ]);
});

test('a wish of an earlier version is compared, and what it finds then is no news', async () => {
  using night = await evening();
  await night.store.importRows([row('Wang Chung', 'Waterloo')]);
  const ada = await night.arrives('Ada');
  await night.store.wish({ guestId: ada.id, text: 'ABBA - Waterloo' });
  const db = new SQLite(night.file);
  db.exec('UPDATE download_list SET compared_upto = NULL; DELETE FROM wish_near');
  db.close();
  expect(await compareAll(night)).toBe(0);
  expect(await nearOf(night)).toEqual([[[1, 'was-here']]]);
});

test('a song that is gone is proposed to nobody', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  await night.store.wish({ guestId: ada.id, text: 'ABBA - Waterloo' });
  await night.store.importRows([row('ABBA', 'Waterloo (Live)'), row('Wang Chung', 'Waterloo')]);
  expect(await compareAll(night)).toBe(2);
  const db = new SQLite(night.file);
  db.exec('UPDATE song SET gone = 1 WHERE id = 1');
  db.close();
  expect(await nearOf(night)).toEqual([[[2, 'came']]]);
  expect(await night.store.proposalsAfter(0)).toMatchObject([{ songId: 2 }]);
});

test('a mistyped song comes home and one in other letters is proposed; of a large import what is under one of the names', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  for (const text of ['ABBA - Waterloo', 'Щурците - Клетва']) await night.store.wish({ guestId: ada.id, text });
  await night.store.importRows([row('Abbba', 'Waterlooo'), row('Shturcite', 'Kletva'), row('Abbba', 'SOS')]);
  expect(await compareAll(night)).toBe(1);
  expect(await nearOf(night)).toEqual([[[2, 'came']]]);
  expect((await night.store.wishes(ada.id)).wishes).toContainEqual(
    expect.objectContaining({ state: 'found', songId: 1, title: 'Waterloo' }),
  );
  expectIs(await night.store.wish({ guestId: ada.id, text: 'Cher - Waterloo' }), 'wished');
  const many = Array.from({ length: 300 }, (_, at) => row(`Band ${at}`, `Song ${at}`));
  await night.store.importRows([...many, row('ABBA', 'Waterlooo'), row('Sonny', 'Waterloo')]);
  expect(await compareAll(night)).toBe(1);
});
