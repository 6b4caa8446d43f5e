/** karaokectl on a real party: the night, the music and the DJ's own care; what the DJ reads, what scripts get, what guests hear. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aNumber, entryOf, refused, said } from './dj_says.ts';
import { freeze } from './freezing.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

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
    // A spare session process may be on its way up, for one that was taken.
    const lasting = tree.processes.filter(({ name }) => name !== 'session');
    expect(lasting.map(({ state }) => state)).toEqual(lasting.map(() => 'ready'));
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
    await early.asks('WATCH all');

    expect(await party.dj('party', 'start', 'Second', 'night')).toMatchObject(said('"Second night" is on.'));
    await using late = await party.guest();
    expect(late.transcript[0]).toMatch(/^OK KARAOKE\/1 Second night: /);
    await early.hears('* NOW -');
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
        with: null,
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
    // In one breath: of two karaokectl the slower one might begin when Ada is on.
    const both = await Promise.all([party.order('skip'), party.order('skip')]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'done']);
    expect(both.find(({ outcome }) => outcome === 'done')).toMatchObject({ now: { singer: 'Ada', title: 'Africa' } });
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
    await party.order('skip');
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
    const again = (await party.djJson('restart')) as Record<
      'before' | 'now',
      { position_ms: number; at_ms: number; song_id: number }
    >;
    expect(again).toMatchObject({ outcome: 'done', now: { state: 'playing', song_id: again.before.song_id } });
    // Its music began after the order was given.
    expect(again.now.at_ms - again.now.position_ms).toBeGreaterThanOrEqual(again.before.at_ms);
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
      with: null,
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
    await party.order('skip');
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
    expect(bare).toMatchObject(refused(2, /add --for <name> \[--with <name>\] <song>/));
    expect(help).toMatchObject(said(/add --for <name> \[--with <name>\] <song>/));
  });

  test('a control process that is frozen costs the DJ the timeout and no longer; stop waits for the end', async () => {
    await using party = await startParty({ songs: SONGS });
    {
      using _control = await freeze(party, ...party.pids('control'));
      expect(await party.dj('--timeout', '0.3', 'now')).toMatchObject(refused(7, /^karaoked was silent for 0\.3 s/));
    }
    expect((await party.dj('now')).code).toBe(0);
    await using ada = await party.named('Ada');
    expect(await party.dj('stop')).toMatchObject(said(/^karaoked \(pid \d+\) has stopped\./));
    expect(await ada.hears('* BYE')).toMatch(/^\* BYE restarting /);
    expect(await party.running.ended).toMatchObject({ code: 0 });
    expect(await party.dj('now')).toMatchObject(refused(3, /^No karaoked runs in /));
  });
});
