/** karaokectl on a real party: a wish found in a file, and what a watcher hears of files and wishes. */
import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { mediaFolder } from '../media/folder.ts';
import { aNumber, refused, said } from './dj_says.ts';
import { lieBroken, zip } from './library_files.ts';
import { SONGS, startParty } from './party.ts';

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
    expect(gone).toMatchObject(refused(1, `There is no file "${nowhere}". Is it spelt like that?`));
    expect(noWish).toMatchObject(refused(1, /^There is no wish 77\./));

    const brought = await party.dj('found', '1', file);
    expect(brought).toMatchObject(said(/^Wish 1, ABBA - Waterloo, is here as song \d+\. 1 guest will hear of it\.\n$/));
    expect(await ada.hears('* FOUND')).toMatch(/^\* FOUND 1 song=\d+ ABBA - Waterloo is here now/);
    expect(await party.dj('found', '1', file)).toMatchObject(refused(6, 'Wish 1, ABBA - Waterloo, is found already.'));
    const named = zip(join(disk.path, 'Nobody - Unknown.zip'));
    expect(await party.order('found', '2', named)).toEqual({
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

test('a song that was found in a file outside the library goes with it, and is no second one when its folder is added', async () => {
  await using party = await startParty({ songs: SONGS });
  using disk = mediaFolder();
  using elsewhere = mediaFolder();
  await using ada = await party.named('Ada');
  await ada.asks('WISH ABBA - Waterloo');
  await ada.asks('WISH Nobody - Unknown');
  await party.order('found', '1', zip(join(disk.path, 'some download.zip')));
  const lost = zip(join(elsewhere.path, 'another.zip'));
  await party.order('found', '2', lost);

  expect(await party.order('library', 'add', disk.path)).toMatchObject({ files: 1, added: 0, changed: 0 });
  expect(await party.order('songs', 'abba', 'waterloo')).toMatchObject({ total: 1 });
  unlinkSync(lost);
  expect(await party.order('library', 'scan')).toMatchObject({ files: 1, added: 0 });
  expect(await party.order('songs', 'nobody')).toMatchObject({ total: 0 });
  expect(await party.order('missing')).toMatchObject({ rows: [{ wish_id: 2, state: 'wanted' }] });
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
    await party.order('refuse', '2', 'never heard of it');
    await person.said(/^\d\d:\d\d {2}wish 2: Nobody - Unknown is refused: never heard of it$/);
    await program.said(/"event":"wish","state":"refused","wish_id":2,.*"reason":"never heard of it"/);

    zip(join(disk.path, 'ABBA - Waterloo.zip'));
    lieBroken(disk.path);
    await party.order('library', 'add', disk.path);
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
