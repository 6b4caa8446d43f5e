import { expect, test } from '@jest/globals';
import { evening, SONGS } from './evening.ts';

const HOUR = 3_600_000;
const NIGHT = { name: 'Saturday', begin: 'default', staleHours: 8 } as const;

test('a party that is on goes on after a restart, and nobody is connected anymore', async () => {
  using night = await evening();
  await night.arrives('Ada');
  night.nowMs += HOUR;
  expect(await night.store.openNight(NIGHT)).toMatchObject({ name: 'Friday' });
  expect(await night.store.who()).toMatchObject({ connections: 0, guests: [] });
});

test('one without a sign of life for too long has ended, and a new one begins', async () => {
  using night = await evening();
  const first = (await night.store.party()).on;
  night.nowMs += 7 * HOUR;
  await night.store.signOfLife();
  night.nowMs += 7 * HOUR;
  expect(await night.store.openNight(NIGHT)).toMatchObject({ id: first?.id });
  night.nowMs += 8 * HOUR + 1;
  expect(await night.store.openNight(NIGHT)).toMatchObject({ name: 'Saturday' });
  expect((await night.store.party()).lastEnded).toMatchObject({ id: first?.id });
});

test('one that the DJ ended is not followed by a new one in the same night, unless asked for', async () => {
  using night = await evening();
  await night.store.endPartyBy('root', null);
  night.nowMs += 8 * HOUR - 1;
  expect(await night.store.openNight(NIGHT)).toBeNull();
  expect(await night.store.openNight({ ...NIGHT, begin: 'always' })).toMatchObject({ name: 'Saturday' });
  await night.store.endPartyBy('root', null);
  night.nowMs += 8 * HOUR;
  expect(await night.store.openNight({ ...NIGHT, begin: 'never' })).toBeNull();
  expect(await night.store.openNight(NIGHT)).toMatchObject({ name: 'Saturday' });
});

test('one that ended with karaoked itself is followed by a new one', async () => {
  using night = await evening();
  await night.store.endParty('host');
  expect(await night.store.openNight(NIGHT)).toMatchObject({ name: 'Saturday' });
});

test('the grace of who was here starts anew with the program', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.hello]);
  const ada = await night.arrives('Ada');
  await night.store.request({ guestId: ada.id, key: null, what: { songId: 1 } });
  await night.store.addFor('Zoe', { songId: 2 }, 'root');
  night.nowMs += HOUR;
  await night.store.openNight(NIGHT);
  const singers = async () => (await night.store.line({ page: 1, size: 9 })).rows.map(({ singer }) => singer);
  night.nowMs += 300_000;
  expect(await singers()).toEqual(['Ada', 'Zoe']);
  night.nowMs += 1;
  expect(await singers()).toEqual(['Zoe', 'Ada']);
});

test('who was gone for longer than the grace before the restart is not waited for again', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  for (const { id } of [ada, bo]) await night.store.request({ guestId: id, key: null, what: { songId: 1 } });
  await night.leaves(ada);
  night.nowMs += 360_000;
  await night.store.signOfLife();
  await night.leaves(bo);
  night.nowMs += 60_000;
  await night.store.openNight(NIGHT);
  const { rows } = await night.store.line({ page: 1, size: 10 });
  expect(rows.map(({ singer, presence }) => `${singer} ${presence}`)).toEqual(['Bo present', 'Ada absent']);
});

test('the end of a party makes what was not sung unsung, and what comes late does nothing', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.hello]);
  const ada = await night.arrives('Ada');
  for (const songId of [1, 2]) await night.store.request({ guestId: ada.id, key: null, what: { songId } });
  const epoch = await night.store.takeEpoch();
  const turn = await night.store.takeNext(epoch);
  expect(await night.store.endParty('dj')).toMatchObject({ name: 'Friday', endedAtMs: night.nowMs });
  expect(await night.store.endParty('dj')).toBeNull();
  expect(await night.store.turn()).toBeNull();
  expect(await night.store.announced()).toBeNull();
  await night.store.endTurn(epoch, turn?.playId ?? 0, 'sung');
  expect((await night.store.history(ada.id, { page: 1, size: 20 })).total).toBe(0);
  expect((await night.store.wishes(ada.id)).unsung.map(({ song }) => song.title)).toEqual(['Hello', 'Africa']);
  expect(await night.store.nowPlaying()).toMatchObject({ state: 'silence', why: 'no-party' });
  expect((await night.store.plays({ page: 1, size: 20 })).rows).toMatchObject([{ title: 'Africa', end: 'unsung' }]);
});

