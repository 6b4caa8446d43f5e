/** Every verb of karaokectl on a real party: what the DJ reads, what scripts get, and what the guests hear of it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

/** What a verb that was carried out says. */
const said = (stdout: string | RegExp): object => ({
  code: 0,
  stderr: '',
  stdout: typeof stdout === 'string' ? `${stdout}\n` : (expect.stringMatching(stdout) as unknown),
});
/** What a verb that was not says: nothing on stdout, one sentence, an exit code. */
const refused = (code: number, stderr: string | RegExp): object => ({
  code,
  stdout: '',
  stderr: typeof stderr === 'string' ? `${stderr}\n` : (expect.stringMatching(stderr) as unknown),
});
const aNumber = expect.any(Number) as unknown;
const entryOf = ({ final }: { readonly final: string }): number => Number(/^OK QUEUED (\d+)/.exec(final)?.[1]);

describe('the party', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS, settings: { PARTY_NAME: "Friday at Tosho's" } });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('status says what a DJ looks for first, and every process', async () => {
    await using ada = await party.named('Ada');
    await using stranger = await party.guest();
    await ada.asks('REQUEST Toto - Africa');
    await ada.asks('WISH Nobody - Unknown');
    await stranger.asks('PING');
    await party.connected(2);
    const { stdout, code } = await party.dj('status');
    const lines = stdout.split('\n');
    expect(code).toBe(0);
    expect(lines.slice(0, 6)).toEqual([
      expect.stringMatching(/^Friday at Tosho's \(since \d\d:\d\d\)$/),
      expect.stringMatching(/^now: .+ - .+ \(nobody sings\) \d+:\d\d\/\d+:\d\d$/),
      '1 song waiting, 6 songs here, 1 missing',
      '2 connected clients, 1 named guest',
      expect.stringMatching(
        new RegExp(`^karaoked \\d+\\.\\d+\\.\\d+, pid ${party.pid}, port ${party.port}, since \\d\\d:\\d\\d$`),
      ),
      expect.stringMatching(/^2 of \d+ seats taken, 0 refused, 0 lost with a session$/),
    ]);
    for (const program of ['librarian', 'player', 'control', 'session', 'listener'])
      expect(stdout).toMatch(new RegExp(`^${program} .* ready `, 'm'));
    await ada.asks('CANCEL 1');
  });

  test('status as JSON has a version, the party, the music and each process with its pid', async () => {
    const status = await party.djJson('status');
    expect(status).toMatchObject({
      version: 1,
      party: { id: 1, name: "Friday at Tosho's", started_at_ms: aNumber, ended_at_ms: null, closing_at_ms: null },
      now: { state: 'playing', singer: null, duration_ms: aNumber },
      songs: 6,
      degraded: [],
    });
    const { tree } = status as { tree: { pid: number; processes: { name: string; pid: number; state: string }[] } };
    expect(tree.pid).toBe(party.pid);
    expect(tree.processes.every(({ state }) => state === 'ready')).toBe(true);
    for (const program of ['librarian', 'player', 'control', 'listener'] as const)
      expect(tree.processes.filter(({ name }) => name === program).map(({ pid }) => pid)).toEqual(party.pids(program));
  });

  test('its end is told to everybody once; the daemon stays, and says no to what needs a party until one begins', async () => {
    await using ada = await party.named('Bo');
    await using stranger = await party.guest();
    expect(await party.dj('party', 'start', 'Another')).toEqual(
      expect.objectContaining(
        refused(6, `"Friday at Tosho's" is on already. To begin another, first: karaokectl party end`),
      ),
    );
    await ada.asks('REQUEST Toto - Africa');
    expect(await party.dj('party', 'end')).toMatchObject(
      said(`"Friday at Tosho's" is over; everybody is told. karaoked goes on.`),
    );
    for (const each of [ada, stranger]) {
      expect(await each.hears('* BYE')).toMatch(/^\* BYE party-over \S/);
      await each.closed();
      expect(each.count(/^\* BYE/)).toBe(1);
    }
    const noParty = refused(6, 'No party is on. To begin one: karaokectl party start');
    const [end, add, skip, now, status] = await Promise.all([
      party.dj('party', 'end'),
      party.dj('add', '--for', 'Cy', '1'),
      party.dj('skip'),
      party.dj('now'),
      party.djJson('status'),
    ]);
    expect(end).toMatchObject(noParty);
    expect(add).toMatchObject(noParty);
    expect(skip).toMatchObject(refused(6, /^Nothing plays, so there is nothing to skip/));
    expect(now).toMatchObject(said('silence: no party is on'));
    expect(status).toMatchObject({
      party: null,
      now: { state: 'silence', why: 'no-party', song_id: null },
      waiting: 0,
    });

    await using early = await party.guest();
    expect(early.transcript[0]).toBe('OK KARAOKE/1 No party is on. You can still SEARCH and WISH. Type HELP');
    await early.joins('Early');
    expect((await early.asks('REQUEST Toto - Africa')).final).toMatch(/^ERR 554 NO_PARTY /);

    expect(await party.dj('party', 'start', 'Second', 'night')).toMatchObject(said('"Second night" is on.'));
    await using late = await party.guest();
    expect(late.transcript[0]).toMatch(/^OK KARAOKE\/1 Second night: /);
    expect((await early.asks('REQUEST Toto - Africa')).final).toMatch(/^OK QUEUED /);
    // Two nights are two lists of plays.
    const { rows } = (await party.djJson('history')) as { rows: unknown[] };
    expect(rows).toHaveLength(1);
  });
});

