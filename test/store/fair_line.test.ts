/** The order over real rows: what was sung, skipped and missed tonight, and what a play remembers of its rule. */
import { expect, test } from '@jest/globals';
import { evening, expectIs, row } from './evening.ts';
import type { Evening } from './evening.ts';

const PAGE = { page: 1, size: 100 };
const MINUTE = 60_000;

/** A party with songs 1-99 of three minutes, and a player. */
async function party() {
  const night = await evening();
  await night.store.importRows(
    Array.from({ length: 99 }, (_, at) => row('Band', `Song ${at + 1}`, { durationS: 165 })),
  );
  const epoch = await night.store.takeEpoch();
  let songId = 0;
  return {
    night,
    /** A new guest who asks for so many songs, each a second after the other. */
    comes: async (name: string, songs: number) => {
      const guest = await night.arrives(name);
      for (let asked = 0; asked < songs; asked += 1) await asks(night, guest.id, (songId += 1));
      return guest;
    },
    asksAgain: (guestId: number) => asks(night, guestId, (songId += 1)),
    /** The next turn begins; who sings, or null for a random song. */
    begins: async () => (await night.store.takeNext(epoch))?.singer ?? null,
    /** The turn that is on ends after three minutes, or at once when it is skipped; who sings then. */
    ends: async (how: 'sung' | 'skipped') => {
      const turn = await night.store.turn();
      night.nowMs += how === 'sung' ? 3 * MINUTE : 1_000;
      await night.store.endTurn(epoch, turn?.playId ?? 0, how);
      return (await night.store.turn())?.singer ?? null;
    },
    line: async () => (await night.store.line(PAGE)).rows.map(({ singer, reason }) => `${singer} ${reason.rule}`),
    [Symbol.dispose]: () => {
      night[Symbol.dispose]();
    },
  };
}

async function asks(night: Evening, guestId: number, songId: number): Promise<number> {
  night.nowMs += 1_000;
  const asked = await night.store.request({ guestId, key: null, what: { songId }, partner: null });
  return expectIs(asked, 'queued').entryId;
}

test('a skip is not a turn: who was skipped comes before those who have sung', async () => {
  using evening = await party();
  const { comes, begins, ends, line } = evening;
  await comes('Ada', 3);
  await comes('Bo', 2);
  await comes('Cy', 1);
  expect(await begins()).toBe('Ada');
  expect(await ends('skipped')).toBe('Bo');
  // Ada asked before Cy and has not sung.
  expect(await line()).toEqual(['Ada announced', 'Cy longest-wait', 'Bo fewest-turns', 'Ada fewest-turns']);
  expect(await ends('sung')).toBe('Ada');
  expect(await ends('sung')).toBe('Cy');
  expect(await ends('sung')).toBe('Bo');
});

test('who comes late catches up by one round, not by all that were over', async () => {
  using evening = await party();
  const { comes, asksAgain, begins, ends, line } = evening;
  const [ada, bo] = [await comes('Ada', 3), await comes('Bo', 3)];
  await begins();
  for (let turn = 0; turn < 4; turn += 1) await ends('sung');
  // Two rounds are over, Ada sings her third: who comes now has missed one of them, and one is there to catch up with.
  await asksAgain(ada.id);
  await asksAgain(bo.id);
  await comes('Late', 3);
  const order = (await line()).map((place) => place.split(' ')[0]);
  expect(order).toEqual(['Bo', 'Late', 'Ada', 'Late', 'Bo', 'Late']);
});

test('a guest without a phone, whom the DJ added, sings as all others do, an hour later too', async () => {
  using evening = await party();
  const { night, comes, begins, ends } = evening;
  await comes('Ada', 2);
  expectIs(await night.store.addFor('Zoe', { songId: 98 }, 'root'), 'queued');
  await begins();
  night.nowMs += 90 * MINUTE;
  expect(await ends('sung')).toBe('Zoe');
});

