/** A song that the DJ has hidden. */
import { expect, test } from '@jest/globals';
import { EPOCH, evening, expectIs, row, SONGS } from './evening.ts';
import type { Evening } from './evening.ts';

const PAGE = { page: 1, size: 20 };
const [AFRICA, HELLO, WATERLOO] = [1, 2, 3];

async function withSongs(): Promise<Evening> {
  const night = await evening();
  await night.store.importRows([SONGS.africa, SONGS.hello, SONGS.waterloo]);
  return night;
}

const ids = ({ rows }: { readonly rows: readonly { readonly id: number }[] }) => rows.map(({ id }) => id);

test('what is hidden is found by nobody: not by its words, a typing error, its artist, or in the list of all', async () => {
  using night = await withSongs();
  const { store } = night;
  expect(await store.hide({ songId: AFRICA }, 'tosho')).toMatchObject({
    is: 'done',
    song: { id: AFRICA },
    waiting: [],
  });
  for (const words of ['africa', 'toto africa', 'afrika', 'toto', 'тото'])
    expect(ids(await store.search(words, PAGE))).toEqual([]);
  expect(ids(await store.songs('toto', PAGE))).toEqual([]);
  const all = await store.songs(null, PAGE);
  expect(ids(all)).toEqual([WATERLOO, HELLO]);
  expect(all.total).toBe(2);
  expect((await store.overview()).songs).toBe(2);
  expect(ids(await store.hiddenSongs(null, PAGE))).toEqual([AFRICA]);
  expect(ids(await store.hiddenSongs('afr tot', PAGE))).toEqual([AFRICA]);
  expect(ids(await store.hiddenSongs('abba', PAGE))).toEqual([]);
});

test('who asks for it by number or name is told, and so is who wishes for it; nothing is queued or wished', async () => {
  using night = await withSongs();
  const { store } = night;
  const ada = await night.arrives('Ada');
  await store.hide({ text: 'toto - africa' }, 'tosho');
  const asks = (what: { songId: number } | { text: string }) => store.request({ guestId: ada.id, key: null, what });
  const hidden = { is: 'hidden-song', song: { id: AFRICA, title: 'Africa' } };
  for (const text of ['Toto - Africa', 'TOTO - AFRICA', 'Africa - Toto', 'toto africa', 'africa toto'])
    expect([text, await asks({ text })]).toMatchObject([text, hidden]);
  expect(await asks({ songId: AFRICA })).toMatchObject(hidden);
  expect(await store.wish({ guestId: ada.id, text: 'Toto - Africa' })).toMatchObject(hidden);
  expect(await store.addFor('Bo', { songId: AFRICA }, 'tosho')).toMatchObject(hidden);
  expect((await store.line(PAGE)).total).toBe(0);
  expect((await store.wishes(ada.id)).wishes).toEqual([]);
  // Another song of the name is another song.
  await store.importRows([row('Toto', 'Africa (Live)')]);
  expectIs(await asks({ text: 'Toto - Africa (Live)' }), 'queued');
});

test('what waits stays and is sung; the answer names it', async () => {
  using night = await withSongs();
  const { store } = night;
  const ada = await night.arrives('Ada');
  const { entryId } = expectIs(await store.request({ guestId: ada.id, key: null, what: { songId: AFRICA } }), 'queued');
  expect(await store.hide({ songId: AFRICA }, 'tosho')).toMatchObject({
    is: 'done',
    waiting: [{ entryId, singer: 'Ada' }],
  });
  expect(await store.takeNext(await store.takeEpoch())).toMatchObject({ entryId, song: { id: AFRICA } });
});

test('hiding twice does nothing, showing brings it back whole, and showing twice does nothing', async () => {
  using night = await withSongs();
  const { store } = night;
  await store.hide({ songId: AFRICA }, 'tosho');
  const orders = await store.lastOrderId();
  const pulse = await store.pulse();
  expectIs(await store.hide({ songId: AFRICA }, 'ivan'), 'already');
  expectIs(await store.hide({ text: 'toto africa' }, 'ivan'), 'already');
  expect(await store.lastOrderId()).toBe(orders);
  expect(await store.pulse()).toEqual(pulse);
  // By its words, as far as only one hidden song has them.
  expect(await store.unhide({ text: 'afr' }, 'ivan')).toMatchObject({ is: 'done', song: { id: AFRICA } });
  expect(ids(await store.search('afrika', PAGE))).toEqual([AFRICA]);
  expect((await store.songs(null, PAGE)).total).toBe(3);
  expectIs(await store.unhide({ songId: AFRICA }, 'ivan'), 'already');
  expectIs(await store.unhide({ text: 'Toto - Africa' }, 'ivan'), 'already');
  expectIs(await store.hide({ songId: 99 }, 'ivan'), 'no-such-song');
  expectIs(await store.unhide({ songId: 99 }, 'ivan'), 'no-such-song');
});

test('several that may be meant are a question, in both directions', async () => {
  using night = await evening();
  const { store } = night;
  await store.importRows([row('Adele', 'Hello'), row('Lionel Richie', 'Hello')]);
  expect(ids({ rows: expectIs(await store.hide({ text: 'hello' }, 'tosho'), 'unsure').candidates })).toHaveLength(2);
  await store.hide({ songId: 1 }, 'tosho');
  await store.hide({ songId: 2 }, 'tosho');
  expect(ids({ rows: expectIs(await store.unhide({ text: 'hello' }, 'tosho'), 'unsure').candidates })).toEqual([1, 2]);
});