describe('the music', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('now is one line, and a row with fixed types', async () => {
    expect(await party.dj('now')).toMatchObject(said(/^.+ - .+ \(nobody sings\) \d+:\d\d\/\d+:\d\d\n$/));
    expect(await party.djJson('now')).toEqual({
      version: 1,
      now: {
        state: 'playing',
        why: null,
        queue_id: null,
        guest_id: null,
        singer: null,
        song_id: aNumber,
        artist: expect.any(String),
        title: expect.any(String),
        position_ms: aNumber,
        duration_ms: aNumber,
        at_ms: aNumber,
      },
    });
  });

  test('two DJs who skip the same song skip one singer, not two', async () => {
    await using ada = await party.named('Ada');
    await using bo = await party.named('Bo');
    await using watcher = await party.guest();
    await watcher.asks('WATCH all');
    const first = entryOf(await ada.asks('REQUEST Toto - Africa'));
    await bo.asks('REQUEST ABBA - Dancing Queen');
    const both = await Promise.all([party.dj('skip'), party.dj('skip')]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.map(({ stdout }) => stdout.replace(/in 0:\d\d/, 'in 0:..')).toSorted()).toEqual([
      'Skipped already. Now: Toto - Africa (Ada) in 0:..\n',
      'Skipped. Now: Toto - Africa (Ada) in 0:..\n',
    ]);
    expect(await ada.hears('* TURN')).toMatch(`* TURN ${first} Toto - Africa`);
    expect(await watcher.hears(`* NOW between ${first}`)).toContain('Toto - Africa (Ada) in 0:');
    expect((await bo.asks('MINE')).rows).toHaveLength(1);

    // One after the other they are two orders: the second is about the song that the first one brought.
    expect(await party.dj('skip')).toMatchObject(said(/^Skipped\. Now: ABBA - Dancing Queen \(Bo\) in 0:\d\d\n$/));
    expect(await bo.hears('* TURN')).toContain('ABBA - Dancing Queen');
    expect((await ada.asks('WISHES')).rows).toEqual([]);
  });

  test('pause, resume and restart do it once, and say so when there is nothing left to do', async () => {
    await using watcher = await party.guest();
    await watcher.asks('WATCH all');
    await party.dj('skip');
    await watcher.hears(/^\* NOW (?!between)/);
    expect(await party.dj('pause')).toMatchObject(said(/^Paused\. Now: .+ paused\n$/));
    expect(await watcher.hears('* NOW')).toMatch(/ paused$/);
    expect(await party.dj('pause')).toMatchObject(said(/^Paused already\. Now: .+ paused\n$/));
    const held = await party.djJson('now');
    expect((await party.djJson('now'))['now']).toMatchObject({
      state: 'paused',
      position_ms: (held['now'] as { position_ms: number }).position_ms,
    });
    const resumed = await party.djJson('resume');
    expect(resumed).toMatchObject({ outcome: 'done', before: { state: 'paused' }, now: { state: 'playing' } });
    expect(await watcher.hears('* NOW')).not.toMatch(/ paused$/);
    expect(await party.dj('resume')).toMatchObject(said(/^It was not paused\. Now: /));
    const again = (await party.djJson('restart')) as Record<'before' | 'now', { position_ms: number; song_id: number }>;
    expect(again).toMatchObject({ outcome: 'done', now: { state: 'playing', song_id: again.before.song_id } });
    expect(again.now.position_ms).toBeLessThan(again.before.position_ms);
    await party.toldAll(watcher);
    expect(watcher.count(/ paused$/)).toBe(1);
  });

  test('history is the night, newest first, and how each song ended', async () => {
    const { rows, total } = (await party.djJson('history')) as { rows: Record<string, unknown>[]; total: number };
    expect(total).toBe(rows.length);
    expect(rows[0]).toEqual({
      play_id: rows.length,
      started_at_ms: aNumber,
      ended_at_ms: null,
      singer: null,
      artist: expect.any(String),
      title: expect.any(String),
      end: 'playing',
    });
    expect(rows.slice(1).map(({ singer, end }) => [singer, end])).toEqual([
      ['Bo', 'skipped'],
      ['Ada', 'skipped'],
      [null, 'skipped'],
    ]);
    const { stdout } = await party.dj('history');
    expect(stdout).toMatch(/^at +singer +song +end\n\d\d:\d\d +nobody /);
    expect(stdout).toMatch(/^\d\d:\d\d +Ada +Toto - Africa +skipped$/m);
  });
});

