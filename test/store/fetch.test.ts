import { expect, test } from '@jest/globals';
import { evening, expectIs, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

/** A wish of somebody new. */
async function wished(night: Evening, name: string, text: string): Promise<number> {
  const guest = await night.arrives(name);
  return expectIs(await night.store.wish({ guestId: guest.id, text }), 'wished').wishId;
}
const stateOf = async (night: Evening, wishId: number) =>
  (await night.store.missing({ page: 1, size: 100 })).rows.find((row) => row.wishId === wishId);
const ids = (rows: readonly { readonly wishId: number }[]): readonly number[] => rows.map(({ wishId }) => wishId);

test('a wanted wish waits with its demand, is fetched by one only, and is on the DJ’s list all the while', async () => {
  using night = await evening();
  const wishId = await wished(night, 'Ada', 'ABBA - Waterloo');
  night.nowMs += 5_000;
  await wished(night, 'Bo', 'ABBA - Waterloo');
  expect(await night.store.waitingFetches()).toEqual([
    {
      wishId,
      artist: 'ABBA',
      title: 'Waterloo',
      askers: 2,
      lastAskedAtMs: night.nowMs,
      tries: 0,
      nextAtMs: 0,
      orderedAtMs: null,
    },
  ]);
  expect(await night.store.beginFetch(wishId, '/f/5')).toBe(true);
  expect(await night.store.beginFetch(wishId, '/f/6')).toBe(false);
  expect(await night.store.isFetching(wishId)).toBe(true);
  expect(await night.store.waitingFetches()).toEqual([]);
  expect(await stateOf(night, wishId)).toMatchObject({ state: 'fetching', fetchTries: 0, nextFetchAtMs: null });
  await night.store.importRows([SONGS.waterloo]);
  expect(await night.store.isFetching(wishId)).toBe(false);
});

test('a failed one is wanted again with its reason and its time; every try counts, until it comes home', async () => {
  using night = await evening();
  const wishId = await wished(night, 'Ada', 'ABBA - Waterloo');
  for (const tries of [1, 2]) {
    await night.store.beginFetch(wishId, '/f/5');
    await night.store.failFetch(wishId, { reason: `no ${tries}`, nextAtMs: night.nowMs + tries });
    expect(await stateOf(night, wishId)).toMatchObject({
      state: 'wanted',
      fetchTries: tries,
      fetchReason: `no ${tries}`,
      nextFetchAtMs: night.nowMs + tries,
    });
  }
  expect(await night.store.waitingFetches()).toMatchObject([{ tries: 2, nextAtMs: night.nowMs + 2 }]);
  expect(await night.store.interruptedFetches()).toEqual([]);
  await night.store.endFetch(wishId);
  expect(await night.store.waitingFetches()).toMatchObject([{ tries: 0, nextAtMs: 0 }]);
});

test('what became of the wish meanwhile is not undone by the end of its fetch', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  const ends = [
    (wishId: number) => night.store.failFetch(wishId, { reason: 'no', nextAtMs: 0 }),
    (wishId: number) => night.store.dropFetch(wishId),
  ];
  for (const [n, end] of ends.entries()) {
    const wishId = expectIs(await night.store.wish({ guestId: ada.id, text: `Artist - Song ${n}` }), 'wished').wishId;
    await night.store.beginFetch(wishId, '/f/5');
    await night.store.refuse(wishId, 'not here', 'root');
    await end(wishId);
    expect(await night.store.isFetching(wishId)).toBe(false);
    expect(await night.store.noteLanding(wishId, '/f/landed')).toBe(false);
    expect((await night.store.wishes(ada.id)).wishes[0]).toMatchObject({ wishId, state: 'refused' });
  }
  expect(await night.store.interruptedFetches()).toEqual([]);
});

test('one that was under way says so to whoever opens the store next, as far as it had come', async () => {
  using night = await evening();
  const one = await wished(night, 'Ada', 'ABBA - Waterloo');
  const two = await wished(night, 'Bo', 'Queen - Innuendo');
  await night.store.beginFetch(one, '/f/1');
  await night.store.beginFetch(two, '/f/2');
  await night.store.noteFetchProcess(two, { pid: 77, mark: 'then' });
  expect(await night.store.noteLanding(two, '/f/landed')).toBe(true);
  const next = night.open();
  expect(await next.interruptedFetches()).toEqual([
    { wishId: one, artist: 'ABBA', title: 'Waterloo', folder: '/f/1', landing: null, process: null },
    {
      wishId: two,
      artist: 'Queen',
      title: 'Innuendo',
      folder: '/f/2',
      landing: '/f/landed',
      process: { pid: 77, mark: 'then' },
    },
  ]);
  for (const wishId of [one, two]) await next.dropFetch(wishId);
  expect(await next.interruptedFetches()).toEqual([]);
  expect(ids(await next.waitingFetches())).toEqual([one, two]);
  // Nothing of an earlier run is left in a later one.
  await next.beginFetch(two, '/f/3');
  expect(await next.interruptedFetches()).toMatchObject([{ folder: '/f/3', landing: null, process: null }]);
});

test('the DJ’s order is written once, stays until it was tried, and says whether others come first', async () => {
  using night = await evening();
  const one = await wished(night, 'Ada', 'ABBA - Waterloo');
  const two = await wished(night, 'Bo', 'Queen - Innuendo');
  expect(await night.store.askFetch(one, 'root')).toEqual({ is: 'started', artist: 'ABBA', title: 'Waterloo' });
  const orderedAtMs = night.nowMs;
  night.nowMs += 1_000;
  expect(await night.store.askFetch(one, 'root')).toMatchObject({ is: 'started' });
  expect(await night.store.askFetch(two, 'root')).toMatchObject({ is: 'queued' });
  expect(await night.store.waitingFetches()).toMatchObject([{ orderedAtMs }, { orderedAtMs: orderedAtMs + 1_000 }]);

  await night.store.beginFetch(one, '/f/1');
  expect(await night.store.askFetch(one, 'root')).toMatchObject({ is: 'already', state: 'fetching' });
  await night.store.dropFetch(one);
  expect(await night.store.waitingFetches()).toMatchObject([{ orderedAtMs }, {}]);
  await night.store.beginFetch(one, '/f/1');
  await night.store.failFetch(one, { reason: 'no', nextAtMs: 9 });
  expect(await night.store.waitingFetches()).toMatchObject([{ orderedAtMs: null }, {}]);

  await night.store.importRows([SONGS.waterloo]);
  expect(await night.store.askFetch(one, 'root')).toMatchObject({ is: 'already', state: 'found' });
  expect(await night.store.askFetch(4711, 'root')).toEqual({ is: 'no-such-wish' });
});
