/** Whom the DJ sees in the list of guests, and where they are. */
import { expect, test } from '@jest/globals';
import { evening, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const seen = async (night: Evening) =>
  Object.fromEntries(
    (await night.store.guests()).rows.map(({ name, presence, phone, isNew }) => [name, { presence, phone, isNew }]),
  );

test('a lost connection is grace, then gone; who has no phone is here all the time', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const ada = await night.arrives('Ada');
  await night.store.request({ guestId: ada.id, key: null, what: { songId: 1 } });
  await night.store.addFor('Uncle Joe', { songId: 1 }, 'dj');
  const joe = { presence: 'here', phone: false, isNew: true };
  expect(await seen(night)).toEqual({ Ada: { presence: 'here', phone: true, isNew: true }, 'Uncle Joe': joe });
  await night.leaves(ada);
  night.nowMs += 300_000;
  expect(await seen(night)).toMatchObject({ Ada: { presence: 'grace', phone: true }, 'Uncle Joe': joe });
  night.nowMs += 1;
  expect(await seen(night)).toMatchObject({ Ada: { presence: 'gone', phone: true }, 'Uncle Joe': joe });
});

test('who took everything back is still listed tonight, and nobody new at the next party', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const ada = await night.arrives('Ada');
  const asked = await night.store.request({ guestId: ada.id, key: null, what: { songId: 1 } });
  if (asked.is !== 'queued') throw new Error(asked.is);
  await night.store.cancel(ada.id, asked.entryId);
  await night.leaves(ada);
  expect(await seen(night)).toMatchObject({ Ada: { presence: 'grace' } });
  await night.store.endPartyBy('dj', null);
  night.nowMs += 1_000;
  await night.store.startParty('Saturday', 'dj');
  expect(await seen(night)).toEqual({});
  await night.store.addFor('Ada', { songId: 1 }, 'dj');
  expect(await seen(night)).toEqual({ Ada: { presence: 'here', phone: true, isNew: false } });
});

test('a duet was sung by both, who are listed also when one of them was never connected tonight', async () => {
  using night = await evening();
  const { store } = night;
  await store.importRows([SONGS.africa]);
  const bo = await night.arrives('Bo');
  await night.leaves(bo);
  await store.endPartyBy('dj', null);
  night.nowMs += 1_000;
  await store.startParty('Saturday', 'dj');
  const ada = await night.arrives('Ada');
  await store.request({ guestId: ada.id, key: null, what: { songId: 1 }, partner: 'bo' });
  const epoch = await store.takeEpoch();
  const turn = await store.takeNext(epoch);
  await store.endTurn(epoch, turn?.playId ?? 0, 'sung');
  const { rows } = await store.guests();
  expect(rows.map(({ name, sungTonight }) => [name, sungTonight])).toEqual([
    ['Ada', 1],
    ['Bo', 1],
  ]);
});
