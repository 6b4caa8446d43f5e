/** What was played, for keeping elsewhere. */
import { expect, test } from '@jest/globals';
import { evening, expectIs, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

/** Lets turns begin and end, one a minute. */
async function plays(night: Evening, epoch: number, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    const on = (await night.store.turn()) ?? (await night.store.takeNext(epoch));
    night.nowMs += 60_000;
    await night.store.endTurn(epoch, on?.playId ?? 0, 'sung');
  }
}

test('pages lose and double nothing while songs go on, and every night is told apart', async () => {
  using night = await evening();
  const { store } = night;
  await store.importRows([SONGS.africa, SONGS.hello]);
  const [ada] = [await night.arrives('Ada')];
  expectIs(await store.request({ guestId: ada.id, key: null, what: { songId: 1 }, partner: 'Bo' }), 'queued');
  const epoch = await store.takeEpoch();
  await plays(night, epoch, 3);
  const first = await store.playsAfter('last', 0, 2);
  await plays(night, epoch, 2);
  const second = await store.playsAfter('last', first.at(-1)?.playId ?? 0, 2);
  const third = await store.playsAfter('last', second.at(-1)?.playId ?? 0, 2);
  expect([...first, ...second, ...third].map(({ playId }) => playId)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(first[0]).toMatchObject({ party: 'Friday', singer: 'Ada', with: 'Bo', random: false, end: 'sung' });
  expect(first[1]).toMatchObject({ singer: null, with: null, random: true });
  expect(third[1]).toMatchObject({ end: 'playing', endedAtMs: null });

  await store.endPartyBy('tosho', null);
  await store.startParty('Saturday', 'tosho');
  await plays(night, epoch, 1);
  expect((await store.playsAfter('last', 0, 9)).map(({ party }) => party)).toEqual(['Saturday', 'Saturday']);
  expect((await store.playsAfter('all', 0, 9)).map(({ playId }) => playId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await store.nights(9)).toMatchObject([{ partyId: 2, name: 'Saturday' }, { partyId: 1 }]);
  expect(await store.playsAfter(1, 0, 9)).toHaveLength(6);
  expect(await store.playsAfter(3, 0, 9)).toEqual([]);
});

test('whoever was forgotten stays nobody, as singer and as partner', async () => {
  using night = await evening();
  const { store } = night;
  await store.importRows([SONGS.africa, SONGS.hello]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  await store.request({ guestId: ada.id, key: null, what: { songId: 1 }, partner: 'Bo' });
  await store.request({ guestId: bo.id, key: null, what: { songId: 2 } });
  const epoch = await store.takeEpoch();
  await plays(night, epoch, 2);
  await store.forget('Bo', 'tosho');
  const text = JSON.stringify(await store.playsAfter('all', 0, 9));
  expect(text).not.toContain('Bo"');
  expect(text).toContain('"singer":"Ada","with":"somebody"');
});
