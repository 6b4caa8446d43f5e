import { expect, test } from '@jest/globals';
import { evening, expectIs, row, SONGS } from './evening.ts';
import { africa, file, folder, idOf, record, seen, titles, told } from './library_folder.ts';

test('folders are added once, never one in another, and a new order of names is taken', async () => {
  using night = await evening();
  expect(await night.store.addFolder('/music/', 'auto', 'dj')).toMatchObject({
    is: 'added',
    folder: { path: '/music', naming: 'auto', files: 0, songs: 0, problems: 0, scannedAtMs: null, asks: null },
  });
  expect(await night.store.addFolder('/music', 'auto', 'dj')).toMatchObject({ is: 'known' });
  expect(await night.store.addFolder('/music', 'tags', 'dj')).toMatchObject({
    is: 'renamed',
    folder: { naming: 'tags' },
  });
  expect(await night.store.addFolder('/music/rock', 'auto', 'dj')).toMatchObject({
    is: 'inside',
    folder: { path: '/music' },
  });
  expect(await night.store.addFolder('/', 'auto', 'dj')).toMatchObject({ is: 'around', folder: { path: '/music' } });
  expect(await night.store.addFolder('/music2', 'auto', 'dj')).toMatchObject({ is: 'added' });
  expect((await night.store.folders()).map(({ path }) => path)).toEqual(['/music', '/music2']);
});

test('a file is a song and brings a wish home; written down again it changes nothing', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  const { wishId } = expectIs(await night.store.wish({ guestId: ada.id, text: 'Toto - Africa' }), 'wished');
  const id = await folder(night);
  expect(await record(night, id, africa)).toMatchObject({ added: 1, found: 1, songIds: [1] });
  expect(await record(night, id, africa)).toMatchObject({ added: 0, found: 0, songIds: [1] });
  expect(await night.store.wishes(ada.id)).toMatchObject({ wishes: [{ wishId, state: 'found', songId: 1 }] });
  expect(await night.store.folders()).toMatchObject([{ files: 1, songs: 1, problems: 0 }]);
  expect(await night.store.library()).toMatchObject({ folders: 1, files: 1, newest: { songId: 1, title: 'Africa' } });
});

test('a song without a known artist is by Unknown, and is there', async () => {
  using night = await evening();
  await record(night, await folder(night), file('x.mp3', { song: told('', 'x') }));
  expect((await night.store.search('x', { page: 1, size: 5 })).rows).toMatchObject([{ artist: 'Unknown', title: 'x' }]);
});

test('problems are listed with their path and reason, and cleared', async () => {
  using night = await evening();
  const id = await folder(night);
  await record(
    night,
    id,
    file('cut.zip', { reason: 'It is cut off.' }, { dir: 'rock' }),
    file('', { reason: 'No.' }, { dir: 'locked' }),
  );
  expect(await night.store.problems({ page: 1, size: 10 })).toMatchObject({
    total: 2,
    rows: [
      { path: '/music/locked', reason: 'No.' },
      { path: '/music/rock/cut.zip', reason: 'It is cut off.', sinceMs: night.nowMs },
    ],
  });
  expect(await night.store.folders()).toMatchObject([{ files: 1, songs: 0, problems: 2 }]);
  await record(night, id, file('cut.zip', { song: told('Toto', 'Africa') }, { dir: 'rock' }));
  await night.store.forgetFiles(id, [await seen(night, id, '', 'locked')]);
  expect(await night.store.folders()).toMatchObject([{ files: 1, songs: 1, problems: 0 }]);
});

test('a song goes with its last file and comes back as the same one; a wish that it fulfilled is wanted meanwhile', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  expectIs(await night.store.wish({ guestId: ada.id, text: 'Toto - Africa' }), 'wished');
  const id = await folder(night);
  await record(night, id, africa, file('africa.mp4', { song: told('Toto', 'Africa', { format: 'video' }) }));
  const forget = async (name: string) => night.store.forgetFiles(id, [await seen(night, id, name)]);
  expect(await forget('africa.zip')).toMatchObject({ files: 1, songs: 0 });
  expect(await titles(night)).toEqual(['Africa']);
  expect(await forget('africa.mp4')).toMatchObject({ files: 1, songs: 1 });

  expect(await titles(night)).toEqual([]);
  expect((await night.store.search('africa', { page: 1, size: 5 })).rows).toEqual([]);
  expect((await night.store.overview()).songs).toBe(0);
  expect((await night.store.wishes(ada.id)).wishes).toMatchObject([{ state: 'wanted', songId: null }]);
  const asked = { guestId: ada.id, key: null, what: { songId: 1 } };
  expect(await night.store.request(asked)).toEqual({ is: 'no-such-song', songId: 1 });
  expect(await night.store.wishNewsAfter(0, [ada.id])).toEqual([]);

  expect(await record(night, id, africa)).toMatchObject({ added: 1, found: 1, songIds: [1] });
  expect((await night.store.search('afrika', { page: 1, size: 5 })).rows).toMatchObject([{ id: 1 }]);
  expect((await night.store.wishNewsAfter(0, [ada.id])).map(({ state, songId }) => [state, songId])).toEqual([
    ['found', 1],
  ]);
  expect(await night.store.request(asked)).toMatchObject({ is: 'queued' });
});

test('what waits in the line keeps its name when its file goes', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  const id = await folder(night);
  await record(night, id, africa);
  expectIs(await night.store.request({ guestId: ada.id, key: null, what: { songId: 1 } }), 'queued');
  await night.store.forgetFiles(id, [await seen(night, id, 'africa.zip')]);
  expect((await night.store.line({ page: 1, size: 5 })).rows).toMatchObject([{ song: { title: 'Africa' } }]);
});

