/** karaokectl on a real party: what is hidden, who is banned, what is kept, and the care of the database. */
import SQLite from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { entryOf, refused, said } from './dj_says.ts';
import { SONGS, startParty, temporaryVar } from './party.ts';
import type { Party } from './party.ts';

describe('hidden songs', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('a guest who asks for one hears why, in text and in JSON, and finds it again when it is shown', async () => {
    await using ada = await party.named('Ada');
    const entry = entryOf(await ada.asks('REQUEST 1'));
    expect(await party.dj('hide', '2')).toMatchObject(said(/^Song 2, Toto - Africa, is hidden: .+unhide 2\n$/));
    expect(await party.dj('hide', 'toto', 'africa')).toMatchObject(said('Song 2, Toto - Africa, was hidden already.'));
    expect(await party.djJson('hide', '1')).toMatchObject({
      outcome: 'hidden',
      song_id: 1,
      waiting: [{ queue_id: entry, singer: 'Ada' }],
    });
    for (const line of ['REQUEST 2', 'REQUEST Toto - Africa', 'WISH Toto - Africa'])
      expect((await ada.asks(line)).final).toMatch(/^ERR 532 DENIED Toto - Africa is not played here/);
    expect((await ada.asks('SEARCH africa')).final).toBe('OK SEARCH 0 of 0 page=1');
    expect((await ada.asks('QUEUE')).rows).toHaveLength(1);
    expect((await party.dj('songs', '--hidden')).stdout).toMatch(/^ *2 +Toto +Africa/m);
    await ada.asks('MODE json');
    const { final } = await ada.asks('REQUEST 2');
    expect(JSON.parse(final)).toMatchObject({ t: 'err', code: 532, word: 'DENIED', song_id: 2 });
    expect(await party.dj('unhide', 'africa')).toMatchObject(said('Song 2, Toto - Africa, can be found again.'));
    expect(JSON.parse((await ada.asks('REQUEST 2')).final)).toMatchObject({ t: 'ok', song_id: 2 });
    expect(await party.dj('hide', 'zzz')).toMatchObject(refused(1, /^There is no song "zzz"\. /));
  });
});

describe('banned guests', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('the connections end with the reason, and neither the name nor the code opens the door until it is lifted', async () => {
    await using ada = await party.guest();
    const code = await ada.joins('Ada Lovelace');
    await using other = await party.named('Ada Lovelace', code);
    await using bo = await party.named('Bo');
    const entry = entryOf(await ada.asks('REQUEST 1'));
    const banned = await party.dj('ban', 'Ada', 'Lovelace', 'throws', 'bottles');
    expect(banned).toMatchObject(said(/^Ada Lovelace is banned; 2 connections closed, cancelled: \d+\. /));
    expect(banned.stdout).toContain(`cancelled: ${entry}.`);
    await Promise.all([ada.hears('* BYE kicked throws bottles'), other.hears('* BYE kicked throws bottles')]);
    await Promise.all([ada.closed(), other.closed()]);
    await using again = await party.guest();
    for (const line of ['HELLO Ada Lovelace', `HELLO ada lovelace ${code}`])
      expect((await again.asks(line)).final).toBe('ERR 532 DENIED the DJ has banned Ada Lovelace from this party');
    expect((await again.asks('HELLO Аda Lovelace')).final).toMatch(/^ERR 5/);
    expect((await bo.asks('REQUEST with="ada lovelace" 2')).final).toMatch(/^ERR 532 DENIED .*Ada Lovelace/);
    expect(await party.dj('add', '--for', 'Ada Lovelace', '2')).toMatchObject(refused(6, /banned/));
    expect((await party.dj('guests', '--banned')).stdout).toContain('Ada Lovelace');
    expect(await party.dj('ban', 'ada lovelace')).toMatchObject(said('Ada Lovelace was banned already.'));
    expect(await party.dj('ban', 'Zed')).toMatchObject(refused(1, /^There is no guest "Zed"\. /));
    expect(await party.dj('unban', 'ada', 'lovelace')).toMatchObject(said(/^Ada Lovelace may come again/));
    expect((await again.asks(`HELLO Ada Lovelace ${code}`)).final).toMatch(/^OK HELLO/);
    expect((await again.asks('MINE')).rows).toEqual([]);
  });
});

