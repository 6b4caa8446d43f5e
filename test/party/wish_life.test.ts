/** The whole life of a wish as one conversation: guests, the DJ, and files that come and go. */
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { mediaFolder } from '../media/folder.ts';
import { makeZip } from '../media/zip.ts';
import { said } from './dj_says.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

/** A song of five seconds (not missed by a session that waits for the CPU), that nobody has touched for a while, so that no scan waits for its end. */
function lies(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.zip`);
  writeFileSync(path, makeZip({ seconds: 5, packing: 'stored' }));
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(path, longAgo, longAgo);
  return path;
}

function catalogue(party: Party, artist: string, title: string): string {
  const file = join(party.varDir, `${title}.csv`);
  writeFileSync(file, `artist,title\n${artist},${title}\n`);
  return file;
}

const songIn = (line: string): string => /song=(\d+)/.exec(line)?.[1] ?? line;

test('asked for by two, refused, asked for again, brought by a file, told, sung; and wanted again when the file goes', async () => {
  using disk = mediaFolder();
  await using party = await startParty({
    songs: SONGS,
    settings: { PLAYER_GAP_SECONDS: 0, PLAYER_ON_REQUEST: 'cut' },
  });
  await using ada = await party.named('Ada');
  await using bo = await party.named('Bo');
  expect((await ada.asks('WISH Lost - Tape')).final).toBe(
    'OK WISHED 1 askers=1 Lost - Tape is not here yet; the DJ has been asked',
  );
  expect((await bo.asks('REQUEST lost - tape')).final).toMatch(/^OK WISHED 1 askers=2 Lost - Tape /);

  // Refused by a slip of the finger, taken back, and refused in earnest.
  await party.order('refuse', '1', 'oops');
  for (const each of [ada, bo]) expect(await each.hears('* REFUSED')).toBe('* REFUSED 1 oops');
  await party.toldAll(ada, bo);
  expect(await party.dj('undo')).toMatchObject(
    said(
      /^Taken back: refuse 1, Lost - Tape, by \S+ at \d\d:\d\d\. The wish is wanted again\.\n2 guests had heard of it and will hear when it is found\.\n$/,
    ),
  );
  expect((await ada.asks('WISHES')).rows).toEqual(['| 1 wanted Lost - Tape']);
  expect(await party.dj('undo')).toMatchObject({ code: 1, stdout: '' });
  await party.order('refuse', '1', 'nobody', 'has', 'it');
  for (const each of [ada, bo]) expect(await each.hears('* REFUSED')).toBe('* REFUSED 1 nobody has it');

  // Asked again, the answer says what was answered, and one who asks now for the first time hears it too.
  await using cy = await party.named('Cy');
  expect((await cy.asks('REQUEST Lost - Tape')).final).toBe(
    'OK WISHED 1 askers=3 Lost - Tape is not here yet; the DJ has been asked again; the answer was: nobody has it',
  );
  expect((await cy.asks('UNWISH 1')).final).toBe('OK UNWISH 1 Lost - Tape is no wish of yours anymore');
  expect((await party.dj('missing')).stdout).toMatch(/^ *1 +Lost - Tape +2 +Ada, Bo +\d\d:\d\d +wanted$/m);

  const music = join(disk.path, 'music');
  const tape = lies(music, 'Lost - Tape');
  for (const other of ['Else - One', 'Else - Two']) lies(music, other);
  expect((await party.dj('library', 'add', music)).stdout).toContain('3 files: 3 new songs, 1 wish came home');
  const found = await ada.hears('* FOUND');
  const song = songIn(found);
  expect(found).toBe(`* FOUND 1 song=${song} Lost - Tape is here now. Say: REQUEST ${song}`);
  expect(await bo.hears('* FOUND')).toBe(found);
  await party.toldAll(cy);
  expect(cy.count(/^\* FOUND/)).toBe(0);

  // What the scan brought was no order of the DJ's: the refusal is the last one, and nothing of it stands.
  expect(await party.dj('undo')).toMatchObject({
    code: 6,
    stderr: expect.stringMatching(/^The last was refuse 1, Lost - Tape, and nothing of it stands: the wish is found\./),
  });
  await ada.asks('WATCH all');
  const entry = /^OK QUEUED (\d+) /.exec((await ada.asks(`REQUEST ${song}`)).final)?.[1] ?? '';
  expect(await ada.hears('* TURN')).toBe(`* TURN ${entry} Lost - Tape: the microphone is yours`);
  await ada.hears(/^\* NOW - /);
  expect((await ada.asks('HISTORY')).rows).toEqual([expect.stringMatching(new RegExp(`^\\| ${song} Lost - Tape `))]);

  // The file goes, and the wish is wanted again by those who asked; it comes back, and they are told.
  const away = join(disk.path, 'away.zip');
  renameSync(tape, away);
  await party.order('library', 'scan');
  expect((await bo.asks('WISHES')).rows).toEqual(['| 1 wanted Lost - Tape']);
  expect((await bo.asks(`REQUEST ${song}`)).final).toMatch(/^ERR 550 /);
  renameSync(away, tape);
  await party.order('library', 'scan');
  for (const each of [ada, bo]) expect(await each.hears('* FOUND')).toBe(found);
  expect((await ada.asks('HISTORY')).rows).toHaveLength(1);
  rmSync(music, { recursive: true });
});

test('taken back by one asker it has one less, by the last one it is gone, and nobody hears of it again', async () => {
  await using party = await startParty({ songs: SONGS });
  await using ada = await party.named('Ada');
  await using bo = await party.named('Bo');
  for (const each of [ada, bo]) await each.asks('WISH Lost - Tape');
  const watch = party.startDj('--json', 'watch');
  await watch.said(/"event":"missing","missing":1/);
  await ada.asks('UNWISH 1');
  expect((await party.dj('missing')).stdout).toMatch(/Lost - Tape +1 +Bo /);
  expect((await bo.asks('UNWISH 1')).final).toBe('OK UNWISH 1 Lost - Tape is no wish of yours anymore');
  await watch.said(/"event":"wish".*"state":"withdrawn"/);
  watch.child.kill('SIGINT');
  await watch.ended;
  expect((await party.dj('missing')).stdout).toBe('Nothing is missing: every song asked for is here.\n');
  expect((await bo.asks('WISHES')).rows).toEqual([]);
  await party.order('import', catalogue(party, 'Lost', 'Tape'));
  await party.toldAll(ada, bo);
  for (const each of [ada, bo]) expect(each.count(/^\* (FOUND|REFUSED)/)).toBe(0);
});

describe('a song that may be it', () => {
  test('is proposed to the DJ, who says so, takes it back, and is told nothing twice; the true one is told as new', async () => {
    await using party = await startParty({ songs: SONGS });
    await using ada = await party.named('Ada');
    await using bo = await party.guest();
    const code = await bo.joins('Bo');
    for (const each of [ada, bo]) await each.asks('WISH ABBA - Waterloo');
    await bo.asks('LEAVE');
    await bo.closed();
    const watch = party.startDj('--json', 'watch');
    await watch.said(/"event":"missing","missing":1/);
    expect((await party.dj('import', catalogue(party, 'ABBA', 'Waterloo (Live)'))).stdout).toContain(
      '1 new song, 0 known\n',
    );
    expect(await watch.said(/"event":"proposal"/)).toContain(
      '"wish_id":1,"wish_artist":"ABBA","wish_title":"Waterloo","song_id":7',
    );
    watch.child.kill('SIGINT');
    await watch.ended;
    expect((await party.dj('missing')).stdout).toMatch(
      /^1: maybe 7 ABBA - Waterloo \(Live\) \(new\): karaokectl found 1 7$/m,
    );
    expect(await party.order('missing')).toMatchObject({
      rows: [{ wish_id: 1, near: [{ song_id: 7, artist: 'ABBA', title: 'Waterloo (Live)', why: 'came' }] }],
    });

    await party.order('found', '1', '7');
    expect(songIn(await ada.hears('* FOUND'))).toBe('7');
    await party.toldAll(ada);
    expect(await party.order('undo')).toMatchObject({ undone: 'found', wish_id: 1, state: 'wanted', told: 1 });
    expect((await ada.asks('WISHES')).rows).toEqual(['| 1 wanted ABBA - Waterloo']);
    {
      await using again = await party.guest();
      expect((await again.asks(`HELLO Bo ${code}`)).rows).toEqual([]);
      expect((await again.asks('WISHES')).rows).toEqual(['| 1 wanted ABBA - Waterloo']);
    }
    expect((await party.dj('import', catalogue(party, 'ABBA', 'Waterloo'))).stdout).toContain('1 wish came home');
    expect(songIn(await ada.hears('* FOUND'))).toBe('8');
    await party.toldAll(ada);
    expect(ada.count(/^\* FOUND/)).toBe(2);
    await using later = await party.guest();
    expect((await later.asks(`HELLO Bo ${code}`)).rows).toEqual(['| 1 found song=8 ABBA - Waterloo']);
  });
});