test('an import does not show it again, nor raise it into the index; a wish does not come home with it', async () => {
  using night = await withSongs();
  const { store } = night;
  const ada = await night.arrives('Ada');
  const wished = expectIs(await store.wish({ guestId: ada.id, text: 'Toto - Rosanna' }), 'wished').wishId;
  await store.hide({ songId: AFRICA }, 'tosho');
  await store.importRows([row('Toto', 'Africa', { popularity: 99, durationS: 301 })]);
  expect(ids(await store.search('africa', PAGE))).toEqual([]);
  expect(await store.found(wished, AFRICA, 'tosho')).toMatchObject({ is: 'no-such-song' });
  await store.unhide({ songId: AFRICA }, 'tosho');
  const { rows } = await store.search('africa', PAGE);
  // What the import knew better was learnt all the same.
  expect(rows).toMatchObject([{ id: AFRICA, popularity: 99 }]);
});

test('a wish that was found with it is wanted again, promises nothing, and is found once more when it is shown', async () => {
  using night = await withSongs();
  const { store } = night;
  const ada = await night.arrives('Ada');
  const wishId = expectIs(await store.wish({ guestId: ada.id, text: 'Totto - Afrique' }), 'wished').wishId;
  const wish = { wishId, artist: 'Totto', title: 'Afrique' };
  const comesBack = async () => {
    const hello = { words: 'Ada', code: ada.code, as: null, remote: '::1', connection: { epoch: EPOCH, seat: 99 } };
    return expectIs(await store.hello({ ...hello, mayMakeNew: false }), 'back').rows;
  };
  await store.found(wishId, AFRICA, 'tosho');
  expect(await store.hide({ songId: AFRICA }, 'tosho')).toMatchObject({ is: 'done', wishes: [wish] });
  expect((await store.wishes(ada.id)).wishes).toMatchObject([{ wishId, state: 'wanted', songId: null }]);
  expect(await comesBack()).toEqual([]);
  expect((await store.missing(PAGE)).rows).toMatchObject([{ wishId }]);
  // By itself nothing fetches it again; the DJ may order it.
  expect(await store.waitingFetches()).toEqual([]);
  expect(await store.askFetch(wishId, 'tosho')).toMatchObject({ is: 'started' });
  expect(await store.waitingFetches()).toMatchObject([{ wishId }]);
  const again = await store.request({ guestId: ada.id, key: null, what: { text: 'Totto - Afrique' } });
  expect(again).toMatchObject({ is: 'wished', wishId, state: 'wanted' });
  // Another song may be found for it.
  await store.found(wishId, HELLO, 'tosho');
  expect(await store.unhide({ songId: AFRICA }, 'tosho')).toMatchObject({ is: 'done', wishes: [] });
  expect(await store.hide({ songId: HELLO }, 'tosho')).toMatchObject({ wishes: [wish] });
  expect(await store.unhide({ songId: HELLO }, 'tosho')).toMatchObject({ wishes: [wish] });
  expect(await comesBack()).toMatchObject([{ kind: 'wish', state: 'found', songId: HELLO }]);
  await store.hide({ songId: HELLO }, 'tosho');
  expectIs(await store.undo('tosho'), 'undone');
  expect((await store.wishes(ada.id)).wishes).toMatchObject([{ wishId, state: 'found', songId: HELLO }]);
});

test('a typing error is no way round: it is told as the whole name is, and no wish', async () => {
  using night = await evening();
  const { store } = night;
  await store.importRows([row('Queen', 'I Want to Break Free'), SONGS.hello]);
  const ada = await night.arrives('Ada');
  await store.hide({ songId: 1 }, 'tosho');
  for (const text of ['queen - i want to brek free', 'quen - i want to break free', 'i want to brek free']) {
    const asked = await store.request({ guestId: ada.id, key: null, what: { text } });
    expect([text, asked]).toMatchObject([text, { is: 'hidden-song', song: { id: 1 } }]);
    expect(await store.wish({ guestId: ada.id, text: 'queen - i want to brek free' })).toMatchObject({
      is: 'hidden-song',
    });
  }
  // Another song of that artist is none.
  expectIs(await store.request({ guestId: ada.id, key: null, what: { text: 'Queen - Bicycle Race' } }), 'wished');
  expect((await store.wishes(ada.id)).wishes).toHaveLength(1);
});

test('chance never plays it, also when nothing else is left', async () => {
  using night = await withSongs();
  const { store } = night;
  const epoch = await store.takeEpoch();
  await store.hide({ songId: WATERLOO }, 'tosho');
  await store.hide({ songId: HELLO }, 'tosho');
  for (let turns = 0; turns < 3; turns += 1) {
    const turn = await store.takeNext(epoch);
    expect(turn?.song.id).toBe(AFRICA);
    await store.endTurn(epoch, turn?.playId ?? 0, 'sung');
  }
  const last = await store.turn();
  await store.hide({ songId: AFRICA }, 'tosho');
  await store.endTurn(epoch, last?.playId ?? 0, 'sung');
  expect(await store.turn()).toBeNull();
});
