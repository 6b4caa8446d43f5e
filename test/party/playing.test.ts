/** The evening as it plays: whose turn it is, what comes when nobody asks, how long it lasts, and how it closes. */
import { readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SONGS, startParty, temporaryVar } from './party.ts';
import type { Party } from './party.ts';

interface Play {
  readonly singer: string | null;
  readonly artist: string;
  readonly title: string;
  readonly end: string;
}

/** The plays of the night, the first one first. */
async function playsOf(party: Party): Promise<readonly Play[]> {
  const { rows } = (await party.order('history')) as { rows: Play[] };
  return rows.toReversed();
}

/** Resolves to the values in now_playing once they are as wanted; every write of the file is an event. */
async function nowPlaying(party: Party, wanted: Readonly<Record<string, string | RegExp>>): Promise<readonly string[]> {
  const { promise, resolve } = Promise.withResolvers<readonly string[]>();
  const look = (): void => {
    const lines = readFileSync(join(party.varDir, 'now_playing'), 'utf8').split('\n');
    const values = new Map(lines.map((line) => [line.split(': ')[0] ?? '', line.split(': ').slice(1).join(': ')]));
    const fits = Object.entries(wanted).every(([name, value]) => {
      const has = values.get(name) ?? '';
      return typeof value === 'string' ? has === value : value.test(has);
    });
    if (fits) resolve(lines);
  };
  const watcher = watch(party.varDir, look);
  look();
  return promise.finally(() => {
    watcher.close();
  });
}

describe('while nobody asks', () => {
  test('a random song plays and nobody sings, none twice while others are left, each as long as is configured', async () => {
    using home = temporaryVar();
    const file = join(home.path, 'short.csv');
    const titles = ['One', 'Two', 'Three', 'Four', 'Five'];
    writeFileSync(file, `artist,title\n${titles.map((title) => `The Shorts,${title}\n`).join('')}`);
    await using party = await startParty({
      varDir: home.path,
      flags: ['--catalogue', file],
      settings: { PLAYER_SONG_SECONDS: 0.5 },
    });
    await using watcher = await party.guest();
    await watcher.asks('WATCH all');
    // None of them says how long it lasts, so that there is a next one at all is the setting.
    for (let change = 0; change < 7; change += 1)
      expect(await watcher.hears('* NOW -')).toMatch(/^\* NOW - The Shorts - \w+ \(nobody sings\) 0:0\d\/0:01$/);
    await watcher.asks('MODE json');
    expect(JSON.parse(await watcher.hears(/"topic":"NOW".*"state":"playing"/))).toMatchObject({
      duration_ms: 500,
      singer: null,
      queue_id: null,
    });
    const plays = await playsOf(party);
    const played = plays.map(({ title }) => title);
    expect(played.slice(0, titles.length).toSorted()).toEqual(titles.toSorted());
    played.forEach((title, at) => {
      expect(title).not.toBe(played[at + 1]);
    });
    expect(plays.slice(0, -1).every(({ singer, end }) => singer === null && end === 'sung')).toBe(true);
  });

  test('and there is no song, it is silent, until songs come', async () => {
    await using party = await startParty();
    await using ada = await party.named('Ada');
    await ada.asks('WATCH all');
    expect((await ada.asks('NOW')).final).toMatch(/^OK NOW silence/);
    expect(await nowPlaying(party, { State: 'idle' })).toEqual([
      'State: idle',
      'Title: ',
      'Artist: ',
      'Singer: ',
      'Started: ',
      'Duration: ',
      'Next: ',
      '',
    ]);
    const file = join(party.varDir, 'late.csv');
    writeFileSync(file, 'artist,title,duration_s\nToto,Africa,295\n');
    await party.order('import', file);
    expect(await ada.hears('* NOW')).toMatch(/^\* NOW - Toto - Africa \(nobody sings\) 0:0\d\/4:55$/);
  });
});