describe('the line', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({
      songs: [...SONGS, ['Europe', 'The Final Countdown', 300], ['Abba', 'Waterloo', 170]],
    });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('an empty line says so', async () => {
    const [queue, json] = await Promise.all([party.dj('queue'), party.djJson('queue')]);
    expect(queue).toMatchObject(said('Nobody waits.'));
    expect(json).toEqual({ version: 1, rows: [], total: 0, more: false, page: 1 });
  });

  test('add queues for a guest without a phone, by number, by artist - title, or by words that are sure', async () => {
    await using watcher = await party.guest();
    await watcher.asks('WATCH all');
    expect(await party.dj('add', '--for', 'Uncle Joe', '2')).toMatchObject(
      said(/^Entry 1: Toto - Africa for Uncle Joe, place 1, wait \d+-\d+ min\n$/),
    );
    expect(await watcher.hears('* QUEUE')).toBe('* QUEUE 1');
    const named = await party.djJson('add', '--for', 'Aunt Mary', 'queen', '-', 'bohemian', 'rhapsody');
    expect(named).toMatchObject({
      version: 1,
      queue_id: 2,
      singer: 'Aunt Mary',
      song: { artist: 'Queen', title: 'Bohemian Rhapsody', duration_s: 354 },
      position: 2,
      also_asked_by: [],
    });
    expect(await party.dj('add', 'europe the final countdown', '--for', 'Uncle Joe')).toMatchObject(
      said(/^Entry 3: Europe - The Final Countdown for Uncle Joe, place 3, /),
    );
    const queue = await party.dj('queue');
    expect(queue.stdout).toMatch(/^id +# +singer +song +wait +why$/m);
    expect(queue.stdout).toMatch(/^ *1 +1 +Uncle Joe +Toto - Africa +\d+-\d+ min +\S.+\.$/m);
    expect(queue.stdout).toMatch(/^ *2 +2 +Aunt Mary +Queen - Bohemian Rhapsody +\d+-\d+ min +\S.+\.$/m);
    const { rows } = (await party.djJson('queue')) as { rows: Record<string, unknown>[] };
    expect(rows[1]).toEqual({
      queue_id: 2,
      position: 2,
      singer: 'Aunt Mary',
      guest_id: aNumber,
      wait_from_min: aNumber,
      wait_to_min: aNumber,
      song_id: 1,
      artist: 'Queen',
      title: 'Bohemian Rhapsody',
      reason: expect.any(String),
    });
    // Guests see whom the DJ added, and nobody can come and be Uncle Joe without the DJ.
    expect((await watcher.asks('QUEUE')).rows[0]).toMatch(/^\| 1 1\. Toto - Africa \(Uncle Joe\) \d+-\d+ min$/);
    expect((await watcher.asks('HELLO Uncle Joe')).final).toMatch(/^ERR 531 NAME_TAKEN /);
  });

  test('add for a guest who is here reaches their phone, above the limit of guests, and says who asked too', async () => {
    await using ada = await party.named('Ada');
    for (const song of ['a-ha - Take On Me', 'AC/DC - Highway to Hell', 'Abba - Waterloo'])
      expect((await ada.asks(`REQUEST ${song}`)).final).toMatch(/^OK QUEUED /);
    expect((await ada.asks('REQUEST Щурците - Клетва')).final).toMatch(/^ERR 552 LIMIT /);
    const { stdout, code } = await party.dj('add', '--for', 'ada', '2');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Entry \d+: Toto - Africa for Ada, place \d+, wait \d+-\d+ min\nUncle Joe waits for the same song\.\n$/,
    );
    expect((await ada.asks('MINE')).final).toBe('OK MINE 4');
    expect(await party.dj('add', '--for', 'Ada', '2')).toMatchObject(
      refused(6, /^Toto - Africa waits for that guest already, as entry \d+\.\n$/),
    );
  });

  test('add that is not sure shows the songs, and what is not here leaves no guest behind', async () => {
    const [unsure, json, missing, none, noNumber, badName, noName, noSong] = await Promise.all([
      party.dj('add', '--for', 'Zoe', 'abba'),
      party.dj('--json', 'add', '--for', 'Zoe', 'abba'),
      party.dj('add', '--for', 'Zoe', 'Nobody', '-', 'Unknown'),
      party.dj('add', '--for', 'Zoe', 'qwertyuiop'),
      party.dj('add', '--for', 'Zoe', '999'),
      party.dj('add', '--for', 'x'.repeat(33), '1'),
      party.dj('add', '1'),
      party.dj('add', '--for', 'Zoe'),
    ]);
    expect(unsure).toMatchObject(refused(1, /^"abba" may be one of these\. Say its number instead\nid +artist +title/));
    expect(unsure.stderr).toMatch(/ABBA +Dancing Queen/);
    expect(unsure.stderr).toMatch(/Abba +Waterloo/);
    const { error } = JSON.parse(json.stdout) as { error: { code: string; exit: number; candidates: unknown[] } };
    expect([json.code, error.code, error.exit, error.candidates.length]).toEqual([1, 'failed', 1, 2]);
    expect(missing).toMatchObject(
      refused(1, 'Nothing here is like "Nobody - Unknown". Look with: karaokectl songs <words>'),
    );
    expect(none).toMatchObject(refused(1, /^Nothing here is like "qwertyuiop"\./));
    expect(noNumber).toMatchObject(refused(1, 'There is no song 999. Look with: karaokectl songs <words>'));
    expect(badName).toMatchObject(refused(2, /cannot be a guest's name: .+ Say another after --for\n$/));
    expect(noName).toMatchObject(refused(2, /--for/));
    expect(noSong).toMatchObject(refused(2, /song/));
    const { rows } = (await party.djJson('queue')) as { rows: { singer: string }[] };
    expect(rows.map(({ singer }) => singer)).not.toContain('Zoe');
    await using zoe = await party.guest();
    expect(await zoe.joins('Zoe')).not.toBe('');
  });

  test('remove takes an entry out once; one that is being sung, it does not', async () => {
    await using watcher = await party.guest();
    await watcher.asks('WATCH all');
    expect(await party.dj('remove', '2')).toMatchObject(
      said('Entry 2 is out of the line: Queen - Bohemian Rhapsody (Aunt Mary)'),
    );
    await watcher.hears('* QUEUE');
    expect((await watcher.asks('QUEUE')).rows.join('\n')).not.toContain('Aunt Mary');
    const [again, never, word] = await Promise.all([
      party.dj('remove', '2'),
      party.dj('remove', '4711'),
      party.dj('remove', 'two'),
    ]);
    expect(again).toMatchObject(refused(6, 'Entry 2 no longer waits, it is cancelled.'));
    expect(never).toMatchObject(
      refused(1, 'There is no entry 4711. Its number is the first column of: karaokectl queue'),
    );
    expect(word).toMatchObject(refused(2, /a whole number from 1/));
    await party.dj('skip');
    expect(await party.dj('remove', '1')).toMatchObject(
      refused(6, 'Entry 1 no longer waits, it is singing. To end it: karaokectl skip'),
    );
  });
});

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

describe('the guests', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('guests counts every client and lists everybody with a name, with what they wait for', async () => {
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    await using phone = await party.named('Ada', code);
    await using stranger = await party.guest();
    await ada.asks('REQUEST Toto - Africa');
    await phone.asks('WISH Nobody - Unknown');
    await party.dj('add', '--for', 'Uncle Joe', '1');
    // A connection is counted within a moment of its greeting; its next answer does not wait for that.
    await party.connected(3);
    const { stdout } = await party.dj('guests');
    expect(stdout).toMatch(
      /^3 connected clients, 1 named guest among them\.\nid +name +clients +sung +waiting +wishes/,
    );
    expect(stdout).toMatch(/^ *\d+ +Ada +2 +0 +1 +1 +\d\d:\d\d$/m);
    expect(stdout).toMatch(/^ *\d+ +Uncle Joe +0 +0 +1 +0 +\d\d:\d\d$/m);
    const { rows } = (await party.djJson('guests')) as { rows: Record<string, unknown>[] };
    expect(rows.find(({ name }) => name === 'Ada')).toEqual({
      guest_id: aNumber,
      name: 'Ada',
      connections: 2,
      sung_tonight: 0,
      waiting: 1,
      open_wishes: 1,
      first_seen_at_ms: aNumber,
      last_seen_at_ms: aNumber,
    });
    expect((await stranger.asks('PING')).final).toBe('OK PONG');
  });

  test('kick ends every connection of one guest, by name or number, with a reason, and nobody else’s', async () => {
    await using bo = await party.guest();
    const code = await bo.joins('Bo');
    await using phone = await party.named('Bo', code);
    await using bob = await party.named('Bobby');
    expect(await party.dj('kick', 'bo')).toMatchObject(said('Bo is told and leaves: 2 connections.'));
    for (const each of [bo, phone]) {
      expect(await each.hears('* BYE')).toMatch(/^\* BYE kicked( |$)/);
      await each.closed();
      expect(each.count(/^\* BYE/)).toBe(1);
    }
    const { rows } = (await party.djJson('guests')) as { rows: { guest_id: number; name: string }[] };
    const id = rows.find(({ name }) => name === 'Bobby')?.guest_id ?? 0;
    expect(await party.djJson('kick', String(id), 'mind', 'the', 'cables')).toMatchObject({
      guest: 'Bobby',
      connections: 1,
    });
    expect(await bob.hears('* BYE')).toBe('* BYE kicked mind the cables');
    await bob.closed();
  });

  test('kick needs to know whom', async () => {
    await using anna = await party.named('Anna');
    await using anne = await party.named('Anne');
    const [several, nobody, absent, missing] = await Promise.all([
      party.dj('kick', 'ann'),
      party.dj('kick', 'Nobody'),
      party.dj('kick', 'Uncle Joe'),
      party.dj('kick'),
    ]);
    expect(several).toMatchObject(refused(1, /^"ann" may be \d+ Anna, \d+ Anne\. Say the number instead\n$/));
    expect(nobody).toMatchObject(refused(1, 'There is no guest "Nobody". Look with: karaokectl guests'));
    expect(absent).toMatchObject(said('Uncle Joe was not connected.'));
    expect(missing).toMatchObject(refused(2, /guest/));
    await party.toldAll(anna, anne);
    for (const each of [anna, anne]) expect(each.count(/^\* BYE/)).toBe(0);
  });

  test('say reaches who watches, as text or JSON, and leaves the others in peace', async () => {
    await using ada = await party.named('Cy');
    await using all = await party.guest();
    await all.asks('WATCH all');
    await using program = await party.named('Dee');
    await program.asks('MODE json');
    await using silent = await party.named('Eve');
    await silent.asks('WATCH none');
    await party.connected(4);
    expect(await party.dj('say', 'Soup', 'is', 'ready!')).toMatchObject(said('Said to 4 connected clients.'));
    for (const each of [ada, all]) expect(await each.hears('* SAY')).toBe('* SAY Soup is ready!');
    expect(JSON.parse(await program.hears(/"topic":"SAY"/))).toEqual({
      t: 'event',
      topic: 'SAY',
      text: 'Soup is ready!',
    });
    expect(await party.djJson('say', 'Again')).toEqual({ version: 1, connections: 4 });
    await ada.hears('* SAY Again');
    await silent.asks('PING');
    expect(silent.count(/^\* /)).toBe(0);
    expect(await party.dj('say')).toMatchObject(refused(2, /text/));
  });
});

