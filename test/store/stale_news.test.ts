/** News of files that is older than what is known. */
import { expect, test } from '@jest/globals';
import { evening } from './evening.ts';
import type { Evening } from './evening.ts';
import type { FileNews } from '../../src/store/library.ts';
import { africa, folder, idOf, record, seen, titles, told } from './library_folder.ts';

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
