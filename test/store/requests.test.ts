import { expect, test } from '@jest/globals';
import { evening, expectIs, row, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const PAGE = { page: 1, size: 20 };
const asks = (night: Evening, guestId: number, text: string, key: string | null = null) =>
  night.store.request({ guestId, key, what: { text } });

test('a song that is here is queued, with its place and its wait', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.bohemian, SONGS.africa]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const first = expectIs(await asks(night, ada.id, 'queen - bohemian rhapsody'), 'queued');
  const second = expectIs(await asks(night, bo.id, 'Africa - Toto'), 'queued');
  expect(first).toMatchObject({ position: 1, wait: { fromMin: 0, toMin: 1 }, repeated: false, state: 'waiting' });
  // 354 s and a gap of 15 s, times 0.9 and 1.2.
  expect(second).toMatchObject({ position: 2, wait: { fromMin: 5, toMin: 8 } });
  const line = await night.store.line(PAGE);
  expect(line.rows.map(({ singer, song }) => `${singer}: ${song.title}`)).toEqual([
    'Ada: Bohemian Rhapsody',
    'Bo: Africa',
  ]);
  expect(await night.store.mine(bo.id)).toEqual([line.rows[1]]);
});

test('asking for an id that is no song says which', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  const outcome = await night.store.request({ guestId: ada.id, key: null, what: { songId: 4711 } });
  expect(outcome).toEqual({ is: 'no-such-song', songId: 4711 });
});

test('half a title of an artist who is here is a question; another title by the same artist is missing', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.bohemian]);
  const ada = await night.arrives('Ada');
  const unsure = expectIs(await asks(night, ada.id, 'Queen - Hungarian Rhapsody'), 'unsure');
  expect(unsure.candidates.map(({ title }) => title)).toEqual(['Bohemian Rhapsody']);
  expectIs(await asks(night, ada.id, 'Queen - Radio Ga Ga'), 'wished');
  expect(await asks(night, ada.id, 'xylophone')).toEqual({ is: 'not-found' });
});

test('the same song twice by one guest is refused with the entry, by another it is told', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const { entryId } = expectIs(await asks(night, ada.id, 'Toto - Africa'), 'queued');
  expect(await asks(night, ada.id, 'Toto - Africa')).toMatchObject({ is: 'duplicate-entry', entryId });
  expect(await asks(night, bo.id, 'Toto - Africa')).toMatchObject({ is: 'queued', alsoAskedBy: ['Ada'] });
});

test('a guest may wait for as many songs as the limit says, and for one more after cancelling', async () => {
  using night = await evening();
  night.limits = { ...night.limits, queuePerGuest: 2 };
  await night.store.importRows([SONGS.africa, SONGS.bohemian, SONGS.hello]);
  const ada = await night.arrives('Ada');
  const { entryId } = expectIs(await asks(night, ada.id, 'Toto - Africa'), 'queued');
  await asks(night, ada.id, 'Adele - Hello');
  expect(await asks(night, ada.id, 'Queen - Bohemian Rhapsody')).toEqual({ is: 'queue-limit', limit: 2 });
  await night.store.cancel(ada.id, entryId);
  expect(await asks(night, ada.id, 'Queen - Bohemian Rhapsody')).toMatchObject({ is: 'queued', position: 2 });
});

test('a repeated key answers with the entry as it is today and queues nothing', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const first = expectIs(await asks(night, ada.id, 'Toto - Africa', 'k1'), 'queued');
  expect(await asks(night, ada.id, 'Toto - Africa', 'k1')).toEqual({ ...first, repeated: true });
  await night.store.cancel(ada.id, first.entryId);
  expect(await asks(night, ada.id, 'Toto - Africa', 'k1')).toMatchObject({
    entryId: first.entryId,
    repeated: true,
    position: null,
    state: 'cancelled',
  });
  expect((await night.store.line(PAGE)).total).toBe(0);
  // Another guest's k1 is another key.
  expect(await asks(night, bo.id, 'Toto - Africa', 'k1')).toMatchObject({ is: 'queued', repeated: false });
});

test('a key still answers when the party is over, and a refusal was not remembered', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const ada = await night.arrives('Ada');
  expect(await asks(night, ada.id, 'Adele - Hello there', 'k')).toMatchObject({ is: 'wished', repeated: false });
  expect(await asks(night, ada.id, 'Adele - Hello there', 'k')).toMatchObject({ is: 'wished', repeated: true });
  expect(await asks(night, ada.id, 'xylophone', 'k2')).toEqual({ is: 'not-found' });
  const { entryId } = expectIs(await asks(night, ada.id, 'Toto - Africa', 'k2'), 'queued');
  await night.store.endParty('dj');
  expect(await asks(night, ada.id, 'Toto - Africa', 'k2')).toMatchObject({ entryId, state: 'unsung', repeated: true });
  expect(await asks(night, ada.id, 'Toto - Africa', 'k3')).toEqual({ is: 'no-party' });
});

test('what cannot be over before the closing time is too late, and leaves nothing behind', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.bohemian, SONGS.waterloo]);
  const ada = await night.arrives('Ada');
  await night.store.endPartyBy('dj', 200_000);
  expect(await asks(night, ada.id, 'Queen - Bohemian Rhapsody', 'k')).toMatchObject({
    is: 'too-late',
    closingAtMs: night.nowMs + 200_000,
    song: { title: 'Bohemian Rhapsody' },
    wait: { fromMin: 0, toMin: 1 },
  });
  expect((await night.store.line(PAGE)).total).toBe(0);
  expect(await asks(night, ada.id, 'ABBA - Waterloo', 'k')).toMatchObject({ is: 'queued', position: 1 });
});

