/** A guest whom the DJ does not want here. */
import { expect, test } from '@jest/globals';
import { EPOCH, evening, expectIs, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const PAGE = { page: 1, size: 20 };

const says = (night: Evening, name: string, code: string | null = null, as: number | null = null) =>
  night.store.hello({
    words: name,
    code,
    as,
    remote: '192.0.2.1',
    connection: { epoch: EPOCH, seat: 100 },
    mayMakeNew: true,
  });

async function withSongs(): Promise<Evening> {
  const night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.hello, SONGS.waterloo]);
  return night;
}

const asks = (night: Evening, guestId: number, songId: number, partner: string | null = null) =>
  night.store.request({ guestId, key: null, what: { songId }, partner });

test('their entries are cancelled, their connections are told to end, and no HELLO brings them back, with the code or without', async () => {
  using night = await withSongs();
  const { store } = night;
  const ada = await night.arrives('Ada');
  const { entryId } = expectIs(await asks(night, ada.id, 1), 'queued');
  const before = await store.lastOrderId();
  expect(await store.ban('ada throws bottles', 'tosho')).toEqual({
    is: 'banned',
    guestId: ada.id,
    name: 'Ada',
    reason: 'throws bottles',
    cancelled: [entryId],
    duets: [],
    connections: 1,
    onStage: false,
  });
  expect((await store.line(PAGE)).total).toBe(0);
  expect(await store.guestOrdersAfter(before)).toMatchObject([
    { verb: 'kick', by: 'ban', guestId: ada.id, text: 'throws bottles' },
  ]);
  const banned = { is: 'banned', name: 'Ada' };
  expect(await says(night, 'Ada')).toEqual(banned);
  expect(await says(night, 'ADA', ada.code)).toEqual(banned);
  expect(await says(night, `Ada ${ada.code}`)).toEqual(banned);
  expect(await says(night, 'Ada', null, ada.id)).toEqual(banned);
  // A connection that has not heard it yet can do nothing with it.
  expect(await asks(night, ada.id, 2)).toEqual({ is: 'banned' });
  expect(await store.wish({ guestId: ada.id, text: 'No - One' })).toEqual({ is: 'banned' });
  expect(await store.addFor('Ada', { songId: 1 }, 'tosho')).toEqual({ is: 'banned' });
});

test('nobody else gets the name, nor one that looks like it', async () => {
  using night = await withSongs();
  await night.arrives('Ada');
  await night.store.ban('Ada', 'tosho');
  // The А is Cyrillic.
  expect(await says(night, 'Аdа')).not.toMatchObject({ is: 'new' });
  expect(await says(night, 'A d a')).toMatchObject({ is: 'new' });
});

test('a whole name is meant and never the beginning of one; the rest is the reason', async () => {
  using night = await withSongs();
  const { store } = night;
  const [ada, adaK] = [await night.arrives('Ada Lovelace'), await night.arrives('Di')];
  expect(await store.ban('ada  lovelace is rude', 'tosho')).toMatchObject({ guestId: ada.id, reason: 'is rude' });
  expect(await store.ban(`${adaK.id} too`, 'tosho')).toMatchObject({ is: 'banned', guestId: adaK.id, reason: 'too' });
  for (const words of ['Ada', 'Ada Lov', 'Ada throws bottles'])
    expect(await store.ban(words, 'tosho')).toMatchObject({ is: 'which-guest', guests: [{ name: 'Ada Lovelace' }] });
  expect(await store.ban('Bo', 'tosho')).toEqual({ is: 'no-such-guest' });
  expect((await store.guests('banned')).rows.map(({ name, banned }) => [name, banned])).toEqual([
    ['Ada Lovelace', true],
    ['Di', true],
  ]);
});

test.each(['ban', 'kick'] as const)(
  '%s: a mistyped surname is no reason for showing out somebody else',
  async (verb) => {
    using night = await withSongs();
    const { store } = night;
    for (const name of ['Eve', 'Eve Smith', 'Evelyn']) await night.arrives(name);
    const said = async (words: string) => {
      const became = await store[verb](words, 'tosho');
      if (became.is === 'which-guest') return became.guests.map(({ name }) => name);
      return 'name' in became ? became.name : became.is;
    };
    expect(await said('Eve Smiht')).toEqual(['Eve', 'Eve Smith']);
    expect(await said('Eve Smith is rude')).toEqual(['Eve', 'Eve Smith']);
    // As many words as nobody's name has are a reason.
    expect(await said(`Eve ${'la '.repeat(5_000)}`)).toEqual(['Eve', 'Eve Smith']);
    expect(await said('Eve Smith')).toBe('Eve Smith');
    expect(await said('eve')).toBe('Eve');
    expect(await said('Evelyn Smiht')).toBe('Evelyn');
  },
);

test('banning twice does nothing; unbanning restores the name, with its code and wishes, and nothing of the line', async () => {
  using night = await withSongs();
  const { store } = night;
  const ada = await night.arrives('Ada');
  const { entryId } = expectIs(await asks(night, ada.id, 1), 'queued');
  await store.wish({ guestId: ada.id, text: 'No - One' });
  await store.ban('Ada', 'tosho');
  const orders = await store.lastOrderId();
  expectIs(await store.ban('Ada again', 'ivan'), 'already');
  expect(await store.lastOrderId()).toBe(orders);
  expect(await store.unban('ada', 'ivan')).toEqual({
    is: 'unbanned',
    guestId: ada.id,
    name: 'Ada',
    cancelled: [entryId],
  });
  expectIs(await store.unban('ada', 'ivan'), 'already');
  expect(await says(night, 'Ada', ada.code)).toMatchObject({ is: 'back', guest: { id: ada.id } });
  expect((await store.line(PAGE)).total).toBe(0);
  expect((await store.wishes(ada.id)).wishes).toHaveLength(1);
  expect((await store.guests('banned')).rows).toEqual([]);
});

test('a duet with somebody banned is refused; one that waits already stays and is named', async () => {
  using night = await withSongs();
  const { store } = night;
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const { entryId } = expectIs(await asks(night, bo.id, 1, 'Ada'), 'queued');
  expect(await store.ban('Ada', 'tosho')).toMatchObject({ cancelled: [], duets: [entryId] });
  expect(await asks(night, bo.id, 2, 'ada')).toEqual({ is: 'partner-banned', name: 'Ada' });
  expectIs(await asks(night, bo.id, 2), 'queued');
  expect((await store.line(PAGE)).total).toBe(2);
  expect(ada.id).toBeGreaterThan(0);
});

test('who sings at this moment sings on, and the DJ is told', async () => {
  using night = await withSongs();
  const { store } = night;
  const ada = await night.arrives('Ada');
  await asks(night, ada.id, 1);
  await store.takeNext(await store.takeEpoch());
  expect(await store.ban('Ada', 'tosho')).toMatchObject({ is: 'banned', onStage: true, cancelled: [] });
  expect(await store.turn()).toMatchObject({ singer: 'Ada' });
});
