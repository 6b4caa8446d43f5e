/** The DJ takes back what was done to the line: "a double press on skip cost a person a whole round". */
import { expect, test } from '@jest/globals';
import { evening, expectIs, row } from './evening.ts';
import type { Evening } from './evening.ts';

const NAMES = ['Ada', 'Bo', 'Cy'] as const;

async function threeWait() {
  const night = await evening();
  await night.store.importRows([...NAMES, 'Di'].map((name) => row('Somebody', `Song of ${name}`, { durationS: 180 })));
  const epoch = await night.store.takeEpoch();
  const guests: Record<string, number> = {};
  const ids: Record<string, number> = {};
  for (const [at, name] of NAMES.entries()) {
    guests[name] = (await night.arrives(name)).id;
    ids[name] = await asks(night, guests[name], at + 1);
    night.nowMs += 1_000;
  }
  const playId = (await night.store.takeNext(epoch))?.playId ?? 0;
  return { night, epoch, playId, guest: (name: string) => guests[name] ?? 0, id: (name: string) => ids[name] ?? 0 };
}

const asks = async (night: Evening, guestId: number, songId: number) =>
  expectIs(await night.store.request({ guestId, key: null, what: { songId } }), 'queued').entryId;

/** As the player carries it out. */
async function skip(night: Evening, epoch: number): Promise<void> {
  const { orderId, now } = expectIs(await night.store.orderPlayer('skip', 'tosho'), 'given');
  if (now.state !== 'silence') await night.store.endTurn(epoch, now.playId, 'skipped');
  await night.store.orderDone(epoch, orderId, 'done');
}

const line = async (night: Evening) =>
  (await night.store.line({ page: 1, size: 100 })).rows.map(({ singer }) => singer);
const onStage = async (night: Evening) => (await night.store.turn())?.singer ?? null;
const undone = async (night: Evening) => expectIs(await night.store.undo('root'), 'undone');

test('a double press on skip is mended with one undo: who was skipped by mistake is next', async () => {
  const { night, epoch, id } = await threeWait();
  using _ = night;
  await asks(night, (await night.arrives('Di')).id, 4);
  await skip(night, epoch);
  await skip(night, epoch);
  expect(await onStage(night)).toBe('Cy');
  expect(await undone(night)).toMatchObject({
    verb: 'skip',
    who: 'tosho',
    entryId: id('Bo'),
    singer: 'Bo',
    state: 'waiting',
  });
  expect(await line(night)).toEqual(['Bo', 'Di']);
  expect(await night.store.announce(epoch)).toMatchObject({ singer: 'Bo', entryId: id('Bo') });
  // Not a turn: it counts once, when it is sung.
  const playId = (await night.store.turn())?.playId ?? 0;
  await night.store.endTurn(epoch, playId, 'sung');
  expect(await onStage(night)).toBe('Bo');
  expect((await night.store.guests()).rows.find(({ name }) => name === 'Bo')?.sungTonight).toBe(0);
  // The skip before that one is still there to be taken back, and nothing twice.
  expect(await undone(night)).toMatchObject({ verb: 'skip', singer: 'Ada' });
  expect(await night.store.undo('root')).toEqual({ is: 'nothing-to-undo' });
});

test('the skip of a random song is none, and one that the player has not carried out is not taken back yet', async () => {
  const { night, epoch, id } = await threeWait();
  using _ = night;
  await night.store.removeEntry(id('Cy'), 'root');
  const { orderId } = expectIs(await night.store.orderPlayer('skip', 'root'), 'given');
  expect(await night.store.undo('root')).toEqual({ is: 'not-yet', verb: 'skip' });
  await night.store.orderDone(epoch, orderId, 'nothing');
  for (const how of ['sung', 'sung'] as const)
    await night.store.endTurn(epoch, (await night.store.turn())?.playId ?? 0, how);
  expect(await night.store.turn()).toMatchObject({ entryId: null });
  await skip(night, epoch);
  expect(await undone(night)).toMatchObject({ verb: 'remove', singer: 'Cy' });
});

test('a removed entry is back where it was, its pin too; its id is its own', async () => {
  const { night, id } = await threeWait();
  using _ = night;
  await night.store.pinEntry(id('Cy'), 1, 'root');
  const before = (await night.store.line({ page: 1, size: 100 })).rows;
  await night.store.removeEntry(id('Cy'), 'root');
  expect(await line(night)).toEqual(['Bo']);
  expect(await undone(night)).toMatchObject({ verb: 'remove', entryId: id('Cy'), state: 'waiting' });
  expect((await night.store.line({ page: 1, size: 100 })).rows).toEqual(before);
});

test('nothing of a removal stands when the guest asked again, or the party is another one', async () => {
  const { night, guest, id } = await threeWait();
  using _ = night;
  await night.store.removeEntry(id('Cy'), 'root');
  await night.store.removeEntry(id('Bo'), 'root');
  const again = await asks(night, guest('Bo'), 2);
  expect(again).toBeGreaterThan(id('Cy'));
  expect(await night.store.undo('root')).toMatchObject({
    is: 'overtaken',
    verb: 'remove',
    entryId: id('Bo'),
    state: 'cancelled',
  });
  await night.store.endPartyBy('root', null);
  await night.store.startParty('Saturday', 'root');
  expect(await night.store.undo('root')).toMatchObject({ is: 'overtaken', verb: 'remove', entryId: id('Cy') });
  expect(await line(night)).toEqual([]);
});

