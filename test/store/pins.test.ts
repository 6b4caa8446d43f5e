/** The DJ moves entries to places of the line, and gives them back to its rules. */
import { expect, test } from '@jest/globals';
import type { Store } from '../../src/store/store.ts';
import { evening, expectIs, row } from './evening.ts';
import type { Evening } from './evening.ts';

const NAMES = ['Ada', 'Bo', 'Cy', 'Di', 'Ed'] as const;

/** Five guests ask for a song each while the first of them sings; the second is announced. */
async function fiveWait() {
  const night = await evening();
  await night.store.importRows(NAMES.map((name) => row('Somebody', `Song of ${name}`, { durationS: 180 })));
  const epoch = await night.store.takeEpoch();
  const guests = [];
  const ids: Record<string, number> = {};
  for (const [at, name] of NAMES.entries()) {
    const guest = await night.arrives(name);
    guests.push(guest);
    const asked = await night.store.request({ guestId: guest.id, key: null, what: { songId: at + 1 } });
    ids[name] = expectIs(asked, 'queued').entryId;
    night.nowMs += 1_000;
  }
  const turn = await night.store.takeNext(epoch);
  return { night, epoch, guests, id: (name: (typeof NAMES)[number]) => ids[name] ?? 0, playId: turn?.playId ?? 0 };
}

const line = async (store: Store) =>
  (await store.line({ page: 1, size: 100 })).rows.map(({ singer, reason }) =>
    reason.rule === 'pinned' ? `${singer}!` : singer,
  );
const undone = async (night: Evening) => expectIs(await night.store.undo('root'), 'undone');

test('a moved entry has its place, says so, and keeps it while the line moves up', async () => {
  const { night, epoch, id, playId } = await fiveWait();
  using _ = night;
  expect(await line(night.store)).toEqual(['Bo', 'Cy', 'Di', 'Ed']);
  const moved = expectIs(await night.store.pinEntry(id('Ed'), 3, 'root'), 'done');
  expect(moved).toMatchObject({ place: { position: 3, singer: 'Ed', reason: { rule: 'pinned' } }, callable: 4 });
  expect(await line(night.store)).toEqual(['Bo', 'Cy', 'Ed!', 'Di']);
  await night.store.endTurn(epoch, playId, 'sung');
  expect(await line(night.store)).toEqual(['Cy', 'Ed!', 'Di']);
});

test('the newest word wins: who was pinned there moves down by one, and undo puts all of them back', async () => {
  const { night, id } = await fiveWait();
  using _ = night;
  await night.store.pinEntry(id('Ed'), 2, 'root');
  await night.store.pinEntry(id('Di'), 3, 'root');
  const before = await line(night.store);
  expect(before).toEqual(['Bo', 'Ed!', 'Di!', 'Cy']);
  await night.store.pinEntry(id('Cy'), 2, 'root');
  expect(await line(night.store)).toEqual(['Bo', 'Cy!', 'Ed!', 'Di!']);
  expect(await undone(night)).toMatchObject({ verb: 'move', entryId: id('Cy'), singer: 'Cy', state: 'waiting' });
  expect(await line(night.store)).toEqual(before);
  await undone(night);
  expect(await line(night.store)).toEqual(['Bo', 'Ed!', 'Cy', 'Di']);
  await undone(night);
  expect(await line(night.store)).toEqual(['Bo', 'Cy', 'Di', 'Ed']);
  expect(await night.store.undo('root')).toEqual({ is: 'nothing-to-undo' });
});

test('moved to the first place, it goes before the announced one, who waits on', async () => {
  const { night, epoch, id } = await fiveWait();
  using _ = night;
  expect(await night.store.announced()).toMatchObject({ singer: 'Bo' });
  await night.store.pinEntry(id('Di'), 1, 'root');
  expect(await line(night.store)).toEqual(['Di!', 'Bo', 'Cy', 'Ed']);
  expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Di' });
  await night.store.unpinEntry(id('Di'), 'root');
  // It was announced for its pin alone.
  expect(await line(night.store)).toEqual(['Bo', 'Cy', 'Di', 'Ed']);
  expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Bo' });
  await night.store.pinEntry(id('Bo'), 3, 'root');
  await night.store.unpinEntry(id('Bo'), 'root');
  // What the rules had announced stays so.
  expect(await line(night.store)).toEqual(['Bo', 'Cy', 'Di', 'Ed']);
});

