/** What a program left, on the disk and in the store: which song it is, where it is kept, and a fall at every moment between. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lookThrough, wished } from '../../src/librarian/fetch/haul.ts';
import { landingFor, moveTo, takeIn } from '../../src/librarian/fetch/keep.ts';
import { recoverFetches } from '../../src/librarian/fetch/recover.ts';
import { makeRunFolder, runFolder } from '../../src/librarian/fetch/workplace.ts';
import { createLog } from '../../src/log.ts';
import { makeCdg } from '../media/cdg.ts';
import { mediaFolder } from '../media/folder.ts';
import { makeMp3 } from '../media/mp3.ts';
import { makeMp4 } from '../media/mp4.ts';
import { makeUltraStar } from '../media/texts.ts';
import { makeZip } from '../media/zip.ts';
import { evening, expectIs } from './evening.ts';
import type { Evening } from './evening.ts';

const mp3 = makeMp3({ seconds: 20 });
const waterloo = { wishId: 1, artist: 'ABBA', title: 'Waterloo' };
const log = createLog('test', { file: '/dev/null', level: 'error' });

/** Writes files, by their paths. */
function put(folder: string, files: Readonly<Record<string, Buffer | string>>): void {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}
/** What is taken for the wish among these files. */
async function chosen(files: Readonly<Record<string, Buffer | string>>): Promise<unknown> {
  using folder = mediaFolder();
  put(folder.path, files);
  const [first, ...rest] = (await lookThrough(folder.path)).songs;
  if (!first) return null;
  const { dir, name, song } = wished([first, ...rest], waterloo);
  return [join(dir, name), song.artist, song.title];
}

describe('what a program left', () => {
  test('is looked through with its folders; links are not followed, and what is no song is named', async () => {
    using folder = mediaFolder();
    const outside = mediaFolder();
    put(outside.path, { 'A - B.mp3': mp3 });
    put(folder.path, {
      'ABBA - Waterloo.mp3': mp3,
      'ABBA - Waterloo.cdg': makeCdg(20),
      'ABBA/1974/Waterloo.mp4': makeMp4({ seconds: 30, artist: 'ABBA', title: 'Waterloo' }),
      'cover.jpg': 'x',
      'half.mp4.part': 'x',
      'empty.mp3': '',
      '.cache/A - B.mp3': mp3,
    });
    writeFileSync(Buffer.concat([Buffer.from(`${folder.path}/`), Buffer.from([0xe9]), Buffer.from('.mp3')]), mp3);
    symlinkSync(outside.path, join(folder.path, 'elsewhere'));
    symlinkSync(folder.path, join(folder.path, 'circle'));
    const { songs, problems, others } = await lookThrough(folder.path);
    expect(songs.map(({ dir, name, others: more, song }) => [dir, name, more, song.format, song.durationS])).toEqual([
      ['', 'ABBA - Waterloo.mp3', ['ABBA - Waterloo.cdg'], 'mp3+cdg', 20],
      ['ABBA/1974', 'Waterloo.mp4', [], 'video', 30],
    ]);
    expect([...problems].sort()).toEqual([
      '"empty.mp3" is empty. Copy it again from where it came.',
      '"\ufffd.mp3" has a name that is not UTF-8 and cannot be opened. Rename it; convmv renames whole folders.',
    ]);
    expect([...others].sort()).toEqual(['cover.jpg', 'half.mp4.part']);
    outside[Symbol.dispose]();
  });

  test('is the wish where its name or its tags surely say so, the best version first', async () => {
    const video = makeMp4({ seconds: 30, artist: 'ABBA', title: 'Waterloo' });
    expect(await chosen({ 'x.zip': makeZip({ seconds: 9 }), 'ABBA - Waterloo (Karaoke).mp3': mp3 })).toEqual([
      'ABBA - Waterloo (Karaoke).mp3',
      'ABBA',
      'Waterloo',
    ]);
    expect(await chosen({ 'Abba - Waterloo.mp3': mp3, 'clip.mp4': video })).toEqual(['clip.mp4', 'ABBA', 'Waterloo']);
    expect(await chosen({ 'Abba - Waterloo.mp3': mp3 })).toEqual(['Abba - Waterloo.mp3', 'Abba', 'Waterloo']);
  });

  test('is the wish in any case, and called so, when nothing says what it is', async () => {
    expect(await chosen({ 'dQw4w9WgXcQ.mp3': mp3 })).toEqual(['dQw4w9WgXcQ.mp3', 'ABBA', 'Waterloo']);
    expect(await chosen({ 'Queen - Innuendo.mp3': mp3 })).toEqual(['Queen - Innuendo.mp3', 'ABBA', 'Waterloo']);
    expect(await chosen({ 'a.mp3': mp3, 'b.zip': makeZip({ seconds: 9 }) })).toEqual(['b.zip', 'ABBA', 'Waterloo']);
    expect(await chosen({ 'readme.txt': 'no song' })).toBeNull();
  });
});

