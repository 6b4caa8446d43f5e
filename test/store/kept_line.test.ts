/** The line is read once for many, and never told as it was before a commit. */
import { describe, expect, test } from '@jest/globals';
import type { Guest } from '../../src/store/guests.ts';
import type { Store } from '../../src/store/store.ts';
import { EPOCH, evening } from './evening.ts';
import type { Evening } from './evening.ts';

const ALL = { page: 1, size: 100 };
const SONGS = 12;
/** As the web process keeps it. */
const KEPT = { keepLineMs: 1_000 };

async function fullHouse(): Promise<{ readonly night: Evening; readonly other: Store; readonly guests: Guest[] }> {
  const night = await evening('party', KEPT);
  await night.store.importRows(
    Array.from({ length: SONGS }, (_, at) => ({
      artist: `Artist ${at}`,
      title: `Title ${at}`,
      durationS: 200,
      popularity: 50,
      discId: null,
      file: null,
    })),
  );
  const guests: Guest[] = [];
  for (const name of ['Ada', 'Bo', 'Cy', 'Dee']) guests.push(await night.arrives(name));
  return { night, other: night.open(KEPT), guests };
}

/** What `store` tells of the line, and of each guest's places in it. */
async function told(store: Store, guests: readonly Guest[]): Promise<unknown> {
  const mine = await Promise.all(guests.map(({ id }) => store.mine(id)));
  return { line: await store.line(ALL), mine };
}

/** The same, told by a store that has never been asked. */
async function fresh(night: Evening, guests: readonly Guest[]): Promise<unknown> {
  const store = night.open();
  return told(store, guests);
}

test.each(['the process that looks', 'another one'])(
  'after each commit, made by %s, both processes tell the line as it is',
  async (whose) => {
    const { night, other, guests } = await fullHouse();
    using _night = night;
    const witness = night.open();
    const [ada, bo, cy, dee] = guests as [Guest, Guest, Guest, Guest];
    const asks = (store: Store, { id }: Guest, songId: number, partner: string | null = null) =>
      store.request({ guestId: id, key: null, what: { songId }, partner });
    /** The first of their own: a duet that somebody else asked for is not theirs to take back. */
    const entryOf = async ({ id }: Guest): Promise<number> =>
      (await night.store.mine(id)).find(({ guestId }) => guestId === id)?.entryId ?? 0;
    const seat = 900;
    const hello = { words: 'Eve', code: null, as: null, remote: '::1', connection: { epoch: EPOCH, seat } };
    const commits: readonly ((store: Store) => Promise<unknown>)[] = [
      (store) => asks(store, ada, 1),
      (store) => asks(store, ada, 2),
      (store) => asks(store, bo, 3, 'Cy'),
      (store) => asks(store, cy, 4),
      (store) => asks(store, dee, 5),
      async (store) =>
        store.swap(ada.id, ...((await night.store.mine(ada.id)).map(({ entryId }) => entryId) as [number, number])),
      (store) => store.setAway(bo.id, 'away'),
      (store) => store.setAway(bo.id, 'back'),
      (store) => store.recordConnections({ epoch: EPOCH, opened: [], closed: [1] }),
      async (store) => store.cancel(cy.id, await entryOf(cy)),
      (store) => store.say('nothing of the line', 'DJ'),
      (store) => store.hello({ ...hello, mayMakeNew: true }),
      (store) => store.endParty('dj'),
    ];
    const [who, whom] = whose === 'another one' ? [other, night.store] : [night.store, other];
    witness.changed();
    for (const [at, commit] of commits.entries()) {
      // Both have it in mind before.
      await told(who, guests);
      await told(whom, guests);
      await commit(who);
      expect({ at, committed: witness.changed() }).toEqual({ at, committed: true });
      const now = await fresh(night, guests);
      expect({ at, told: await told(who, guests) }).toEqual({ at, told: now });
      expect({ at, told: await told(whom, guests) }).toEqual({ at, told: now });
    }
  },
);

test('what came to nothing is not told', async () => {
  const { night, guests } = await fullHouse();
  using _night = night;
  const [ada] = guests as [Guest];
  await night.store.request({ guestId: ada.id, key: null, what: { songId: 1 } });
  const before = await told(night.store, guests);
  // Refused after it was looked at: a duplicate.
  expect(await night.store.request({ guestId: ada.id, key: null, what: { songId: 1 } })).toMatchObject({
    is: 'duplicate-entry',
  });
  expect(await told(night.store, guests)).toEqual(before);
});

describe('with nothing committed', () => {
  test('it is one reading for a second, and then follows the clock', async () => {
    const { night, other, guests } = await fullHouse();
    using _night = night;
    const [ada, bo] = guests as [Guest, Guest];
    night.limits = { ...night.limits, graceSeconds: 10 };
    for (const [at, { id }] of [ada, bo].entries())
      await night.store.request({ guestId: id, key: null, what: { songId: at + 1 } });
    await night.leaves({ seat: 1 });
    const order = async (): Promise<string> => (await other.line(ALL)).rows.map(({ singer }) => singer).join(' ');
    expect(await order()).toBe('Ada Bo');
    // The grace of ten seconds is over with the next millisecond.
    night.nowMs += 9_900;
    expect(await order()).toBe('Ada Bo');
    night.nowMs += 999;
    expect(await order()).toBe('Ada Bo');
    night.nowMs += 1;
    expect(await order()).toBe('Bo Ada');
    // A clock that is set back is no reason to keep it.
    night.nowMs -= 3_600_000;
    expect(await order()).toBe('Ada Bo');
  });

  test('a place is the very same one for all who ask', async () => {
    const { night, other, guests } = await fullHouse();
    using _night = night;
    const [ada] = guests as [Guest];
    await night.store.request({ guestId: ada.id, key: null, what: { songId: 1 } });
    const [one, two] = [await other.line(ALL), await other.mine(ada.id)];
    expect(two[0]).toBe(one.rows[0]);
    await night.store.request({ guestId: ada.id, key: null, what: { songId: 2 } });
    expect((await other.line(ALL)).rows[0]).not.toBe(one.rows[0]);
  });
});