describe('the way of a turn', () => {
  test('the line before any random song, a gap before the music, each told to whom it is about, now_playing along the way', async () => {
    await using party = await startParty({
      // Gap and song are long enough to be seen by a process that waits for the CPU, and to wait for.
      songs: SONGS.map(([artist, title]) => [artist, title, 5] as const),
      settings: { PLAYER_GAP_SECONDS: 5 },
    });
    await using watcher = await party.guest();
    await watcher.asks('WATCH all');
    await using ada = await party.named('Ada');
    await using bo = await party.named('Bo');
    await using cy = await party.named('Cy');
    // Held, so that the line is complete before anybody is called.
    await party.order('pause');
    const held = await nowPlaying(party, { State: 'paused' });
    expect(held).toEqual([
      'State: paused',
      expect.stringMatching(/^Title: \S/),
      expect.stringMatching(/^Artist: \S/),
      'Singer: ',
      expect.stringMatching(/^Started: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      'Duration: 5',
      'Next: ',
      '',
    ]);
    await ada.asks('REQUEST Toto - Africa');
    expect(await ada.hears('* NEXT')).toMatch(/^\* NEXT 1 Toto - Africa: /);
    await bo.asks('REQUEST ABBA - Dancing Queen');
    await nowPlaying(party, { State: 'paused', Next: 'Toto - Africa (Ada)' });

    await party.order('skip');
    expect(await ada.hears('* TURN')).toMatch(/^\* TURN 1 Toto - Africa: /);
    const gap = await nowPlaying(party, { State: 'between', Title: 'Africa' });
    expect(gap).toEqual([
      'State: between',
      'Title: Africa',
      'Artist: Toto',
      'Singer: Ada',
      'Started: ',
      'Duration: 5',
      'Next: ABBA - Dancing Queen (Bo)',
      '',
    ]);
    await nowPlaying(party, { State: 'playing', Singer: 'Ada', Started: /^\d{4}-.*Z$/ });
    expect(await bo.hears('* NEXT')).toMatch(/^\* NEXT 2 ABBA - Dancing Queen: /);
    expect(await bo.hears('* TURN')).toMatch(/^\* TURN 2 ABBA - Dancing Queen: /);
    // In this order, and then a song that nobody asked for.
    await watcher.hears(/^\* NOW between 1 Toto - Africa \(Ada\) in 0:0[0-5]$/);
    await watcher.hears(/^\* NOW 1 Toto - Africa \(Ada\) 0:0\d\/0:05$/);
    await watcher.hears(/^\* NOW between 2 ABBA - Dancing Queen \(Bo\) in 0:0[0-5]$/);
    await watcher.hears(/^\* NOW 2 ABBA - Dancing Queen \(Bo\) 0:0\d\/0:05$/);
    await watcher.hears(/^\* NOW - .* \(nobody sings\) /);
    await nowPlaying(party, { State: 'playing', Singer: '', Next: '' });

    await party.toldAll(watcher, ada, bo, cy);
    const asked = (await playsOf(party)).filter(({ singer }) => singer !== null);
    expect(asked).toEqual([
      expect.objectContaining({ singer: 'Ada', title: 'Africa', end: 'sung' }),
      expect.objectContaining({ singer: 'Bo', title: 'Dancing Queen', end: 'sung' }),
    ]);
    for (const each of [ada, bo]) {
      expect(each.count(/^\* NEXT/)).toBe(1);
      expect(each.count(/^\* TURN/)).toBe(1);
    }
    for (const each of [watcher, cy]) expect(each.count(/^\* (NEXT|TURN)/)).toBe(0);
    expect((await ada.asks('HISTORY')).rows).toEqual([expect.stringMatching(/^\| 2 Toto - Africa \d{4}-\d\d-\d\d$/)]);
    const { rows } = (await party.order('guests')) as { rows: { name: string; sung_tonight: number }[] };
    expect(rows.map(({ name, sung_tonight: sung }) => [name, sung])).toEqual([
      ['Ada', 1],
      ['Bo', 1],
      ['Cy', 0],
    ]);
    await party.stop();
    expect(readFileSync(join(party.varDir, 'now_playing'), 'utf8')).toMatch(/^State: stopped\nTitle: \n/);
  });

  test('takes exactly as long as everyMinutes says, its gap included, whatever the song', async () => {
    await using party = await startParty({
      songs: SONGS,
      settings: { PLAYER_EVERY_MINUTES: 0.08, PLAYER_GAP_SECONDS: 0.4 },
    });
    await using watcher = await party.guest();
    await watcher.asks('WATCH all');
    // Songs of minutes follow each other.
    expect(await watcher.hears('* NOW -')).toMatch(/ \(nobody sings\) 0:0\d\/0:05$/);
    await watcher.asks('MODE json');
    await party.order('pause');
    await party.order('add', '--for', 'Uncle Joe', '1');
    await party.order('skip');
    const now = JSON.parse(await watcher.hears(/"topic":"NOW".*"queue_id":1/)) as Record<string, unknown>;
    expect(now).toMatchObject({ singer: 'Uncle Joe', title: 'Bohemian Rhapsody', duration_ms: 4_400 });
    const after = JSON.parse(await watcher.hears(/"topic":"NOW".*"state":"playing".*"queue_id":null/)) as unknown;
    expect(after).toMatchObject({ singer: null, duration_ms: 4_800 });
    expect((await playsOf(party)).find(({ singer }) => singer === 'Uncle Joe')).toMatchObject({ end: 'sung' });
  });
});

describe('guests who are not there', () => {
  test('are passed over while somebody present waits, come before any random song, and are offered what they did not sing', async () => {
    await using party = await startParty({ songs: SONGS, settings: { QUEUE_GRACE_SECONDS: 0 } });
    let code: string;
    {
      await using ada = await party.guest();
      code = await ada.joins('Ada');
      await ada.asks('REQUEST Toto - Africa');
      await ada.hears('* NEXT');
      await ada.asks('REQUEST a-ha - Take On Me');
    }
    await party.connected(0);
    await using bo = await party.named('Bo');
    const asked = await bo.asks('REQUEST ABBA - Dancing Queen');
    expect(asked.final).toMatch(/^OK QUEUED 3 song=3 position=1 /);
    expect(await bo.hears('* NEXT')).toContain('ABBA - Dancing Queen');
    const singers: unknown[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const { now } = (await party.order('skip')) as { now: { singer: string | null; title: string } };
      singers.push([now.singer, now.title]);
    }
    expect(singers).toEqual([
      ['Bo', 'Dancing Queen'],
      ['Ada', 'Africa'],
    ]);

    await party.order('party', 'end');
    await party.order('party', 'start');
    await using back = await party.guest();
    const hello = await back.asks(`HELLO Ada ${code}`);
    const aha = expect.stringMatching(/^\| unsung song=4 a-ha - Take On Me/) as unknown;
    expect(hello.rows.toSorted()).toEqual([expect.stringMatching(/^\| unsung song=2 Toto - Africa/), aha]);
    expect(hello.final).toMatch(/ 2 songs of yours went unsung\. Say: REQUEST [24]$/);
    expect((await back.asks('REQUEST 2')).final).toMatch(/^OK QUEUED /);
    await using again = await party.guest();
    expect((await again.asks(`HELLO Ada ${code}`)).rows).toEqual([aha]);
    // What was sung or skipped by the DJ is nobody's to offer.
    expect((await party.order('queue'))['total']).toBe(1);
  });
});

describe('closing', () => {
  test('is a last call, no to what cannot fit, and at its time the end for everybody', async () => {
    await using party = await startParty({ songs: [...SONGS, ['Long', 'Player', 5_000]] });
    await using ada = await party.named('Ada');
    await using stranger = await party.guest();
    await using silent = await party.named('Bo');
    await silent.asks('WATCH none');
    const called = await party.dj('party', 'end', '--in', '1h');
    expect(called.stdout).toMatch(
      /^Last call: "Karaoke night" ends at (\d{4}-\d\d-\d\d )?\d\d:\d\d, in 1 h 0 min\.\n$/,
    );
    expect(await ada.hears('* LASTCALL')).toBe('* LASTCALL 60 the party ends in 60 minutes');
    expect((await ada.asks('REQUEST Long - Player')).final).toMatch(
      /^ERR 555 TOO_LATE the party ends in \d+:\d\d minutes/,
    );
    expect((await party.dj('status')).stdout).toMatch(/^Karaoke night \(since .*\), ends at /);
    expect((await party.dj('party', 'end', '--in', 'soon')).code).toBe(2);

    await party.order('party', 'end', '--in', '1m');
    expect(await ada.hears('* LASTCALL')).toBe('* LASTCALL 1 the party ends in 1 minute');
    await party.order('party', 'end', '--in', '1s');
    for (const each of [ada, stranger, silent]) {
      await each.closed();
      expect(each.transcript.at(-1)).toMatch(/^\* BYE party-over \S/);
      expect(each.count(/^\* BYE/)).toBe(1);
    }
    expect(silent.count(/^\* LASTCALL/)).toBe(0);
    expect((await party.dj('now')).stdout).toBe('silence: no party is on\n');
    expect(await party.order('status')).toMatchObject({ party: null, degraded: [] });
    await nowPlaying(party, { State: 'stopped' });
    await using late = await party.guest();
    expect(late.transcript[0]).toContain('No party is on');
  });
});
