import { expect, test } from '@jest/globals';
import type { HelloRow } from '../../src/store/guests.ts';
import { EPOCH, evening, expectIs, row, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const wishes = async (night: Evening, guestId: number, text: string) => night.store.wish({ guestId, text });

/** What a guest who comes back is told first. */
async function hearsOnReturn(
  night: Evening,
  guest: { readonly name: string; readonly code: string },
): Promise<readonly HelloRow[]> {
  const outcome = await night.store.hello({
    words: `${guest.name} ${guest.code}`,
    code: null,
    as: null,
    remote: '::1',
    connection: { epoch: EPOCH, seat: 500 },
    mayMakeNew: true,
  });
  return expectIs(outcome, 'back').rows;
}

test('a song that is not here becomes one wish with many askers', async () => {
  using night = await evening();
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const { wishId } = expectIs(await wishes(night, ada.id, 'Щурците - Вкусът на времето'), 'wished');
  expect(await wishes(night, bo.id, 'щурците — вкусът на времето')).toMatchObject({ wishId, askers: 2 });
  expect(await wishes(night, bo.id, 'щурците — вкусът на времето')).toMatchObject({ wishId, askers: 2 });
  const missing = await night.store.missing({ page: 1, size: 20 });
  expect(missing.rows).toMatchObject([{ wishId, state: 'wanted', askers: ['Ada', 'Bo'] }]);
});

test('an import that brings the song tells everyone who asked, once', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  await wishes(night, ada.id, 'ABBA - Waterloo');
  await night.leaves(ada);
  expect(await night.store.importRows([SONGS.waterloo, SONGS.africa])).toMatchObject({ added: 2, known: 0, found: 1 });
  const rows = await hearsOnReturn(night, ada);
  expect(rows).toMatchObject([{ kind: 'wish', state: 'found', songId: 1, artist: 'ABBA', title: 'Waterloo' }]);
  // Not marked told: the answer may have been lost, so it is told again with the same wish id.
  expect(await hearsOnReturn(night, ada)).toEqual(rows);
  await night.store.markTold(rows.flatMap((one) => (one.kind === 'wish' ? [one] : [])));
  expect(await hearsOnReturn(night, ada)).toEqual([]);
});

test('found under another name, both are said; case, accents and a leading article are no other name', async () => {
  using night = await evening();
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const { wishId } = expectIs(await wishes(night, ada.id, 'Abba - Waterlo'), 'wished');
  await wishes(night, bo.id, 'the toto - AFRICA');
  await night.store.importRows([SONGS.waterloo, SONGS.africa]);
  await night.store.found(wishId, 1, 'root');
  const wished = { artist: 'Abba', title: 'Waterlo' };
  expect(await hearsOnReturn(night, ada)).toMatchObject([{ artist: 'ABBA', title: 'Waterloo', wished }]);
  expect(await hearsOnReturn(night, bo)).toMatchObject([{ artist: 'Toto', title: 'Africa', wished: null }]);
  expect((await night.store.wishNewsAfter(0, [ada.id])).map((news) => news.wished)).toEqual([wished]);
});

test('connections hear by serial, whatever another connection of the guest was told', async () => {
  using night = await evening();
  const [ada, bo, cy] = [await night.arrives('Ada'), await night.arrives('Bo'), await night.arrives('Cy')];
  await wishes(night, ada.id, 'ABBA - Waterloo');
  await wishes(night, bo.id, 'ABBA - Waterloo');
  const before = await night.store.lastWishSerial();
  await night.store.importRows([SONGS.waterloo]);
  const news = await night.store.wishNewsAfter(before, [ada.id, cy.id]);
  expect(news).toMatchObject([{ guestId: ada.id, state: 'found' }]);
  await night.store.markTold(news);
  expect(await night.store.wishNewsAfter(before, [ada.id])).toEqual(news);
  expect(await night.store.wishNewsAfter(await night.store.lastWishSerial(), [ada.id, bo.id])).toEqual([]);
});

test('a refused wish says why, is wanted again when somebody asks again, and can be refused again', async () => {
  using night = await evening();
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const { wishId } = expectIs(await wishes(night, ada.id, 'ABBA - Waterloo'), 'wished');
  expect(await night.store.refuse(wishId, 'no licence', 'root')).toMatchObject({ is: 'done', askers: 1 });
  expect(await night.store.refuse(wishId, 'no licence', 'root')).toMatchObject({ is: 'already', state: 'refused' });
  expect((await night.store.wishes(ada.id)).wishes).toMatchObject([{ wishId, state: 'refused', reason: 'no licence' }]);
  expect(await wishes(night, bo.id, 'ABBA - Waterloo')).toMatchObject({
    wishId,
    state: 'wanted',
    askers: 2,
    refusedBefore: 'no licence',
  });
  // Ada has not heard of the refusal although the wish is wanted again; Bo was told in the answer.
  expect(await hearsOnReturn(night, ada)).toMatchObject([{ state: 'refused', reason: 'no licence' }]);
  expect(await hearsOnReturn(night, bo)).toEqual([]);
  await night.store.refuse(wishId, 'still none', 'root');
  expect(await hearsOnReturn(night, bo)).toMatchObject([{ state: 'refused', reason: 'still none' }]);
});

