/** karaokectl on a real party: the library's folders, from the first one to the disk that is not plugged in. */
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BROKEN } from '../media/broken.ts';
import { makeCdg } from '../media/cdg.ts';
import { mediaFolder } from '../media/folder.ts';
import { makeMp3 } from '../media/mp3.ts';
import { makeZip } from '../media/zip.ts';
import { aNumber, refused, said } from './dj_says.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

/** A file that nobody has touched for a while, so that no scan waits for its end. */
function lies(path: string, bytes: Buffer): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(path, longAgo, longAgo);
  return path;
}
const zip = (path: string): string => lies(path, makeZip({ seconds: 3, packing: 'stored' }));
const pair = (stem: string): string => {
  lies(`${stem}.CDG`, makeCdg(3));
  return lies(`${stem}.mp3`, makeMp3({ seconds: 3 }));
};
const cutOff = BROKEN.find(({ name }) => name === 'Cut - Off.zip');
if (!cutOff) throw new Error('test/media/broken.ts makes no zip that is cut off any more');
const sums = { added: 0, changed: 0, moved: 0, vanished: 0, problems: 0, found: 0, asks: [] };

describe('a library', () => {
  let party: Party;
  const disk = mediaFolder();
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(async () => {
    await party[Symbol.asyncDispose]();
    disk[Symbol.dispose]();
  });
  const music = join(disk.path, 'music');

  test('without folders says how to add one', async () => {
    const none = 'The library has no folders. To add one: karaokectl library add <folder>';
    const [list, json, problems, scan, remove, status] = await Promise.all([
      party.dj('library', 'list'),
      party.djJson('library', 'list'),
      party.dj('library', 'problems'),
      party.dj('library', 'scan'),
      party.dj('library', 'remove', '1'),
      party.dj('status'),
    ]);
    expect(list).toMatchObject(said(none));
    expect(json).toEqual({ version: 1, rows: [] });
    expect(problems).toMatchObject(said('Every file of the library was understood.'));
    expect(scan).toMatchObject(refused(1, none));
    expect(remove).toMatchObject(refused(1, none));
    expect(status.stdout).not.toContain('library:');
  });

  test('takes a folder in, and its songs can be asked for at once', async () => {
    await using ada = await party.named('Ada');
    zip(join(music, 'Europe - The Final Countdown.zip'));
    pair(join(music, 'discs', 'SC8125-07 - Boney M - Rasputin'));
    expect(await party.dj('library', 'add', `${music}/`)).toMatchObject(
      said(
        `${music} is in the library now, and watched: what is copied into it is here two seconds later.\n3 files: 2 new songs`,
      ),
    );
    expect((await ada.asks('REQUEST Boney M - Rasputin')).final).toMatch(/^OK QUEUED /);
    expect((await party.dj('songs', 'countdown')).stdout).toMatch(/Europe +The Final Countdown +0:03/);
    expect(await party.dj('library', 'scan')).toMatchObject(said('3 files: no new song'));
    expect(await party.dj('library', 'list')).toMatchObject(
      said(/^id +folder +names +files +songs +problems +last scan\n *1 +\S+\/music +auto +3 +2 +0 +\d\d:\d\d\n$/),
    );
    expect((await party.dj('status')).stdout).toMatch(/^library: 1 folder, 3 files$/m);
    expect(await party.djJson('status')).toMatchObject({
      library: { folders: 1, files: 3, problems: 0, asking: 0, scan: null },
    });
  });

  test('answers scripts with fixed fields', async () => {
    const folder = { folder_id: 1, path: music, naming: 'auto' };
    expect(await party.djJson('library', 'add', music)).toEqual({
      version: 1,
      outcome: 'known',
      ...folder,
      folders: 1,
      files: 3,
      ...sums,
    });
    expect(await party.djJson('library', 'scan', music)).toEqual({ version: 1, folders: 1, files: 3, ...sums });
    const row = { files: 3, songs: 2, problems: 0, added_at_ms: aNumber, scanned_at_ms: aNumber, asks: null };
    expect(await party.djJson('library', 'list')).toEqual({ version: 1, rows: [{ ...folder, ...row }] });
    expect(await party.djJson('library', 'problems')).toEqual({ version: 1, rows: [], total: 0, more: false, page: 1 });
  });

  test('reads names in the order that was chosen, and anew when another one is', async () => {
    const backwards = join(disk.path, 'backwards');
    zip(join(backwards, 'Waterloo - ABBA.zip'));
    expect((await party.dj('library', 'add', '--names', 'title-artist', backwards)).code).toBe(0);
    expect((await party.dj('songs', 'waterloo')).stdout).toMatch(/ABBA +Waterloo/);
    // Named again without an order, it keeps the one it has.
    expect(await party.djJson('library', 'add', backwards)).toMatchObject({ outcome: 'known', naming: 'title-artist' });
    const renamed = await party.dj('library', 'add', '--names', 'artist-title', backwards);
    expect(renamed.stdout).toMatch(/was in the library already; its names are read as artist-title from now on\.$/m);
    expect((await party.dj('songs', 'waterloo')).stdout).toMatch(/Waterloo +ABBA/);
    expect(await party.dj('library', 'remove', backwards)).toMatchObject(
      said(`${backwards} is out of the library: 1 file, and 1 song left the catalogue. The files stay on the disk.`),
    );
    expect((await party.dj('songs', 'waterloo')).stdout).not.toContain('ABBA');
    // What comes back is as new to the catalogue as what was never there.
    expect((await party.dj('library', 'add', backwards)).stdout).toMatch(/^1 file: 1 new song$/m);
    expect((await party.dj('library', 'remove', backwards)).code).toBe(0);
  });

  test('refuses what is no folder, and folders in folders, and says what to do', async () => {
    const [absent, file, inside, around, order, unknown, part] = await Promise.all([
      party.dj('library', 'add', join(disk.path, 'nowhere')),
      party.dj('library', 'add', join(music, 'Europe - The Final Countdown.zip')),
      party.dj('library', 'add', join(music, 'discs')),
      party.dj('library', 'add', disk.path),
      party.dj('library', 'add', '--names', 'sideways', music),
      party.dj('library', 'scan', '77'),
      party.dj('library', 'remove', join(music, 'discs')),
    ]);
    expect(absent).toMatchObject(refused(1, /^There is no folder ".*\/nowhere"\..* plugged in\?\n$/));
    expect(file).toMatchObject(refused(1, /^".*Countdown\.zip" is a file\. Name the folder it lies in/));
    expect(inside).toMatchObject(refused(6, /^".*\/discs" is in the library already, as a part of folder 1, /));
    expect(around).toMatchObject(refused(6, /^Folder 1, ".*\/music", lies in .* karaokectl library remove 1\n$/));
    expect(order).toMatchObject(refused(2, /one of auto, artist-title/));
    expect(unknown).toMatchObject(refused(1, /^There is no folder 77 in the library\. .* karaokectl library list\n$/));
    expect(part).toMatchObject(refused(1, /^".*\/discs" is a part of folder 1, ".*\/music"\. Say that instead\n$/));
    expect(await party.djJson('library', 'scan', '77')).toMatchObject({
      version: 1,
      error: { code: 'failed', exit: 1 },
    });
  });

  test('lists what is no song with the reason, and forgets it when it is mended', async () => {
    const trouble = join(disk.path, 'trouble');
    mkdirSync(trouble);
    cutOff.make(trouble);
    const broken = join(trouble, cutOff.name);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(broken, longAgo, longAgo);
    const added = await party.dj('library', 'add', trouble);
    expect(added.code).toBe(0);
    expect(added.stdout.split('\n').slice(1)).toEqual([
      '1 file: no new song, 1 problem',
      'Why, file by file: karaokectl library problems',
      '',
    ]);
    expect(await party.dj('library', 'problems')).toMatchObject(said(`${broken}: ${cutOff.reason}`));
    expect(await party.djJson('library', 'problems')).toEqual({
      version: 1,
      rows: [{ path: broken, reason: cutOff.reason, since_ms: aNumber }],
      total: 1,
      more: false,
      page: 1,
    });
    zip(broken);
    expect((await party.dj('library', 'scan', trouble)).code).toBe(0);
    expect(await party.dj('library', 'problems')).toMatchObject(said('Every file of the library was understood.'));
    expect((await party.dj('library', 'remove', trouble)).code).toBe(0);
  });

  test('asks whether the disk is plugged in, takes nothing out, and forgets only when it is told to', async () => {
    const away = join(disk.path, 'away');
    renameSync(music, away);
    const asked = await party.dj('library', 'scan');
    expect(asked.code).toBe(6);
    expect(asked.stdout.split('\n').slice(1)).toEqual([
      `3 of 3 files in ${music} are gone. Is the disk plugged in?`,
      `If they are really gone: karaokectl library scan --forget-vanished ${music}`,
      '',
    ]);
    expect((await party.dj('songs', 'rasputin')).stdout).toContain('Boney M');
    expect((await party.dj('library', 'list')).stdout).toContain('stopped with a question');
    expect((await party.dj('status')).stdout).toMatch(/^1 folder misses most of its files: karaokectl library list$/m);

    // Plugged in again, the question is answered by itself.
    renameSync(away, music);
    expect((await party.dj('library', 'scan', '1')).code).toBe(0);
    expect((await party.dj('library', 'list')).stdout).not.toContain('question');

    renameSync(music, away);
    const { asks } = (await party.djJson('library', 'scan', '1')) as { asks: unknown };
    expect(asks).toEqual([{ folder: music, folder_id: 1, vanished: 3, known: 3 }]);
    expect(await party.dj('library', 'scan', '--forget-vanished', music)).toMatchObject(
      said('0 files: no new song, 3 gone'),
    );
    expect((await party.dj('songs', 'rasputin')).stdout).not.toContain('Boney M');
    rmSync(away, { recursive: true });
  });
});

