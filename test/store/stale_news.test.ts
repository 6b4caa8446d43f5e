/** News of files that is older than what is known. */
import { expect, test } from '@jest/globals';
import { evening } from './evening.ts';
import type { Evening } from './evening.ts';
import type { FileNews, Told } from '../../src/store/library.ts';

const told = (artist: string, title: string, more: Partial<Told> = {}): Told => ({
  artist,
  title,
  durationS: 200,
  discId: null,
  format: 'zip',
  ...more,
});
const file = (name: string, is: FileNews['is'], more: Partial<FileNews> = {}): FileNews => ({
  dir: '',
  name,
  others: [],
  size: 1_000,
  mtimeMs: 1_700_000_000_000.25,
  fileId: null,
  is,
  ...more,
});
const africa = file('africa.zip', { song: told('Toto', 'Africa') });

async function folder(night: Evening, path = '/music'): Promise<number> {
  return (await night.store.addFolder(path, 'auto', 'dj')).folder.folderId;
}
const record = async (night: Evening, folderId: number | null, ...files: readonly FileNews[]) => {
  const done = await night.store.recordFiles({ folderId, files, directories: [] });
  if (!done) throw new Error('the folder is gone');
  return done;
};
const titles = async (night: Evening) =>
  (await night.store.songs(null, { page: 1, size: 100 })).rows.map(({ title }) => title);
const idOf = async (night: Evening, folderId: number, name: string, dir = '') => {
  const found = (await night.store.filesIn(folderId, dir)).rows.find((each) => each.name === name);
  if (!found) throw new Error(`${name} is not known`);
  return found.fileId;
};

/** As it was seen by whoever found it gone. */
const seen = async (night: Evening, folderId: number, name: string, dir = '') => ({
  fileId: await idOf(night, folderId, name, dir),
  dir,
  name,
});

const seenAs = { size: africa.size, mtimeMs: africa.mtimeMs, from: null } as const;
const signed = async (night: Evening, folderId: number) =>
  (await night.store.directories(folderId, null, 9)).map(({ dir, signature }) => [dir, signature]);

test('news that is older than what is known is left out, and its directory is looked at again', async () => {
  using night = await evening();
  const id = await folder(night);
  await record(night, id, africa);
  const known = { ...africa, fileId: await idOf(night, id, 'africa.zip') };
  const write = async (...files: readonly FileNews[]) =>
    night.store.recordFiles({ folderId: id, files, directories: [{ dir: '', signature: 'sig' }] });
  const otherwise = { song: told('', 'africa') };
  // New to whoever looked, known by now: the song of the newer news stays, and no other comes.
  expect(await write({ ...africa, saw: 'none', is: otherwise })).toMatchObject({
    added: 0,
    songIds: [null],
    stale: [''],
  });
  expect(await signed(night, id)).toEqual([['', null]]);
  // As it was known: written.
  expect(await write({ ...known, size: 2_000, saw: seenAs })).toMatchObject({ songIds: [1], stale: [] });
  expect(await signed(night, id)).toEqual([['', 'sig']]);
  // Changed since.
  expect(await write({ ...known, saw: seenAs, is: otherwise })).toMatchObject({
    added: 0,
    songIds: [null],
    stale: [''],
  });
  // Forgotten since.
  await night.store.forgetFiles(id, [await seen(night, id, 'africa.zip')]);
  expect(await write({ ...known, saw: { ...seenAs, size: 2_000 } })).toMatchObject({ songIds: [null], stale: [''] });
  expect(await titles(night)).toEqual([]);
});

test('what has moved elsewhere since it was seen to have moved here stays there', async () => {
  using night = await evening();
  const [one, two] = [await folder(night, '/one'), await folder(night, '/two')];
  await record(night, one, africa);
  const fileId = await idOf(night, one, 'africa.zip');
  const news: FileNews = {
    ...africa,
    fileId,
    saw: { ...seenAs, from: { directory: '/one', name: 'africa.zip' } },
    is: 'same-song',
  };
  expect(await record(night, two, { ...news, dir: 'pop' })).toMatchObject({ songIds: [1], stale: [] });
  expect(await record(night, two, { ...news, dir: 'soul' })).toMatchObject({ songIds: [null], stale: ['soul'] });
  expect(await idOf(night, two, 'africa.zip', 'pop')).toBe(fileId);
  expect(await night.store.folders()).toMatchObject([{ files: 0 }, { files: 1 }]);
});

test('a directory of which a file was left out is not taken for known', async () => {
  using night = await evening();
  const id = await folder(night);
  const batch = {
    folderId: id,
    files: [{ ...africa, dir: 'b', fileId: 999, is: 'same-song' as const }],
    directories: [{ dir: 'b', signature: 'sig' }],
  };
  expect(await night.store.recordFiles(batch)).toMatchObject({ songIds: [null], stale: ['b'] });
  expect(await signed(night, id)).toEqual([['b', null]]);
});