test('who waits already and cannot be over before the end is marked wherever the line is shown, and watched', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.bohemian, SONGS.waterloo]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  expectIs(await asks(night, ada.id, 'ABBA - Waterloo'), 'queued');
  expectIs(await asks(night, bo.id, 'Queen - Bohemian Rhapsody'), 'queued');
  const marks = async () => (await night.store.line(PAGE)).rows.map(({ tooLateFor }) => tooLateFor);
  expect(await marks()).toEqual([null, null]);
  const before = await night.store.lineDigest();
  await night.store.endPartyBy('dj', 300_000);
  const closingAtMs = night.nowMs + 300_000;
  expect(await marks()).toEqual([null, closingAtMs]);
  expect((await night.store.mine(bo.id)).map(({ tooLateFor }) => tooLateFor)).toEqual([closingAtMs]);
  expect((await night.store.lineDigest()).line).not.toBe(before.line);
  await night.store.closeAt('off', 'dj');
  expect(await marks()).toEqual([null, null]);
  expect(await night.store.lineDigest()).toEqual(before);
});

test('cancelling is for the owner, and once', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const { entryId } = expectIs(await asks(night, ada.id, 'Toto - Africa'), 'queued');
  expect(await night.store.cancel(bo.id, entryId)).toEqual({ is: 'not-yours', owner: 'Ada' });
  expect(await night.store.cancel(ada.id, 99)).toEqual({ is: 'unknown' });
  expect(await night.store.cancel(ada.id, entryId)).toEqual({ is: 'done', artist: 'Toto', title: 'Africa' });
  expect(await night.store.cancel(ada.id, entryId)).toEqual({ is: 'too-late', state: 'cancelled' });
});

test('the DJ adds for somebody without a phone, who counts as here, and no limit holds', async () => {
  using night = await evening();
  night.limits = { ...night.limits, queuePerGuest: 1 };
  await night.store.importRows([SONGS.africa, SONGS.hello, row('Nobody', 'Other')]);
  expectIs(await night.store.addFor('Zoe', { text: 'Toto - Africa' }, 'root'), 'queued');
  const { singer } = expectIs(await night.store.addFor('zoe', { text: 'Adele - Hello' }, 'root'), 'queued');
  expect(singer).toBe('Zoe');
  night.nowMs += 3_600_000;
  const line = await night.store.line(PAGE);
  expect(line.rows.map((place) => [place.singer, place.reason.rule])).toEqual([
    ['Zoe', 'first'],
    ['Zoe', 'own-first'],
  ]);
  expect(await night.store.addFor('', { text: 'Toto - Africa' }, 'root')).toMatchObject({ is: 'bad-name' });
  expect(await night.store.addFor('Yan', { text: 'Nobody - Others Know' }, 'root')).toMatchObject({ is: 'unsure' });
  expect((await night.store.guests()).rows.map(({ name }) => name)).toEqual(['Zoe']);
});

test('the DJ removes an entry once', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa]);
  const { entryId } = expectIs(await night.store.addFor('Zoe', { text: 'Toto - Africa' }, 'root'), 'queued');
  const done = { is: 'done', singer: 'Zoe', artist: 'Toto', title: 'Africa' };
  expect(await night.store.removeEntry(entryId, 'root')).toEqual(done);
  expect(await night.store.removeEntry(entryId, 'root')).toEqual({ is: 'too-late', state: 'cancelled' });
  expect(await night.store.removeEntry(99, 'root')).toEqual({ is: 'unknown' });
});

test('a regular whom the DJ adds is here tonight, although the phone was last seen a week ago', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.hello]);
  const zoe = await night.arrives('Zoe');
  await night.leaves(zoe);
  await night.store.endParty('host');
  night.nowMs += 7 * 24 * 3_600_000;
  await night.store.openNight({ name: 'A week later', begin: 'always', staleHours: 8 });
  night.nowMs += 3_600_000;
  await night.store.addFor('Zoe', { songId: 1 }, 'root');
  const ada = await night.arrives('Ada');
  await night.store.request({ guestId: ada.id, key: null, what: { songId: 2 } });
  const { rows } = await night.store.line({ page: 1, size: 20 });
  expect(rows).toMatchObject([
    { singer: 'Zoe', presence: 'present' },
    { singer: 'Ada', presence: 'present' },
  ]);
});

test('who was gone longer than the grace lets those who are here go first, and comes back in front', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.hello]);
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  await asks(night, ada.id, 'Toto - Africa');
  night.nowMs += 1_000;
  await asks(night, bo.id, 'Adele - Hello');
  const singers = async () => (await night.store.line(PAGE)).rows.map(({ singer }) => singer);
  await night.leaves(ada);
  night.nowMs += 300_000;
  expect(await singers()).toEqual(['Ada', 'Bo']);
  night.nowMs += 1;
  expect(await singers()).toEqual(['Bo', 'Ada']);
  const { queue } = await night.store.pulse();
  await night.store.hello({
    words: `Ada ${ada.code}`,
    code: null,
    as: null,
    remote: '::1',
    connection: { epoch: 7, seat: 99 },
    mayMakeNew: false,
  });
  expect(await singers()).toEqual(['Ada', 'Bo']);
  expect((await night.store.pulse()).queue).toBeGreaterThan(queue);
});
