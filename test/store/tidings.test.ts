/** What those hear who watch wishes and wait for the librarian. */
import Database from 'better-sqlite3';
import { expect, test } from '@jest/globals';
import { evening, expectIs, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const wished = async (night: Evening, name: string, text: string): Promise<number> =>
  expectIs(await night.store.wish({ guestId: (await night.arrives(name)).id, text }), 'wished').wishId;

/** What was found by order, as the log has it. */
function foundOrders(night: Evening): readonly (readonly unknown[])[] {
  const db = new Database(night.file, { readonly: true });
  try {
    return db
      .prepare(`SELECT who, wish_id, text FROM dj_order WHERE verb = 'found' ORDER BY id`)
      .raw()
      .all() as unknown[][];
  } finally {
    db.close();
  }
}

test('tidings are how wishes stand, and from then on what became of them', async () => {
  using night = await evening();
  const first = await wished(night, 'Ada', 'ABBA - Waterloo');
  const before = await night.store.wishTidings(null);
  expect(before).toMatchObject({
    open: [{ wishId: first, artist: 'ABBA', title: 'Waterloo', state: 'wanted', askers: 1 }],
    ended: [],
  });
  expect(await night.store.wishTidings(before)).toBeNull();
  // What is nobody's wish changes nothing here.
  await night.store.importRows([SONGS.africa]);
  expect(await night.store.wishTidings(before)).toBeNull();

  const second = await wished(night, 'Bo', 'Nobody - Unknown');
  await wished(night, 'Cy', 'ABBA - Waterloo');
  const between = await night.store.wishTidings(before);
  expect(between?.open.map(({ wishId, askers }) => [wishId, askers])).toEqual([
    [first, 2],
    [second, 1],
  ]);

  await night.store.refuse(second, 'never heard of it', 'tosho');
  await night.store.importRows([SONGS.waterloo]);
  expect(await night.store.wishTidings(between)).toMatchObject({
    open: [],
    ended: [
      { wishId: second, state: 'refused', reason: 'never heard of it', songId: null, askers: 1 },
      { wishId: first, state: 'found', reason: null, songId: 2, askers: 2 },
    ],
  });
  // Who begins to watch now has heard of nothing that is over.
  expect(await night.store.wishTidings(null)).toMatchObject({ open: [], ended: [] });
});

test('one wish as it stands, or none', async () => {
  using night = await evening();
  const wishId = await wished(night, 'Ada', 'ABBA - Waterloo');
  expect(await night.store.wishNow(wishId)).toEqual({
    wishId,
    artist: 'ABBA',
    title: 'Waterloo',
    state: 'wanted',
    askers: 1,
    songId: null,
  });
  expect(await night.store.wishNow(wishId + 1)).toBeNull();
});

test('a wish found in a file is ordered with the file and, come home, stands in the log with its song', async () => {
  using night = await evening();
  const wishId = await wished(night, 'Ada', 'ABBA - Waterloo');
  await night.store.importRows([SONGS.africa, SONGS.hello]);
  await night.store.askBring('/new/w.zip', wishId, 'tosho');
  expect(foundOrders(night)).toEqual([['tosho', wishId, '/new/w.zip']]);
  // Until the file is a song there is nothing to take back.
  expect(await night.store.undo('tosho')).toEqual({ is: 'nothing-to-undo' });
  expect(await night.store.bringHome(wishId, 1, '/new/w.zip')).toBe(true);
  expect(await night.store.wishNow(wishId)).toMatchObject({ state: 'found' });
  expect(foundOrders(night)).toEqual([['tosho', wishId, '1']]);
  // Again, after a kill: it is home. As another song: it is not.
  expect(await night.store.bringHome(wishId, 1, '/new/w.zip')).toBe(true);
  expect(await night.store.bringHome(wishId, 2, '/new/w.zip')).toBe(false);
  expect(await night.store.bringHome(wishId + 1, 1, '/new/w.zip')).toBe(false);
  expect(await night.store.undo('tosho')).toMatchObject({ is: 'undone', verb: 'found', wishId, state: 'wanted' });
});

test('of several files that a wish was found in, the order of the one that is its song is taken back', async () => {
  using night = await evening();
  const wishId = await wished(night, 'Ada', 'ABBA - Waterloo');
  await night.store.importRows([SONGS.africa, SONGS.hello]);
  for (const file of ['/new/no_song.txt', '/new/w.zip', '/new/w.zip'])
    await night.store.askBring(file, wishId, 'tosho');
  // Twice, as after a kill.
  for (let times = 0; times < 2; times += 1) {
    expect(await night.store.bringHome(wishId, 1, '/new/w.zip')).toBe(true);
    expect(foundOrders(night).map((order) => order[2])).toEqual(['/new/no_song.txt', '/new/w.zip', '1']);
  }
  expect(await night.store.undo('tosho')).toMatchObject({ is: 'undone', verb: 'found', wishId, state: 'wanted' });
  expect(await night.store.undo('tosho')).toEqual({ is: 'nothing-to-undo' });
  // A fetch is no order of this kind.
  expect(await night.store.bringHome(wishId, 2, null)).toBe(true);
  expect(foundOrders(night).map((order) => order[2])).toEqual(['/new/no_song.txt', '/new/w.zip', '1']);
});

test('a scan waits, to whoever follows it, while an errand is run', async () => {
  using night = await evening();
  const scanId = await night.store.askScan(null, 'ask');
  expect(await night.store.nextJob('any')).toMatchObject({ id: scanId });
  expect(await night.store.job(scanId)).toMatchObject({ state: 'running' });
  const importId = await night.store.askImport('/songs.csv');
  expect(await night.store.nextJob('errands')).toMatchObject({ id: importId });
  expect(await night.store.job(scanId)).toMatchObject({ state: 'waiting' });
  expect(await night.store.job(importId)).toMatchObject({ state: 'running' });
  await night.store.finishJob(importId, { ok: false, why: 'no such file' });
  expect(await night.store.job(scanId)).toMatchObject({ state: 'running' });
});