test('who is announced keeps the lock, whatever is moved behind; moved away by the DJ, another one is next', async () => {
  const { night, epoch, id } = await fiveWait();
  using _ = night;
  const next = async () => (await night.store.announce(epoch))?.singer;
  const mark = await night.store.lineTidings(null);
  await night.store.pinEntry(id('Ed'), 2, 'root');
  expect(await night.store.announced()).toMatchObject({ singer: 'Bo' });
  await night.store.pinEntry(id('Bo'), 3, 'root');
  expect(await line(night.store)).toEqual(['Cy', 'Ed!', 'Bo!', 'Di']);
  expect(await night.store.announced()).toBeNull();
  expect(await next()).toBe('Cy');
  expect((await night.store.lineTidings(mark)).gone).toMatchObject({ singer: 'Bo', why: 'displaced' });
  // And back by undo, which is the DJ's word as well.
  await undone(night);
  expect(await next()).toBe('Bo');
});

test('pinned beyond the end while nobody else waits, it stays announced, also when somebody new would go before it', async () => {
  const { night, epoch, id } = await fiveWait();
  using _ = night;
  for (const name of ['Cy', 'Di', 'Ed'] as const) await night.store.removeEntry(id(name), 'root');
  await night.store.endTurn(epoch, (await night.store.turn())?.playId ?? 0, 'sung');
  await night.store.addFor('Fay', { songId: 1 }, 'root');
  const fay = expectIs(await night.store.addFor('Fay', { songId: 3 }, 'root'), 'queued').entryId;
  expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Fay' });
  await night.store.removeEntry(fay, 'root');
  const [only] = (await night.store.line({ page: 1, size: 9 })).rows;
  const announced = await night.store.announce(epoch);
  expect(announced?.entryId).toBe(only?.entryId);
  await night.store.pinEntry(only?.entryId ?? 0, 4, 'root');
  expect(await night.store.announced()).toMatchObject({ singer: 'Fay' });
  await night.store.addFor('Gus', { songId: 3 }, 'root');
  expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Fay' });
});

test('doing it twice does nothing, and there is one thing to undo', async () => {
  const { night, id } = await fiveWait();
  using _ = night;
  expect(await night.store.pinEntry(id('Ed'), 2, 'root')).toMatchObject({ is: 'done' });
  const pulse = await night.store.pulse();
  expect(await night.store.pinEntry(id('Ed'), 2, 'mia')).toMatchObject({ is: 'already', place: { position: 2 } });
  expect(await night.store.unpinEntry(id('Di'), 'mia')).toMatchObject({ is: 'already', place: { singer: 'Di' } });
  expect(await night.store.pulse()).toEqual(pulse);
  expect(await undone(night)).toMatchObject({ who: 'root' });
  expect(await line(night.store)).toEqual(['Bo', 'Cy', 'Di', 'Ed']);
});

test('beyond the end it stands last, and comes to its place once there are others', async () => {
  const { night, guests, id } = await fiveWait();
  using _ = night;
  const moved = await night.store.pinEntry(id('Cy'), 5, 'root');
  expect(moved).toMatchObject({ is: 'done', place: { position: 4 }, callable: 4 });
  await night.store.importRows([row('Somebody', 'One more', { durationS: 180 })]);
  await night.store.importRows([row('Somebody', 'And more', { durationS: 180 })]);
  for (const [at, songId] of [6, 7].entries())
    await night.store.request({ guestId: guests[at]?.id ?? 0, key: null, what: { songId } });
  expect((await line(night.store)).indexOf('Cy!')).toBe(4);
});

test('an unpinned entry stands where the rules put it; undone, it is pinned again', async () => {
  const { night, id } = await fiveWait();
  using _ = night;
  await night.store.pinEntry(id('Ed'), 2, 'root');
  expect(await night.store.unpinEntry(id('Ed'), 'root')).toMatchObject({ is: 'done', place: { position: 4 } });
  expect(await undone(night)).toMatchObject({ verb: 'unpin', singer: 'Ed' });
  expect(await line(night.store)).toEqual(['Bo', 'Ed!', 'Cy', 'Di']);
});

test('what is sung, singing, taken back or nowhere cannot be moved', async () => {
  const { night, epoch, guests, id, playId } = await fiveWait();
  using _ = night;
  expect(await night.store.pinEntry(id('Ada'), 1, 'root')).toEqual({ is: 'too-late', state: 'singing' });
  await night.store.endTurn(epoch, playId, 'sung');
  expect(await night.store.pinEntry(id('Ada'), 1, 'root')).toEqual({ is: 'too-late', state: 'sung' });
  await night.store.cancel(guests[3]?.id ?? 0, id('Di'));
  expect(await night.store.unpinEntry(id('Di'), 'root')).toEqual({ is: 'too-late', state: 'cancelled' });
  expect(await night.store.pinEntry(999, 1, 'root')).toEqual({ is: 'unknown' });
  await night.store.endPartyBy('root', null);
  expect(await night.store.pinEntry(id('Ed'), 1, 'root')).toEqual({ is: 'too-late', state: 'unsung' });
});