/** A wish that is being fetched, its folder made, as fetch_one.ts does it. */
async function underWay(night: Evening, root: string): Promise<string> {
  const ada = await night.arrives('Ada');
  const { wishId } = expectIs(await night.store.wish({ guestId: ada.id, text: 'ABBA - Waterloo' }), 'wished');
  expect(wishId).toBe(waterloo.wishId);
  const folder = runFolder(root, wishId);
  makeRunFolder(folder);
  await night.store.beginFetch(wishId, folder);
  return folder;
}
/** The songs with these words, as guests find them. */
const songs = async (night: Evening, words: string): Promise<readonly string[]> =>
  (await night.store.search(words, { page: 1, size: 10 })).rows.map(({ artist, title }) => `${artist} - ${title}`);
const stateOfWish = async (night: Evening): Promise<unknown> => {
  const [guest] = (await night.store.guests()).rows;
  return (await night.store.wishes(guest?.guestId ?? 0)).wishes[0]?.state;
};

describe('the songs of a fetch', () => {
  test('move to a folder of their own in one step, are files of the library, and the wish comes home with the right one', async () => {
    using night = await evening();
    using disk = mediaFolder();
    const folder = await underWay(night, disk.path);
    put(folder, {
      'Queen - Innuendo.mp3': mp3,
      'in/ABBA - Waterloo.txt': makeUltraStar({ artist: 'ABBA', title: 'Waterloo', audio: 'w.mp3' }),
      'in/w.mp3': mp3,
      'cover.jpg': 'x',
    });
    const haul = await lookThrough(folder);
    const landing = landingFor(disk.path, 1);
    moveTo(landing, folder, haul.songs);
    expect(readdirSync(landing, { recursive: true }).sort()).toEqual([
      'Queen - Innuendo.mp3',
      'in',
      'in/ABBA - Waterloo.txt',
      'in/w.mp3',
    ]);
    const songId = await takeIn(night.store, waterloo, landing);
    expect(await stateOfWish(night)).toBe('found');
    expect(await night.store.waitingFetches()).toEqual([]);
    expect(await songs(night, 'waterloo')).toEqual(['ABBA - Waterloo']);
    expect(await songs(night, 'innuendo')).toEqual(['Queen - Innuendo']);
    expect(await night.store.folders()).toMatchObject([{ path: disk.path, files: 3, songs: 2 }]);
    // Doing it again, as after a fall, changes nothing.
    expect(await takeIn(night.store, waterloo, landing)).toBe(songId);
    expect(await night.store.folders()).toMatchObject([{ path: disk.path, files: 3, songs: 2 }]);
    expect(landingFor(disk.path, 1)).toBe(join(disk.path, '1-2'));
  });

  test('belong to the library folder around theirs, and to none where theirs is around another', async () => {
    using night = await evening();
    using disk = mediaFolder();
    const within = join(disk.path, 'music', 'fetched', '1');
    put(within, { 'x.mp3': mp3 });
    await underWay(night, disk.path);
    await night.store.addFolder(join(disk.path, 'music'), 'title-artist', 'root');
    expect(await takeIn(night.store, waterloo, within)).toBe(1);
    const around = join(disk.path, '2');
    put(around, { 'Queen - Innuendo.mp3': mp3 });
    expect(await takeIn(night.store, { wishId: 2, artist: 'Queen', title: 'Innuendo' }, around)).toBe(2);
    expect(await night.store.folders()).toMatchObject([
      { path: join(disk.path, 'music'), naming: 'title-artist', files: 1, songs: 1 },
    ]);
  });
});

describe('a librarian that fell', () => {
  test('before the files had moved: the wish is wanted again, and its folder is gone', async () => {
    using night = await evening();
    using disk = mediaFolder();
    const folder = await underWay(night, disk.path);
    put(folder, { 'x.mp3': mp3 });
    await night.store.noteLanding(1, join(disk.path, '1'));
    await recoverFetches(night.open(), log);
    expect(await stateOfWish(night)).toBe('wanted');
    expect(await night.store.waitingFetches()).toMatchObject([{ tries: 0, nextAtMs: 0 }]);
    expect(existsSync(folder)).toBe(false);
  });

  test('after they had moved: the wish comes home, once', async () => {
    using night = await evening();
    using disk = mediaFolder();
    const folder = await underWay(night, disk.path);
    put(folder, { 'x.mp3': mp3 });
    const landing = join(disk.path, '1');
    await night.store.noteLanding(1, landing);
    moveTo(landing, folder, (await lookThrough(folder)).songs);
    const serial = await night.store.lastWishSerial();
    const next = night.open();
    await recoverFetches(next, log);
    await recoverFetches(next, log);
    expect(await stateOfWish(night)).toBe('found');
    expect(await songs(night, 'waterloo')).toEqual(['ABBA - Waterloo']);
    expect(await night.store.lastWishSerial()).toBe(serial + 1);
    expect(readFileSync(join(landing, 'x.mp3'))).toEqual(mp3);
  });

  test('kills no process that has come by the number of its program', async () => {
    using night = await evening();
    using disk = mediaFolder();
    await underWay(night, disk.path);
    // This very process: were the mark not looked at, the test would be over.
    await night.store.noteFetchProcess(1, { pid: process.pid, mark: 'of another boot' });
    await recoverFetches(night.open(), log);
    expect(await stateOfWish(night)).toBe('wanted');
  });
});