describe('a wish and a file', () => {
  test('found makes the file a song, and who asked is told', async () => {
    await using party = await startParty({ songs: SONGS });
    using disk = mediaFolder();
    await using ada = await party.named('Ada');
    await ada.asks('WISH ABBA - Waterloo');
    await ada.asks('WISH Nobody - Unknown');
    const file = zip(join(disk.path, 'some download.zip'));
    const nowhere = join(disk.path, 'nowhere.zip');
    const [gone, noWish] = await Promise.all([party.dj('found', '1', nowhere), party.dj('found', '77', file)]);
    expect(gone).toMatchObject(refused(1, /nowhere\.zip/));
    expect(noWish).toMatchObject(refused(1, /^There is no wish 77\./));

    const brought = await party.dj('found', '1', file);
    expect(brought).toMatchObject(said(/^Wish 1, ABBA - Waterloo, is here as song \d+\. 1 guest will hear of it\.\n$/));
    expect(await ada.hears('* FOUND')).toMatch(/^\* FOUND 1 song=\d+ ABBA - Waterloo is here now/);
    expect(await party.dj('found', '1', file)).toMatchObject(refused(6, 'Wish 1, ABBA - Waterloo, is found already.'));
    const named = zip(join(disk.path, 'Nobody - Unknown.zip'));
    expect(await party.djJson('found', '2', named)).toEqual({
      version: 1,
      wish_id: 2,
      song_id: aNumber,
      artist: 'Nobody',
      title: 'Unknown',
      askers: 1,
    });
    expect(await ada.hears('* FOUND')).toMatch(/^\* FOUND 2 /);
  });
});

