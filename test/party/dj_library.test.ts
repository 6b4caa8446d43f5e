/** karaokectl on a real party: the library's folders, from the first one to the disk that is not plugged in. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mediaFolder } from '../media/folder.ts';
import { aNumber, refused, said } from './dj_says.ts';
import { CUT_OFF, lieBroken, pair, zip } from './library_files.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

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
    const broken = lieBroken(trouble);
    const added = await party.dj('library', 'add', trouble);
    expect(added.code).toBe(0);
    expect(added.stdout.split('\n').slice(1)).toEqual([
      '1 file: no new song, 1 problem',
      'Why, file by file: karaokectl library problems',
      '',
    ]);
    expect(await party.dj('library', 'problems')).toMatchObject(said(`${broken}: ${CUT_OFF.reason}`));
    expect(await party.djJson('library', 'problems')).toEqual({
      version: 1,
      rows: [{ path: broken, reason: CUT_OFF.reason, since_ms: aNumber }],
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
