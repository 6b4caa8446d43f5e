/** karaokectl on a real party: the songs, and bringing more. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { refused, said } from './dj_says.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

describe('songs', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(() => party[Symbol.asyncDispose]());
  const file = (name: string, ...lines: readonly string[]): string => {
    const path = join(party.varDir, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };

  test('all of them, or those with some words, or none', async () => {
    const [all, some, none, page, json] = await Promise.all([
      party.dj('songs'),
      party.dj('songs', 'dancing', 'queen'),
      party.dj('songs', 'qwertyuiop'),
      party.dj('songs', '--page', '2'),
      party.djJson('songs', 'africa'),
    ]);
    expect(all.stdout.split('\n')).toHaveLength(SONGS.length + 2);
    expect(all.stdout).toMatch(/^ *\d+ +Щурците +Клетва +4:10$/m);
    expect(some).toMatchObject(said(/^id +artist +title +time\n *3 +ABBA +Dancing Queen +3:50\n$/));
    expect(none.code).toBe(0);
    expect(none.stdout).not.toBe('');
    expect(page).toMatchObject(said('Page 2 is empty; there are 6.'));
    expect(json).toEqual({
      version: 1,
      rows: [{ song_id: 2, artist: 'Toto', title: 'Africa', duration_s: 295 }],
      total: 1,
      more: false,
      page: 1,
    });
  });

  test('import brings new songs, which guests can ask for at once, and the second time changes nothing', async () => {
    await using ada = await party.named('Ada');
    const good = file('good.csv', 'title,artist,year', 'Waterloo,ABBA,1974', '"Hello, Goodbye",The Beatles,1967');
    expect(await party.dj('import', good)).toMatchObject(said(`${good}: 2 new songs, 0 known`));
    expect((await ada.asks('REQUEST ABBA - Waterloo')).final).toMatch(/^OK QUEUED /);
    expect((await ada.asks('REQUEST Beatles - Hello Goodbye')).final).toMatch(/^OK QUEUED /);
    expect(await party.dj('import', good)).toMatchObject(said(/^Nothing to do: this very file was imported before\./));
    const copy = file('copy.csv', 'artist,title', 'ABBA,Waterloo', 'abba,WATERLOO');
    expect(await party.dj('import', copy)).toMatchObject(said(`${copy}: 0 new songs, 2 known`));
  });

  test('import leaves bad rows out, says where and why, and ends with 1', async () => {
    const bad = file(
      'bad.csv',
      'artist,title,duration_s,popularity',
      'Europe,The Final Countdown,300,50',
      ',No Artist,200,1',
      'No Title,,200,1',
      'Too,Few',
      'Long,Song,forever,1',
      'Loved,Song,100,101',
      'Boney M,Rasputin,240,9',
    );
    const ran = await party.dj('import', bad);
    expect(ran.code).toBe(1);
    expect(ran.stdout.split('\n')).toEqual([
      `${bad}: 2 new songs, 0 known`,
      'line 3: the artist is empty',
      'line 4: the title is empty',
      'line 5: 2 columns where the header has 4',
      'line 6: the duration_s "forever" is not a positive number of seconds',
      'line 7: the popularity "101" is not a number from 0 to 100',
      '5 bad rows left out. Correct and import again; what is here stays as it is.',
      '',
    ]);
    expect((await party.dj('songs', 'rasputin')).stdout).toContain('Rasputin');
    expect(await party.djJson('import', bad)).toMatchObject({
      version: 1,
      file: bad,
      added: 0,
      known: 2,
      found: 0,
      bad: expect.arrayContaining([{ line: 3, reason: 'the artist is empty' }]),
      bad_count: 5,
    });
  });

  test('import refuses what is no catalogue, in a sentence that says what to do', async () => {
    const headless = file('headless.csv', 'Queen,Radio Ga Ga', 'Queen,Innuendo');
    const semicolons = file('semicolons.csv', 'artist;title', 'Queen;Innuendo');
    const empty = file('empty.csv');
    const [noHeader, separated, nothing, gone, folder, noFile] = await Promise.all([
      party.dj('import', headless),
      party.dj('import', semicolons),
      party.dj('import', empty),
      party.dj('import', join(party.varDir, 'nowhere.csv')),
      party.dj('import', party.varDir),
      party.dj('import'),
    ]);
    expect(noHeader).toMatchObject(refused(1, /headless\.csv: The first line names no column "artist"/));
    expect(separated).toMatchObject(refused(1, /separated by commas/));
    expect(nothing).toMatchObject(refused(1, /^Cannot import .*empty\.csv: /));
    expect(gone).toMatchObject(refused(1, `Cannot import ${party.varDir}/nowhere.csv: there is no such file.`));
    expect(folder).toMatchObject(refused(1, /it is not a file/));
    expect(noFile).toMatchObject(refused(2, /file\.csv/));
    expect((await party.dj('songs', 'innuendo')).stdout).not.toContain('Innuendo');
  });
});
