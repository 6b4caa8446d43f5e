/** The file now_playing, as a status bar reads it: always whole, always true, whatever happens to its lock or its writer. */
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { fileShows } from './file.ts';
import { freeze } from './freezing.ts';
import { everyoneGone, SONGS, startParty, temporaryVar } from './party.ts';
import type { Party } from './party.ts';

const AT_ONCE = { PLAYER_GAP_SECONDS: 0 };
const STOPPED = 'State: stopped\nTitle: \nArtist: \nSinger: \nStarted: \nDuration: \nNext: \n';
const shows = (party: Party, pattern: RegExp): Promise<string> => fileShows(join(party.varDir, 'now_playing'), pattern);
const filesOf = (varDir: string): string[] => readdirSync(varDir).filter((name) => name.startsWith('now_playing'));

test('the file follows the music: who sings what, since when, and who is next', async () => {
  await using party = await startParty({ songs: SONGS, settings: AT_ONCE });
  await shows(party, /^State: playing\n/);
  await using ada = await party.named('Ada');
  await ada.asks('REQUEST Toto - Africa');
  await ada.asks('REQUEST Щурците - Клетва');
  await party.order('skip');
  // Without a gap she is called and her music begins in one moment, but not in one writing.
  expect(await shows(party, /^State: playing\n(?:.*\n)*Singer: Ada$/m)).toMatch(
    /^State: playing\nTitle: Africa\nArtist: Toto\nSinger: Ada\nStarted: \d{4}-\d\d-\d\dT[\d:.]+Z\nDuration: 295\nNext: Щурците - Клетва \(Ada\)\n$/,
  );
  await party.order('pause');
  expect(await shows(party, /^State: paused\n/)).toContain('Title: Africa\n');
  await party.order('party', 'end');
  expect(await shows(party, /^State: stopped\n/)).toBe(STOPPED);
});

test('a reader never sees a mix, however often the song changes', async () => {
  const songs = Array.from({ length: 60 }, (_, n) => [`Artist ${n}`, `Title ${n}`, 0.1] as const);
  await using party = await startParty({ songs, settings: AT_ONCE });
  const file = join(party.varDir, 'now_playing');
  const whole =
    /^State: (playing|between|idle|paused)\nTitle: (?:Title (\d+))?\nArtist: (?:Artist (\d+))?\nSinger: .*\nStarted: .*\nDuration: .*\nNext: .*\n$/;
  await shows(party, /^State: playing\n/);
  const seen = new Set<string>();
  while (seen.size < 20) {
    const text = readFileSync(file, 'utf8');
    const [, , title, artist]: (string | undefined)[] = whole.exec(text) ?? [text, text, 'not', 'whole'];
    expect(title).toBe(artist);
    if (title !== undefined) seen.add(title);
    await breath();
  }
});

describe('a lock that is no use', () => {
  test.each([
    [
      'a plain file in its place',
      (lock: string): void => {
        writeFileSync(lock, 'what is this?');
      },
    ],
    [
      'one that a killed writer left long ago',
      (lock: string): void => {
        mkdirSync(lock);
        utimesSync(lock, 0, 0);
      },
    ],
    [
      'one that a killed writer left just now',
      (lock: string): void => {
        mkdirSync(lock);
      },
    ],
  ])('does not stop the music, and the file is written: %s', async (_, spoil) => {
    using home = temporaryVar();
    spoil(join(home.path, 'now_playing.lock'));
    await using party = await startParty({ varDir: home.path, songs: SONGS, settings: AT_ONCE });
    // A lock that is no use is tried for a while before the first song.
    await shows(party, /^State: playing\n/);
    await using ada = await party.named('Ada');
    await ada.asks('REQUEST Toto - Africa');
    await party.order('skip');
    // The random song before it may be the same one.
    await shows(party, /^State: playing\nTitle: Africa\nArtist: Toto\nSinger: Ada\n/);
    expect((await ada.asks('NOW')).final).toMatch(/^OK NOW 1 Toto - Africa \(Ada\)/);
    expect(party.log().filter((line) => line['msg'] === 'fell and is lifted again')).toEqual([]);
  });
});

describe('a player', () => {
  test('that is killed leaves no lie: the next one shows the same song, and nothing is left beside the file', async () => {
    await using party = await startParty({ songs: SONGS, settings: AT_ONCE });
    await shows(party, /^State: playing\n/);
    await using ada = await party.named('Ada');
    await ada.asks('REQUEST Toto - Africa');
    await party.order('skip');
    // The random song before it may be the same one.
    const before = await shows(party, /^State: playing\nTitle: Africa\nArtist: Toto\nSinger: Ada\n/);
    for (const pid of party.pids('player')) process.kill(pid, 'SIGKILL');
    writeFileSync(join(party.varDir, 'now_playing.1.new'), 'half of');
    expect((await party.dj('--timeout', '15', 'pause')).code).toBe(0);
    const after = await shows(party, /^State: paused\n/);
    expect(after.replace('State: paused', 'State: playing').replace(/^Started: .*$/m, '')).toBe(
      before.replace(/^Started: .*$/m, ''),
    );
    expect((await party.stop()).code).toBe(0);
    expect(filesOf(party.varDir)).toEqual(['now_playing']);
  });

  test('that does not react at the end is replaced by the supervisor, who says that nothing plays', async () => {
    await using party = await startParty({ songs: SONGS, settings: AT_ONCE });
    await shows(party, /^State: playing\n/);
    await freeze(party, ...party.pids('player'));
    expect((await party.stop()).code).toBe(0);
    expect(readFileSync(join(party.varDir, 'now_playing'), 'utf8')).toBe(STOPPED);
  });

  test('that is orphaned says that nothing plays', async () => {
    using home = temporaryVar();
    await using party = await startParty({ varDir: home.path, songs: SONGS, settings: AT_ONCE });
    await shows(party, /^State: playing\n/);
    process.kill(party.pid, 'SIGKILL');
    await everyoneGone(home.path);
    expect(readFileSync(join(home.path, 'now_playing'), 'utf8')).toBe(STOPPED);
  });
});
