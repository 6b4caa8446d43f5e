/** A lost code renewed, and a guest forgotten. */
import SQLite from 'better-sqlite3';
import { expect, test } from '@jest/globals';
import { EPOCH, evening, expectIs, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const says = (night: Evening, name: string, code: string | null = null) =>
  night.store.hello({
    words: name,
    code,
    as: null,
    remote: '192.0.2.1',
    connection: { epoch: EPOCH, seat: 100 },
    mayMakeNew: true,
  });

test('a new code is worth everything at once, the old one nothing, and the tries at the old one are forgiven', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada Lovelace');
  for (let wrong = 0; wrong < 5; wrong += 1) expectIs(await says(night, 'Ada Lovelace', '222222'), 'taken');
  const renewed = expectIs(await night.store.newCode('ada', 'root'), 'renewed');
  expect(renewed).toMatchObject({ guestId: ada.id, name: 'Ada Lovelace' });
  expect(renewed.code).not.toBe(ada.code);
  expectIs(await says(night, 'Ada Lovelace', ada.code), 'taken');
  expect(await says(night, 'Ada Lovelace', renewed.code)).toMatchObject({ is: 'back', guest: { id: ada.id } });
  expect(await night.store.newCode('nobody', 'root')).toEqual({ is: 'no-such-guest' });
  await night.arrives('Ada K');
  expect(await night.store.newCode('ada', 'root')).toMatchObject({ is: 'which-guest' });
});

test('a guest whom the DJ added gets a first code and is then the same person on a phone', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  await night.store.addFor('Bo', { songId: 1 }, 'root');
  expectIs(await says(night, 'Bo', '222222'), 'taken');
  const { code, guestId } = expectIs(await night.store.newCode('Bo', 'root'), 'renewed');
  expect(await says(night, 'Bo', code)).toMatchObject({ is: 'back', guest: { id: guestId } });
  expect(await night.store.mine(guestId)).toHaveLength(1);
});

test('forgetting erases the person and leaves the plays; name and look are free, the id is not', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.hello, SONGS.bohemian]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const epoch = await night.store.takeEpoch();
  const request = (guestId: number, songId: number, key: string | null = null) =>
    night.store.request({ guestId, key, what: { songId } });
  await request(ada.id, 1);
  await night.store.takeNext(epoch);
  await request(ada.id, 2, 'mine');
  await request(bo.id, 3);
  const both = expectIs(await night.store.wish({ guestId: ada.id, text: 'Both - Want' }), 'wished').wishId;
  await night.store.wish({ guestId: bo.id, text: 'Both - Want' });
  await night.store.wish({ guestId: ada.id, text: 'Ada - Alone' });
  const orders = await night.store.lastOrderId();

  // Not by the beginning of a name: what is done cannot be taken back.
  expect(await night.store.forget('Ad', 'root')).toEqual({ is: 'which-guest', guests: [{ id: ada.id, name: 'Ada' }] });
  expect(await night.store.forget('Cy', 'root')).toEqual({ is: 'no-such-guest' });
  expect(await night.store.forget('ada', 'root')).toEqual({
    is: 'forgotten',
    guestId: ada.id,
    name: 'Ada',
    entries: 1,
    wishes: 2,
    connections: 1,
  });
  expect(await night.store.forget(String(ada.id), 'root')).toEqual({ is: 'no-such-guest' });
  expect(await night.store.newCode(String(ada.id), 'root')).toEqual({ is: 'no-such-guest' });

  expect((await night.store.missing({ page: 1, size: 20 })).rows).toMatchObject([{ wishId: both, askers: ['Bo'] }]);
  expect((await night.store.line({ page: 1, size: 20 })).rows).toMatchObject([{ singer: 'Bo' }]);
  expect((await night.store.who()).guests).toEqual([{ id: bo.id, name: 'Bo' }]);
  // On stage is somebody, who sings on.
  expect(await night.store.nowPlaying()).toMatchObject({
    singer: 'somebody',
    guestId: null,
    song: { title: 'Africa' },
  });
  expect((await night.store.plays({ page: 1, size: 20 })).rows).toMatchObject([{ singer: 'somebody' }]);
  expect(await night.store.guestOrdersAfter(orders)).toMatchObject([{ verb: 'kick', by: 'forget', guestId: ada.id }]);
  // A line that was on its way does nothing for nobody.
  expect(await request(ada.id, 3)).toEqual({ is: 'forgotten' });
  expect(await night.store.wish({ guestId: ada.id, text: 'A - B' })).toEqual({ is: 'forgotten' });

  const again = expectIs(await says(night, 'Ada'), 'new');
  expect(again.guest.id).toBeGreaterThan(bo.id);
  expect((await night.store.history(again.guest.id, { page: 1, size: 20 })).rows).toEqual([]);
  expect(await night.store.history(ada.id, { page: 1, size: 20 })).toMatchObject({ rows: [] });
});

test('nothing in the database names who was forgotten', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const ada = await night.arrives('Zaphodine');
  await night.store.request({ guestId: ada.id, key: 'k', what: { songId: 1 } });
  await night.store.takeNext(await night.store.takeEpoch());
  await night.store.kick('Zaphodine Zaphodine again', 'root');
  await says(night, 'Zaphodine', '222222');
  await night.store.forget('Zaphodine', 'root');
  const db = new SQLite(night.file, { readonly: true });
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
    )
    .all();
  const rows = tables.flatMap(({ name }) => db.prepare(`SELECT * FROM "${name}"`).all());
  db.close();
  expect(rows.length).toBeGreaterThan(10);
  expect(JSON.stringify(rows)).not.toMatch(/zaphodine/i);
});

test('a wish of nobody is not counted as missing, even if its file is lost after its last asker was forgotten', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  await night.store.wish({ guestId: ada.id, text: 'Toto - Africa' });
  await night.store.importRows([SONGS.africa]);
  await night.store.forget('Ada', 'root');
  const db = new SQLite(night.file);
  db.exec(`UPDATE download_list SET state = 'wanted', song_id = NULL`);
  db.close();
  expect(await night.store.missing({ page: 1, size: 20 })).toMatchObject({ rows: [], total: 0 });
  expect((await night.store.overview()).missing).toBe(0);
});
