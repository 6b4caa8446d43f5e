import { describe, expect, test } from '@jest/globals';
import SQLite from 'better-sqlite3';
import { nameKey } from '../../src/party/names.ts';
import { EPOCH, evening, expectIs, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

interface Says {
  readonly code?: string;
  readonly key?: string;
  readonly as?: number;
  readonly remote?: string;
  readonly seat?: number;
  readonly mayMakeNew?: boolean;
}

const says = (night: Evening, words: string, how: Says = {}) =>
  night.store.hello({
    words,
    code: how.code ?? null,
    key: how.key ?? null,
    as: how.as ?? null,
    remote: how.remote ?? '192.0.2.1',
    connection: { epoch: EPOCH, seat: how.seat ?? 100 },
    mayMakeNew: how.mayMakeNew ?? true,
  });

test('a new name gets a code, and with it is welcome again', async () => {
  using night = await evening();
  const { guest, code } = expectIs(await says(night, 'Ada'), 'new');
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(await says(night, `ADA ${code.toLowerCase()}`)).toEqual({ is: 'back', guest, rows: [], away: false });
  expect(await says(night, 'ada', { code })).toEqual({ is: 'back', guest, rows: [], away: false });
});

describe('a new name whose answer was lost', () => {
  const KEY = 'k3yNobodyGuesses';

  test('is said again with the key: the same guest, with a code that replaces the first', async () => {
    using night = await evening();
    const first = expectIs(await says(night, 'Zoe', { key: KEY }), 'new');
    // Another connection, and by chance another process.
    const again = await night.open().hello({
      words: 'zoe',
      code: null,
      key: KEY,
      as: null,
      remote: '192.0.2.9',
      connection: { epoch: 9, seat: 1 },
      mayMakeNew: false,
    });
    const second = expectIs(again, 'new');
    expect(second.guest).toEqual(first.guest);
    expect(second.code).not.toBe(first.code);
    expect((await night.store.who()).guests).toEqual([first.guest]);
    expectIs(await says(night, 'Zoe', { code: first.code }), 'taken');
    const third = expectIs(await says(night, 'Zoe', { key: KEY }), 'new');
    expectIs(await says(night, 'Zoe', { code: third.code }), 'back');
  });

  test('is taken for another key, for none, and for the key of another name', async () => {
    using night = await evening();
    const zoe = expectIs(await says(night, 'Zoe', { key: KEY }), 'new');
    const bo = expectIs(await says(night, 'Bo', { key: 'another', seat: 101 }), 'new');
    const cy = expectIs(await says(night, 'Cy', { seat: 102 }), 'new');
    for (const key of ['another', 'K3YNOBODYGUESSES', zoe.code]) expectIs(await says(night, 'Zoe', { key }), 'taken');
    for (const name of ['Zoe', 'Bo', 'Cy']) expectIs(await says(night, name), 'taken');
    expectIs(await says(night, 'Cy', { key: KEY }), 'taken');
    for (const { guest, code } of [zoe, bo, cy]) expectIs(await says(night, guest.name, { code }), 'back');
  });

  test('is taken once the code was shown: whoever heard it has used it', async () => {
    using night = await evening();
    const { code } = expectIs(await says(night, 'Zoe', { key: KEY }), 'new');
    // A wrong code proves nobody.
    expectIs(await says(night, 'Zoe', { key: KEY, code: '222222' }), 'taken');
    expectIs(await says(night, 'Zoe', { key: KEY, code }), 'back');
    expectIs(await says(night, 'Zoe', { key: KEY }), 'taken');
    expectIs(await says(night, 'Zoe', { code }), 'back');
  });

  test('is taken after ten minutes, however often it was said', async () => {
    using night = await evening();
    expectIs(await says(night, 'Zoe', { key: KEY }), 'new');
    night.nowMs += 599_999;
    const { code } = expectIs(await says(night, 'Zoe', { key: KEY }), 'new');
    night.nowMs += 1;
    expectIs(await says(night, 'Zoe', { key: KEY }), 'taken');
    expectIs(await says(night, 'Zoe', { code }), 'back');
  });

  test('is taken once the DJ gave a code, and new for everybody once the DJ forgot the guest', async () => {
    using night = await evening();
    const { guest } = expectIs(await says(night, 'Zoe', { key: KEY }), 'new');
    const { code } = expectIs(await night.store.newCode('Zoe', 'Mia'), 'renewed');
    expectIs(await says(night, 'Zoe', { key: KEY }), 'taken');
    expectIs(await says(night, 'Zoe', { code }), 'back');
    await night.store.forget('Zoe', 'Mia');
    expect(expectIs(await says(night, 'Zoe', { key: KEY }), 'new').guest.id).not.toBe(guest.id);
  });

  test('the key itself is written down nowhere', async () => {
    using night = await evening();
    await says(night, 'Zoe', { key: KEY });
    const db = new SQLite(night.file, { readonly: true });
    const rows = db.prepare('SELECT key_hash AS hash FROM hello_key').all() as readonly { readonly hash: Buffer }[];
    db.close();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.hash.includes(KEY)).toBe(false);
    expect(rows[0]?.hash).toHaveLength(32);
  });
});