test('who was banned or forgotten since is not brought back: not to the stage, not into the line', async () => {
  const { night, epoch, id } = await threeWait();
  using _ = night;
  await night.store.removeEntry(id('Bo'), 'root');
  await night.store.ban('Ada', 'root');
  await skip(night, epoch);
  expect(await night.store.undo('root')).toMatchObject({
    is: 'overtaken',
    verb: 'skip',
    singer: 'Ada',
    state: 'skipped',
  });
  await night.store.ban('Bo', 'root');
  await night.store.forget('Bo', 'root');
  const { rows } = await night.store.guests('banned');
  expect(await night.store.undo('root')).toMatchObject({ is: 'overtaken', verb: 'ban' });
  expect((await night.store.guests('banned')).rows).toEqual(rows);
  expect(await undone(night)).toMatchObject({ verb: 'ban', singer: 'Ada' });
  expect(await night.store.undo('root')).toMatchObject({ is: 'overtaken', verb: 'remove', entryId: id('Bo') });
  expect(await line(night)).toEqual([]);
});

test('a skip that the player carried out can be taken back, also when it fell before it could say so', async () => {
  const { night, epoch, id, playId } = await threeWait();
  using _ = night;
  const { orderId } = expectIs(await night.store.orderPlayer('skip', 'root'), 'given');
  await night.store.endTurn(epoch, playId, 'skipped');
  expect(await night.store.orderOutcome(orderId)).toBe('done');
  await night.store.orderDone(await night.store.takeEpoch(), orderId, 'nothing');
  expect(await undone(night)).toMatchObject({ verb: 'skip', entryId: id('Ada'), state: 'waiting' });
});

test('a skip that waits for a player who is down does not keep what was ordered before it', async () => {
  const { night, id } = await threeWait();
  using _ = night;
  await night.store.removeEntry(id('Cy'), 'root');
  expectIs(await night.store.orderPlayer('skip', 'root'), 'given');
  night.nowMs += 5_000;
  expect(await night.store.undo('root')).toEqual({ is: 'not-yet', verb: 'skip' });
  night.nowMs += 1;
  expect(await undone(night)).toMatchObject({ verb: 'remove', entryId: id('Cy') });
});

test('an added song is out of the line again, and the offer that it had settled is back', async () => {
  const { night, guest } = await threeWait();
  using _ = night;
  await night.store.endPartyBy('root', null);
  await night.store.startParty('Saturday', 'root');
  const offers = async () => (await night.store.wishes(guest('Cy'))).unsung.map(({ song }) => song.id);
  expect(await offers()).toEqual([3]);
  const added = expectIs(await night.store.addFor('Cy', { songId: 3 }, 'root'), 'queued');
  expect(await offers()).toEqual([]);
  expect(await undone(night)).toMatchObject({ verb: 'add', entryId: added.entryId, state: 'cancelled', singer: 'Cy' });
  expect(await line(night)).toEqual([]);
  expect(await offers()).toEqual([3]);
});

test('a hidden song is shown and a banned guest let in again, with what waited', async () => {
  const { night, id } = await threeWait();
  using _ = night;
  await night.store.hide({ songId: 4 }, 'root');
  await night.store.ban('Cy', 'root');
  expect(await line(night)).toEqual(['Bo']);
  expect(await undone(night)).toMatchObject({ verb: 'ban', singer: 'Cy', entryId: null });
  expect(await line(night)).toEqual(['Bo', 'Cy']);
  expect((await night.store.line({ page: 1, size: 9 })).rows[1]?.entryId).toBe(id('Cy'));
  expect(await undone(night)).toMatchObject({ verb: 'hide', title: 'Song of Di', singer: null });
  expect(await night.store.search('song di', { page: 1, size: 9 })).toMatchObject({ total: 1 });
});

test('each undo is an order itself, with who and when', async () => {
  const { night, id } = await threeWait();
  using _ = night;
  const mark = await night.store.lineTidings(null);
  await night.store.removeEntry(id('Cy'), 'tosho');
  night.nowMs += 7_000;
  await night.store.undo('mia');
  expect((await night.store.lineTidings(mark)).orders).toMatchObject([
    { verb: 'remove', who: 'tosho', entryId: id('Cy') },
    { verb: 'undo', who: 'mia', atMs: night.nowMs, text: 'remove', entryId: id('Cy'), singer: 'Cy' },
  ]);
});

test('an undo that changed nothing is no news', async () => {
  const { night, guest, id } = await threeWait();
  using _ = night;
  await night.store.removeEntry(id('Cy'), 'root');
  await asks(night, guest('Cy'), 3);
  const mark = await night.store.lineTidings(null);
  expectIs(await night.store.undo('mia'), 'overtaken');
  expect((await night.store.lineTidings(mark)).orders).toEqual([]);
});