test('who waits for an hour goes first, once, and at most every third turn, also of those that were played', async () => {
  using evening = await party();
  const { night, comes, asksAgain, begins, ends, line } = evening;
  const regulars = [await comes('Vera', 1), await comes('Walt', 1)];
  await begins();
  await ends('sung');
  for (const { id } of regulars) await asksAgain(id);
  for (const name of ['Ann', 'Ben', 'Cat', 'Dan', 'Eva', 'Fay']) await comes(name, 1);
  await ends('sung');
  expect((await line())[0]).toBe('Ben announced');
  // Vera has waited for an hour by then, Walt for less: his last turn was later.
  night.nowMs += 58 * MINUTE;
  const first = (await line()).slice(0, 4);
  expect(first).toEqual(['Ben announced', 'Vera overdue', 'Cat longest-wait', 'Dan longest-wait']);
  night.nowMs += 10 * MINUTE;
  expect((await line()).slice(0, 5)).toEqual([
    'Ben announced',
    'Vera overdue',
    'Cat longest-wait',
    'Dan longest-wait',
    'Walt overdue',
  ]);
  expect(await ends('sung')).toBe('Ben');
  expect(await ends('sung')).toBe('Vera');
  expect((await line()).slice(0, 3)).toEqual(['Cat announced', 'Dan longest-wait', 'Walt overdue']);
  expect(await ends('sung')).toBe('Cat');
  expect(await ends('sung')).toBe('Dan');
  expect(await ends('sung')).toBe('Walt');
});

test('somebody whose connection is lost has a waiting range too: after those who are here', async () => {
  using evening = await party();
  const { night, comes } = evening;
  const ada = await comes('Ada', 1);
  await comes('Bo', 1);
  await night.leaves(ada);
  night.nowMs += 301_000;
  const { rows } = await night.store.line(PAGE);
  expect(rows).toMatchObject([
    { singer: 'Bo', presence: 'present', wait: { fromMin: 0, toMin: 1 } },
    { singer: 'Ada', presence: 'absent', wait: { fromMin: 2, toMin: 4 }, reason: { rule: 'after-present' } },
  ]);
});

test('WHY knows what became of an entry that is not in the line', async () => {
  using evening = await party();
  const { night, comes, begins, ends } = evening;
  const ada = await comes('Ada', 3);
  const ids = (await night.store.mine(ada.id)).map(({ entryId }) => entryId);
  const became = async () => {
    const outcomes = await Promise.all(ids.map((id) => night.store.why(id)));
    return outcomes.map((outcome) => (outcome.is === 'not-in-line' ? outcome.entry.state : outcome.is));
  };
  await begins();
  expect(await became()).toEqual(['singing', 'in-line', 'in-line']);
  await ends('sung');
  await night.store.cancel(ada.id, ids[2] ?? 0);
  expect(await became()).toEqual(['sung', 'singing', 'cancelled']);
  expect(await night.store.why(4711)).toEqual({ is: 'unknown', party: 'on' });
  await night.store.endParty('host');
  expect(await became()).toEqual(['sung', 'unsung', 'cancelled']);
  expect(await night.store.why(4711)).toEqual({ is: 'unknown', party: 'off' });
});

test('WHY says that the music is paused', async () => {
  using evening = await party();
  const { night, comes, begins } = evening;
  const ada = await comes('Ada', 2);
  await begins();
  const turn = await night.store.turn();
  const epoch = await night.store.takeEpoch();
  await night.store.movePosition(epoch, turn?.playId ?? 0, { runningSinceMs: null, offsetMs: 0 });
  const [place] = await night.store.mine(ada.id);
  const { facts } = expectIs(await night.store.why(place?.entryId ?? 0), 'in-line');
  expect(facts).toEqual([
    { about: 'place', position: 1, wait: null },
    { about: 'reason', reason: { rule: 'announced' } },
    { about: 'paused' },
  ]);
});
