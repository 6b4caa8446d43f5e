/** A song that the DJ has hidden. */
import { expect, test } from '@jest/globals';
import { evening, expectIs, row, SONGS } from './evening.ts';
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

test('a wish that was found with it leads to no song while it is hidden', async () => {
  using night = await withSongs();
  const { store } = night;
  const ada = await night.arrives('Ada');
  const wishId = expectIs(await store.wish({ guestId: ada.id, text: 'Totto - Afrique' }), 'wished').wishId;
  await store.found(wishId, AFRICA, 'tosho');
  await store.hide({ songId: AFRICA }, 'tosho');
  const again = await store.request({ guestId: ada.id, key: null, what: { text: 'Totto - Afrique' } });
  expect(again).toMatchObject({ is: 'hidden-song', song: { id: AFRICA } });
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