test('a song that a catalogue names stays when its files go, and takes up again what the catalogue said', async () => {
  using night = await evening();
  await night.store.importRows([row('Toto', 'Africa', { file: '/csv/africa.mp3', durationS: 100 })]);
  const id = await folder(night);
  await record(night, id, africa);
  expect((await night.store.songs(null, { page: 1, size: 5 })).rows).toMatchObject([{ durationS: 200 }]);
  expect(await night.store.forgetFiles(id, [await seen(night, id, 'africa.zip')])).toMatchObject({ songs: 0 });
  expect(await titles(night)).toEqual(['Africa']);
});

test('a catalogue brings a song back whose files are gone', async () => {
  using night = await evening();
  const id = await folder(night);
  await record(night, id, file('boh.zip', { song: told('Queen', 'Bohemian Rhapsody') }));
  await night.store.forgetFiles(id, [await seen(night, id, 'boh.zip')]);
  expect(await titles(night)).toEqual([]);
  expect((await night.store.overview()).songs).toBe(0);
  await night.store.importRows([SONGS.bohemian]);
  expect((await night.store.overview()).songs).toBe(1);
  expect((await night.store.search('bohemian', { page: 1, size: 5 })).rows).toMatchObject([{ id: 1 }]);
});

test('a file that moved keeps its row, and one whose name says another song is that song', async () => {
  using night = await evening();
  const [one, two] = [await folder(night, '/one'), await folder(night, '/two')];
  await record(night, one, africa);
  const fileId = await idOf(night, one, 'africa.zip');
  expect(await night.store.filesLike([africa])).toMatchObject([
    { fileId, directory: '/one', naming: null, name: 'africa.zip' },
  ]);
  await record(night, two, { ...africa, dir: 'pop', fileId, is: 'same-song' });
  expect(await idOf(night, two, 'africa.zip', 'pop')).toBe(fileId);
  expect((await night.store.folders()).map(({ files, songs }) => [files, songs])).toEqual([
    [0, 0],
    [1, 1],
  ]);
  await record(night, two, {
    ...africa,
    dir: 'pop',
    fileId,
    name: 'waterloo.zip',
    is: { song: told('ABBA', 'Waterloo') },
  });
  expect(await titles(night)).toEqual(['Waterloo']);
  expect((await night.store.filesIn(two, 'pop')).rows).toHaveLength(1);
});

test('directories remember how they looked, page by page, and go when they are empty', async () => {
  using night = await evening();
  const folderId = await folder(night);
  const directories = ['a', 'b', 'c'].map((dir) => ({ dir, signature: `sig ${dir}` }));
  await night.store.recordFiles({ folderId, files: [{ ...africa, dir: 'b', others: ['africa.cdg'] }], directories });
  expect(await night.store.directories(folderId, null, 2)).toEqual([
    { dir: 'a', signature: 'sig a', files: 0 },
    { dir: 'b', signature: 'sig b', files: 2 },
  ]);
  expect(await night.store.directories(folderId, 'b', 2)).toEqual([{ dir: 'c', signature: 'sig c', files: 0 }]);
  await night.store.forgetDirectories(folderId, ['a', 'b']);
  expect((await night.store.directories(folderId, null, 9)).map(({ dir }) => dir)).toEqual(['b', 'c']);
  expect((await night.store.filesIn(folderId, 'b')).naming).toBe('auto');
});

test('a folder asks until a scan has nothing to ask, and can be taken out', async () => {
  using night = await evening();
  const id = await folder(night);
  await night.store.folderScanned(id, { vanished: 12, known: 20 });
  expect(await night.store.folders()).toMatchObject([{ asks: { vanished: 12, known: 20 }, scannedAtMs: night.nowMs }]);
  expect((await night.store.library()).asking).toBe(1);
  await night.store.folderScanned(id, null);
  expect(await night.store.libraryFolders()).toMatchObject([{ asks: null }]);
  expect(await night.store.forgetFolder(id)).toBe('gone');
  expect(await night.store.folders()).toEqual([]);
  expect(await night.store.recordFiles({ folderId: id, files: [africa], directories: [] })).toBeNull();
  expect(await titles(night)).toEqual([]);
});

test('a file from outside every folder is a song too', async () => {
  using night = await evening();
  await record(night, null, { ...africa, dir: '/media/stick' });
  expect(await titles(night)).toEqual(['Africa']);
  expect(await night.store.directories(null, null, 5)).toMatchObject([{ dir: '/media/stick', files: 1 }]);
});

test('what people wait for is done before a scan, and a scan that was interrupted goes on', async () => {
  using night = await evening();
  const ada = await night.arrives('Ada');
  const { wishId } = expectIs(await night.store.wish({ guestId: ada.id, text: 'Toto - Africa' }), 'wished');
  const scan = await night.store.askScan(null, 'ask');
  expect(await night.store.askScan(null, 'ask')).toBe(scan);
  expect(await night.store.askScan(null, 'forget')).not.toBe(scan);
  expect(await night.store.nextJob('errands')).toBeNull();
  expect(await night.store.nextJob('any')).toEqual({ id: scan, kind: 'scan', folderId: null, vanished: 'ask' });
  await night.store.jobProgress(scan, { done: 3, total: 9, folder: '/music' });
  expect(await night.store.library()).toMatchObject({ scan: { jobId: scan, done: 3, total: 9, folder: '/music' } });
  const bring = await night.store.askBring('/x/a.zip', wishId, 'dj');
  expect(await night.store.nextJob('errands')).toEqual({ id: bring, kind: 'bring', file: '/x/a.zip', wishId });
  await night.store.finishJob(bring, { ok: false, why: 'no' });
  expect(await night.store.nextJob('any')).toMatchObject({ id: scan });
  expect(await night.store.nextJob('errands')).toBeNull();
});