describe('who watches', () => {
  test('hears of scans, new songs, problems and of each wish by its name', async () => {
    await using party = await startParty({ songs: SONGS });
    using disk = mediaFolder();
    await using ada = await party.named('Ada');
    const person = party.startDj('watch');
    const program = party.startDj('--json', 'watch');
    await Promise.all([person.said(/clients: 1 connected/), program.said(/"event":"connections"/)]);

    await ada.asks('WISH ABBA - Waterloo');
    await person.said(/^\d\d:\d\d {2}wish 1: ABBA - Waterloo is wanted$/);
    await ada.asks('WISH Nobody - Unknown');
    await party.dj('refuse', '2', 'never heard of it');
    await person.said(/^\d\d:\d\d {2}wish 2: Nobody - Unknown is refused: never heard of it$/);
    await program.said(/"event":"wish","state":"refused","wish_id":2,.*"reason":"never heard of it"/);

    zip(join(disk.path, 'ABBA - Waterloo.zip'));
    cutOff.make(disk.path);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(join(disk.path, cutOff.name), longAgo, longAgo);
    await party.dj('library', 'add', disk.path);
    await Promise.all([
      person.said(/^\d\d:\d\d {2}wish 1: ABBA - Waterloo is here as song \d+; 1 guest will hear of it$/),
      person.said(/^\d\d:\d\d {2}new song: \d+ ABBA - Waterloo$/),
      person.said(/^\d\d:\d\d {2}library: the scan is over\. 2 files: 1 new song, 1 problem, 1 wish came home$/),
      person.said(/^\d\d:\d\d {2}problems: 1\. See: karaokectl library problems$/),
      program.said(
        /"event":"wish","state":"found","wish_id":1,"artist":"ABBA","title":"Waterloo","askers":1,"song_id":\d+/,
      ),
      program.said(/"event":"song-added","count":1,"song_id":\d+,"artist":"ABBA","title":"Waterloo"/),
      program.said(/"event":"library","state":"ended","folders":1,"files":2,"added":1,/),
      program.said(/"event":"problems","problems":1/),
    ]);
    for (const watch of [person, program]) {
      watch.child.kill('SIGINT');
      expect(await watch.ended).toMatchObject({ signal: 'SIGINT', stderr: '' });
    }
  });
});