describe('care', () => {
  test('watch tells what happens as it happens, for people and for programs, until Ctrl-C or the end', async () => {
    await using party = await startParty({ songs: SONGS });
    const person = party.startDj('watch');
    const program = party.startDj('--json', 'watch');
    await Promise.all([person.said(/clients: 0 connected/), program.said(/"event":"connections"/)]);
    expect(person.stdout()).toMatch(/^\d\d:\d\d {2}party: Karaoke night\n\d\d:\d\d {2}now: .+ \(nobody sings\) /);

    await using ada = await party.named('Ada');
    await ada.asks('REQUEST Toto - Africa');
    await ada.asks('WISH Nobody - Unknown');
    await Promise.all([
      person.said(/^\d\d:\d\d {2}clients: 1 connected, 1 named guest$/),
      person.said(/^\d\d:\d\d {2}queue: 1 waiting$/),
      person.said(/^\d\d:\d\d {2}missing: 1$/),
      program.said(/"event":"connections","connections":1,"guests":1/),
      program.said(/"event":"queue","waiting":1/),
      program.said(/"event":"missing","missing":1/),
    ]);
    await party.dj('skip');
    await person.said(/^\d\d:\d\d {2}now: Toto - Africa \(Ada\) in 0:\d\d$/);
    await program.said(/"event":"now","now":\{"state":"between".*"singer":"Ada"/);
    const lines = program.stdout().split('\n').filter(Boolean);
    expect(lines.map((line) => (JSON.parse(line) as { version: number }).version)).toEqual(lines.map(() => 1));

    person.child.kill('SIGINT');
    expect(await person.ended).toMatchObject({ signal: 'SIGINT', stderr: '' });
    await party.stop();
    expect(await program.ended).toMatchObject({ code: 3, stderr: '' });
  });

  test('version names both programs; what is no verb gets usage and 2; help is no mistake', async () => {
    await using party = await startParty({ flags: ['--no-party'] });
    const [version, json, unknown, bare, help] = await Promise.all([
      party.dj('version'),
      party.djJson('version'),
      party.dj('frobnicate'),
      party.dj(),
      party.dj('--help'),
    ]);
    expect(version).toMatchObject(said(/^karaokectl \d+\.\d+\.\d+\nkaraoked \d+\.\d+\.\d+\n$/));
    expect(json).toEqual({ version: 1, karaoked: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    expect(unknown).toMatchObject(refused(2, /unknown command 'frobnicate'/));
    expect(bare).toMatchObject(refused(2, /add --for <name> <song>/));
    expect(help).toMatchObject(said(/add --for <name> <song>/));
  });

  test('a control process that is frozen costs the DJ the timeout and no longer; stop waits for the end', async () => {
    await using party = await startParty({ songs: SONGS });
    const control = party.pids('control');
    for (const pid of control) process.kill(pid, 'SIGSTOP');
    try {
      expect(await party.dj('--timeout', '0.3', 'now')).toMatchObject(refused(7, /^karaoked was silent for 0\.3 s/));
    } finally {
      for (const pid of control) process.kill(pid, 'SIGCONT');
    }
    expect((await party.dj('now')).code).toBe(0);
    await using ada = await party.named('Ada');
    expect(await party.dj('stop')).toMatchObject(said(/^karaoked \(pid \d+\) has stopped\./));
    expect(await ada.hears('* BYE')).toMatch(/^\* BYE restarting /);
    expect(await party.running.ended).toMatchObject({ code: 0 });
    expect(await party.dj('now')).toMatchObject(refused(3, /^No karaoked runs in /));
  });
});