test('a code of a guest who is no more makes nobody: the name is free, and taken by who says it without', async () => {
  using night = await evening();
  const { code } = expectIs(await says(night, 'Zoe'), 'new');
  await night.store.forget('Zoe', 'Mia');
  expect(expectIs(await says(night, 'Zoe', { code }), 'no-such-guest').name).toBe('Zoe');
  // As a key says nothing of who was here, neither does it help a code.
  expectIs(await says(night, 'Zoe', { code, key: 'k1' }), 'no-such-guest');
  expectIs(await says(night, 'Yan', { code: 'nonsense' }), 'no-such-guest');
  expectIs(await says(night, 'Zoe'), 'new');
  expectIs(await says(night, 'Zoe', { code }), 'taken');
});

test('a known name without its code is taken, and a free one is offered', async () => {
  using night = await evening();
  await says(night, 'Ada');
  await says(night, 'Ada K');
  const taken = expectIs(await says(night, 'ada'), 'taken');
  expect(taken.name).toBe('Ada');
  expect(expectIs(await says(night, taken.example), 'new').guest.name).toBe(taken.example);
});

test('a whole text that is a known name is that name, even when it ends like a code', async () => {
  using night = await evening();
  await says(night, 'Ada');
  // Nobody is called so far: the last word has the form of a code and the rest is known, so it is a wrong code.
  expectIs(await says(night, 'Ada 7KQ4M2'), 'taken');
  const bo = expectIs(await says(night, 'Bo 7KQ4M2'), 'new');
  expect(bo.guest.name).toBe('Bo 7KQ4M2');
  await says(night, 'Bo');
  expectIs(await says(night, 'Bo 7KQ4M2'), 'taken');
  expect(await says(night, `Bo 7KQ4M2 ${bo.code}`)).toMatchObject({ is: 'back', guest: bo.guest });
});

test('as oneself no code is needed', async () => {
  using night = await evening();
  const { guest } = expectIs(await says(night, 'Ada'), 'new');
  const bo = expectIs(await says(night, 'Bo', { seat: 101 }), 'new');
  expectIs(await says(night, 'Ada', { as: guest.id }), 'back');
  expectIs(await says(night, 'Ada', { as: bo.guest.id, seat: 101 }), 'taken');
});

test('after five wrong codes in a minute the right one is refused too, from this address only', async () => {
  using night = await evening();
  const { code } = expectIs(await says(night, 'Ada'), 'new');
  for (let wrong = 0; wrong < 5; wrong += 1) expectIs(await says(night, 'Ada', { code: '222222' }), 'taken');
  expect(await says(night, `Ada ${code}`)).toEqual({ is: 'too-many-wrong-codes', name: 'Ada' });
  // Kept in the store: another process says the same.
  const other = night.open();
  const hello = { words: 'Ada', code, as: null, connection: { epoch: 9, seat: 1 }, mayMakeNew: true };
  expectIs(await other.hello({ ...hello, remote: '192.0.2.1' }), 'too-many-wrong-codes');
  expectIs(await other.hello({ ...hello, remote: '192.0.2.2' }), 'back');
  night.nowMs += 60_000;
  expectIs(await says(night, `Ada ${code}`), 'back');
});

test('names that are none, and too many new ones, are refused', async () => {
  using night = await evening();
  expectIs(await says(night, 'x'.repeat(33)), 'bad-name');
  expect(await says(night, 'Ada', { mayMakeNew: false })).toEqual({ is: 'too-many-new-names', of: 'connection' });
  expect((await night.store.who()).guests).toEqual([]);
});

test('sixty new names a minute are made for an address that comes without a connection, each kept name is welcome', async () => {
  using night = await evening();
  const form = (
    words: string,
    more: { readonly code?: string; readonly remote?: string; readonly key?: string } = {},
  ) =>
    night.store.hello({
      ...{ words, code: null, as: null, remote: '192.0.2.1', mayMakeNew: true, newNamesOf: 'address' },
      connection: { epoch: EPOCH, seat: 200 },
      ...more,
    });
  const first = expectIs(await form('Guest 1', { key: 'k' }), 'new');
  for (let n = 2; n <= 60; n += 1) expectIs(await form(`Guest ${n}`), 'new');
  expect(await form('Guest 61')).toEqual({ is: 'too-many-new-names', of: 'address' });
  // What was refused is not counted, nor a name that is there already.
  expectIs(await form('Guest 1', { key: 'k' }), 'new');
  expectIs(await form('Guest 2', { code: first.code }), 'taken');
  expectIs(await form('Guest 61', { remote: '192.0.2.2' }), 'new');
  expectIs(await says(night, 'Guest 62'), 'new');
  night.nowMs += 60_000;
  expectIs(await form('Guest 63'), 'new');
});