test('nights are exported as CSV that a spreadsheet does not run, and as JSON, page after page', async () => {
  await using party = await startParty({ songs: [['=SUM(A1)', 'Ella "Fitz", the one', 300], ...SONGS] });
  await using evil = await party.named('@evil');
  await evil.asks('WATCH all');
  await evil.asks('REQUEST with="+Bo" 1');
  expect(await party.dj('export', 'csv', '--night', '9')).toMatchObject(
    refused(1, /^There is no night 9\. The last were: 1 /),
  );
  await party.order('skip');
  await evil.hears(/^\* NOW .*SUM/);
  const { stdout } = await party.dj('export', 'csv');
  expect(stdout.startsWith('night,party,started_at,ended_at,singer,partner,artist,title,how,random\r\n')).toBe(true);
  const rows = parse<Record<string, string>>(stdout, { columns: true, record_delimiter: '\r\n' });
  expect(rows.at(-1)).toMatchObject({
    night: '1',
    singer: "'@evil",
    partner: "'+Bo",
    artist: "'=SUM(A1)",
    title: 'Ella "Fitz", the one',
    how: 'playing',
    ended_at: '',
    random: 'no',
  });
  // More than a page holds, written as an older night would have been.
  const db = new SQLite(join(party.varDir, 'karaoke.db'), { timeout: 5_000 });
  db.exec(
    `INSERT INTO party (name, started_at_ms, ended_at_ms, grace_from_ms, alive_at_ms) VALUES ('Long ago', 0, 1, 0, 0);
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700)
     INSERT INTO play (party_id, song_id, artist, title, duration_ms, planned_ms, offset_ms, music_started, taken_at_ms, ended_at_ms, how)
       SELECT 2, 1, 'Artist ' || i, 'Title', 1, 1, 0, 1, i, i, 'sung' FROM n`,
  );
  db.close();
  const long = JSON.parse((await party.dj('export', 'json', '--night', '2')).stdout) as Record<string, unknown>[];
  expect(long.map(({ artist }) => artist)).toEqual(Array.from({ length: 700 }, (_, at) => `Artist ${at + 1}`));
  expect(long[0]).toMatchObject({ night: 2, party: 'Long ago', started_at: '1970-01-01T00:00:00.001Z', random: true });
  const all = parse((await party.dj('export', 'csv', '--all')).stdout, { columns: true });
  expect(all).toHaveLength(700 + rows.length);
  expect((await party.dj('history')).stdout).toContain('@evil & +Bo');
  const { code, stdout: answer } = await party.dj('--json', 'export', 'json');
  expect(code).toBe(2);
  expect(JSON.parse(answer)).toMatchObject({
    version: 1,
    error: { code: 'usage', text: expect.stringContaining('takes no --json') },
  });
});

test('a backup taken during a party is the party of the next start', async () => {
  using home = temporaryVar();
  const copy = join(home.path, 'copy', 'monday.db');
  let code: string;
  {
    await using party = await startParty({ songs: SONGS, varDir: home.path });
    await using ada = await party.guest();
    code = await ada.joins('Ada');
    await ada.asks('REQUEST 1');
    expect(await party.dj('db', 'backup', copy)).toMatchObject(refused(1, /^There is no folder for ".*monday\.db"\. /));
    mkdirSync(join(home.path, 'copy'));
    expect(await party.dj('db', 'backup', copy)).toMatchObject(
      said(/monday\.db: \d+ KB in [\d.]+ s, read again and found whole/),
    );
    expect(await party.dj('db', 'backup', copy)).toMatchObject(
      refused(6, /is there already, and a backup overwrites nothing/),
    );
    expect(await party.dj('db', 'check')).toMatchObject(said(/^\d+ looks at .+: nothing is wrong\.\n$/));
    await ada.asks('REQUEST 2');
  }
  // As docs/operations.md, "Restore", says.
  for (const beside of ['', '-wal', '-shm']) {
    const path = join(home.path, `karaoke.db${beside}`);
    if (existsSync(path)) rmSync(path);
  }
  renameSync(copy, join(home.path, 'karaoke.db'));
  await using party = await startParty({ varDir: home.path });
  await using ada = await party.named('Ada', code);
  expect(await party.djJson('status')).toMatchObject({ songs: SONGS.length });
  expect((await ada.asks('HISTORY')).final).toMatch(/^OK HISTORY/);
  expect((await ada.asks('SEARCH africa')).rows).toHaveLength(1);
  expect(await party.dj('db', 'check')).toMatchObject(said(/nothing is wrong/));
});

test('what is wrong with the database is said with what to do, and exit 1', async () => {
  await using party = await startParty({ songs: SONGS });
  const db = new SQLite(join(party.varDir, 'karaoke.db'), { timeout: 5_000 });
  db.exec('DELETE FROM song_fts WHERE rowid = (SELECT min(id) FROM song_fts_docsize)');
  db.close();
  const { code, stdout } = await party.dj('db', 'check');
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /1 thing wrong\.\nsongs that a search finds: 1 song is here and not in the index: \d\n {2}What to do: .*shelving/,
  );
  const json = await party.djJson('db', 'check');
  expect(json).toMatchObject({ version: 1, faults: [{ check: 'songs that a search finds' }] });
});