test('the closing time ends it, not before', async () => {
  using night = await evening();
  expect(await night.store.endPartyBy('root', 60_000)).toMatchObject({
    is: 'closing',
    party: { closingAtMs: night.nowMs + 60_000 },
  });
  const epoch = await night.store.takeEpoch();
  expect(await night.store.endPartyIfClosing(epoch)).toBe(false);
  night.nowMs += 60_000;
  expect(await night.store.endPartyIfClosing(epoch)).toBe(true);
  expect(await night.store.endPartyIfClosing(epoch)).toBe(false);
  expect(await night.store.endPartyBy('root', null)).toEqual({ is: 'no-party' });
});

test('a party is started by the DJ once', async () => {
  using night = await evening('no-party');
  expect(await night.store.door()).toEqual({ party: null, waiting: 0 });
  const { is, party } = await night.store.startParty('Karaoke at last', 'root');
  expect([is, party.name]).toEqual(['started', 'Karaoke at last']);
  expect(await night.store.startParty('Another', 'root')).toEqual({ is: 'already-on', party });
});

test('a sentence and a kick are orders that sessions find by their ids', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  await night.arrives('Adam');
  const before = await night.store.lastOrderId();
  expect(await night.store.say('Pizza is here', 'root')).toMatchObject({ connections: 2 });
  expect(await night.store.kick('ad', 'root')).toMatchObject({
    is: 'which-guest',
    guests: [{ name: 'Ada' }, { name: 'Adam' }],
  });
  expect(await night.store.kick('Ada too loud', 'root')).toEqual({ is: 'kicked', name: 'Ada', connections: 1 });
  expect(await night.store.kick(String(ada.id), 'root')).toMatchObject({ is: 'kicked', name: 'Ada' });
  expect(await night.store.kick('Bo', 'root')).toEqual({ is: 'no-such-guest' });
  expect(await night.store.guestOrdersAfter(before)).toMatchObject([
    { verb: 'say', text: 'Pizza is here', guestId: null },
    { verb: 'kick', by: null, text: 'too loud', guestId: ada.id },
    { verb: 'kick', text: '', guestId: ada.id },
  ]);
});

test('another process notices what was written, and its own writes are no news to it', async () => {
  using night = await evening();
  const other = night.open();
  expect(other.changed()).toBe(false);
  await night.store.say('hello', 'root');
  expect(other.changed()).toBe(true);
  expect(other.changed()).toBe(false);
});

test('the evening tells what the DJ said for a minute, and of which party it was the end while no other is on', async () => {
  using night = await evening();
  expect(await night.store.evening()).toMatchObject({ party: { name: expect.any(String) }, said: null, ended: null });
  await night.store.say('Pizza is here', 'root');
  await night.arrives('Ada');
  await night.store.kick('Ada', 'root');
  const said = { text: 'Pizza is here', atMs: night.nowMs };
  night.nowMs += 59_999;
  expect(await night.store.evening()).toMatchObject({ said });
  night.nowMs += 1;
  expect((await night.store.evening()).said).toBeNull();
  await night.store.say('Good night', 'root');
  await night.store.endParty('dj');
  expect(await night.store.evening()).toMatchObject({ party: null, said: null, ended: { endedAtMs: night.nowMs } });
  night.nowMs += 1;
  await night.store.startParty('Saturday', 'root');
  expect(await night.store.evening()).toMatchObject({ party: { name: 'Saturday' }, said: null, ended: null });
});