test('what was not sung is offered on return until it is asked for again', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const ada = await night.arrives('Ada');
  const ask = { guestId: ada.id, key: null, what: { songId: 1 } };
  await night.store.request(ask);
  await night.store.endParty('host');
  const offer = { kind: 'unsung', song: { id: 1, title: 'Africa' } };
  expect(await says(night, `Ada ${ada.code}`)).toMatchObject({ is: 'back', rows: [offer] });
  expect((await night.store.wishes(ada.id)).unsung).toMatchObject([{ song: { id: 1 } }]);
  await night.store.startParty('Saturday', 'root');
  expectIs(await night.store.request(ask), 'queued');
  expect(await says(night, `Ada ${ada.code}`)).toMatchObject({ is: 'back', rows: [] });
});

test('an offer is gone once its entry is cancelled', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const ada = await night.arrives('Ada');
  const { entryId } = expectIs(
    await night.store.request({ guestId: ada.id, key: null, what: { songId: 1 } }),
    'queued',
  );
  await night.store.endParty('host');
  expect(await night.store.cancel(ada.id, entryId)).toEqual({ is: 'done', artist: 'Toto', title: 'Africa' });
  expect((await night.store.wishes(ada.id)).unsung).toEqual([]);
  expect(await night.store.cancel(ada.id, entryId)).toEqual({ is: 'too-late', state: 'unsung' });
});

test('presence follows the connection: who it is now, and who is gone with a fallen session', async () => {
  using night = await evening();
  await night.store.recordConnections({
    epoch: EPOCH,
    opened: [1, 2, 3].map((seat) => ({ seat, remote: '::1', sinceMs: night.nowMs })),
    closed: [],
  });
  await says(night, 'Ada', { seat: 1 });
  await says(night, 'Bo', { seat: 2 });
  expect(await night.store.who()).toMatchObject({ connections: 3, guests: [{ name: 'Ada' }, { name: 'Bo' }] });
  await says(night, 'Cy', { seat: 2 });
  expect((await night.store.who()).guests.map(({ name }) => name)).toEqual(['Ada', 'Cy']);
  await night.store.forgetSessions([EPOCH + 1], EPOCH + 1);
  expect(await night.store.who()).toMatchObject({ connections: 0, guests: [] });
});

test('a name that looks like somebody else’s is refused, and what is offered instead looks like nobody’s', async () => {
  using night = await evening();
  await night.arrives('Capa');
  const outcome = expectIs(await says(night, 'Сара'), 'looks-like');
  expect(outcome).toMatchObject({ name: 'Сара', like: 'Capa' });
  expectIs(await says(night, outcome.example), 'new');
  expectIs(await says(night, 'B0b'), 'new');
  expect(await says(night, 'Bob', { seat: 101 })).toMatchObject({ is: 'looks-like', like: 'B0b' });
  // Whom it would imitate is not there: it is an honest name.
  expectIs(await says(night, 'Асен', { seat: 102 }), 'new');
  expectIs(await says(night, 'Ваня', { seat: 103 }), 'new');
  expect(await says(night, 'Аda', { seat: 104 })).toEqual({
    is: 'bad-name',
    why: 'Аda mixes Latin and Cyrillic letters, as if to pass for somebody else. Type it in one alphabet.',
  });
});

test('who is known keeps the name, whatever it looks like, and is looked like', async () => {
  using night = await evening();
  // As an earlier version wrote them: without a look.
  const db = new SQLite(night.file);
  const add = db.prepare('INSERT INTO guest (name, name_key, first_seen_ms) VALUES (?, ?, 0)');
  for (const name of ['Capa', 'Сара', 'Аda']) add.run(name, nameKey(name));
  db.close();
  for (const name of ['Capa', 'Сара', 'Аda']) expect(await says(night, name)).toMatchObject({ is: 'taken', name });
  expect(await says(night, 'САРА')).toMatchObject({ is: 'taken', name: 'Сара' });
  expect(await says(night, 'Ada')).toMatchObject({ is: 'looks-like', like: 'Аda' });
  await night.store.importRows([SONGS.africa]);
  expect(await night.store.addFor('Аda', { songId: 1 }, 'root')).toMatchObject({ is: 'queued', singer: 'Аda' });
  expect(await night.store.addFor('Ada', { songId: 1 }, 'root')).toEqual({
    is: 'bad-name',
    why: 'It looks like Аda, who is another guest.',
  });
});

test('a known name in letters that only look like its own, with the code: no new guest shows the code to everybody', async () => {
  using night = await evening();
  const capa = await night.arrives('Capa');
  expect(await says(night, `Сара ${capa.code}`)).toMatchObject({ is: 'looks-like', name: 'Сара', like: 'Capa' });
  expect((await night.store.who()).guests.map(({ name }) => name)).toEqual(['Capa']);
});