test('whoever asks again reads the refusal in the answer, and not once more on the next visit', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  const { wishId } = expectIs(await wishes(night, ada.id, 'ABBA - Waterloo'), 'wished');
  await night.store.refuse(wishId, 'no licence', 'root');
  expect(await wishes(night, ada.id, 'ABBA - Waterloo')).toMatchObject({ refusedBefore: 'no licence' });
  expect(await hearsOnReturn(night, ada)).toEqual([]);
  await night.store.importRows([SONGS.waterloo]);
  expect(await hearsOnReturn(night, ada)).toMatchObject([{ state: 'found' }]);
});

test('the DJ may say that a song is the wish, even a refused one; a request for it is then sure', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.waterloo]);
  const ada = await night.arrives('Ada');
  const { wishId } = expectIs(await wishes(night, ada.id, 'Abba Teens - Watrloo'), 'wished');
  expect(await night.store.found(wishId, 99, 'root')).toEqual({ is: 'no-such-song', songId: 99 });
  expect(await night.store.found(99, 1, 'root')).toEqual({ is: 'no-such-wish' });
  await night.store.refuse(wishId, 'what is it?', 'root');
  expect(await night.store.found(wishId, 1, 'root')).toMatchObject({ is: 'done', askers: 1 });
  expect(await night.store.found(wishId, 1, 'root')).toMatchObject({ is: 'already', state: 'found' });
  const asked = await night.store.request({ guestId: ada.id, key: null, what: { text: 'Abba Teens - Watrloo' } });
  expect(asked).toMatchObject({ is: 'queued', song: { title: 'Waterloo' } });
});

test('WISH takes what is only similar, and refuses exactly what is here', async () => {
  using night = await evening();
  await night.store.importRows([SONGS.bohemian]);
  const ada = await night.arrives('Ada');
  expect(await wishes(night, ada.id, 'queen - bohemian rhapsody')).toMatchObject({
    is: 'duplicate-song',
    song: { id: 1 },
  });
  expectIs(await wishes(night, ada.id, 'Queen - Bohemian Rhapsody (Live)'), 'wished');
  expect(await wishes(night, ada.id, 'no separator')).toEqual({ is: 'not-found' });
  // The original was a candidate; only the live version is the wish.
  expect(await night.store.importRows([SONGS.bohemian])).toMatchObject({ known: 1, found: 0 });
  expect(await night.store.importRows([row('Queen', 'Bohemian Rhapsody [Live]')])).toMatchObject({ found: 1 });
});

test('the last asker who leaves withdraws the wish, and a found one cannot be taken back', async () => {
  using night = await evening();
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  const { wishId } = expectIs(await wishes(night, ada.id, 'ABBA - Waterloo'), 'wished');
  expect(await night.store.unwish(bo.id, wishId)).toEqual({ is: 'not-yours', owner: 'Ada' });
  await wishes(night, bo.id, 'ABBA - Waterloo');
  const done = { is: 'done', artist: 'ABBA', title: 'Waterloo' };
  expect(await night.store.unwish(ada.id, wishId)).toEqual(done);
  expect((await night.store.missing({ page: 1, size: 20 })).rows).toMatchObject([{ askers: ['Bo'] }]);
  expect(await night.store.unwish(bo.id, wishId)).toEqual(done);
  expect((await night.store.missing({ page: 1, size: 20 })).total).toBe(0);
  expect(await night.store.unwish(bo.id, 99)).toEqual({ is: 'unknown' });
  await wishes(night, ada.id, 'ABBA - Waterloo');
  await night.store.importRows([SONGS.waterloo]);
  expect(await night.store.unwish(ada.id, wishId)).toEqual({ is: 'too-late', state: 'found' });
});

test('the limit counts open wishes, and asking again for one of them costs nothing', async () => {
  using night = await evening();
  night.limits = { ...night.limits, wishPerGuest: 1 };
  const ada = await night.arrives('Ada');
  const { wishId } = expectIs(await wishes(night, ada.id, 'A Band - One'), 'wished');
  expect(await wishes(night, ada.id, 'B Band - Two')).toEqual({ is: 'wish-limit', limit: 1 });
  expectIs(await wishes(night, ada.id, 'A Band - One'), 'wished');
  await night.store.refuse(wishId, 'no', 'root');
  expectIs(await wishes(night, ada.id, 'B Band - Two'), 'wished');
});

test('the shopping list is ordered by demand, then by how lately', async () => {
  using night = await evening();
  const [ada, bo] = [await night.arrives('Ada'), await night.arrives('Bo')];
  for (const [guest, text] of [
    [ada, 'X - Early'],
    [ada, 'Y - Wanted by two'],
    [bo, 'Y - Wanted by two'],
    [bo, 'Z - Late'],
  ] as const) {
    night.nowMs += 1_000;
    await wishes(night, guest.id, text);
  }
  const { rows } = await night.store.missing({ page: 1, size: 2 });
  expect(rows.map(({ title }) => title)).toEqual(['Wanted by two', 'Late']);
});
