/** How a night ends, and how it does not: everyone is told, once. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fileShows } from './file.ts';
import { freeze } from './freezing.ts';
import type { TestGuest } from './guest.ts';
import { everyoneGone, processesOf, QUIETLY, SEVERAL, SONGS, startParty, temporaryVar } from './party.ts';
import type { Party } from './party.ts';
import { plainEnvironment, ROOT, runProgram } from './program.ts';

const MANY = 50;
const guestsOf = (party: Party): Promise<TestGuest[]> => Promise.all(Array.from({ length: MANY }, () => party.guest()));

/** Every guest hears exactly one BYE for this reason, as the last line, and is closed. */
async function allHear(guests: readonly TestGuest[], reason: string): Promise<void> {
  for (const guest of guests) {
    await guest.hears(`* BYE ${reason} `);
    await guest.closed();
    expect(guest.count(/^\* BYE/)).toBe(1);
    expect(guest.transcript.at(-1)).toMatch(/^\* BYE/);
    await guest[Symbol.asyncDispose]();
  }
}
const nowPlaying = (party: Party): string => readFileSync(join(party.varDir, 'now_playing'), 'utf8');

describe('SIGINT', () => {
  test('ends the party: fifty guests hear one BYE each, everything stops, and the exit code is 0', async () => {
    using home = temporaryVar();
    await using party = await startParty({ varDir: home.path, songs: SONGS, settings: SEVERAL });
    const guests = await guestsOf(party);
    const code = await guests[0]?.joins('Ada');
    await guests[0]?.asks('REQUEST Toto - Africa');
    party.signal('SIGINT');
    await allHear(guests, 'party-over');
    expect((await party.running.ended).code).toBe(0);
    await everyoneGone(home.path);
    expect(nowPlaying(party)).toBe('State: stopped\nTitle: \nArtist: \nSinger: \nStarted: \nDuration: \nNext: \n');

    // What was not sung is offered when she comes back.
    await using next = await startParty({ varDir: home.path });
    await using ada = await next.guest();
    const { rows, final } = await ada.asks(`HELLO Ada ${code ?? ''}`);
    expect(final).toMatch(/^OK HELLO guest=1 Welcome back, Ada!/);
    expect(rows.join()).toContain('Toto - Africa');
  });

  test('tells a guest whose session process is frozen, too, and says nothing twice', async () => {
    await using party = await startParty({ settings: SEVERAL });
    const guests = await Promise.all(Array.from({ length: 3 }, () => party.guest()));
    await freeze(party, ...party.pids('session').slice(0, 2));
    party.signal('SIGINT');
    await allHear(guests, 'party-over');
    expect((await party.running.ended).code).toBe(0);
  });

  test('said a second time ends at once, and the guests are told all the same', async () => {
    await using party = await startParty({ settings: SEVERAL });
    const guests = await Promise.all(Array.from({ length: 3 }, () => party.guest()));
    await freeze(party, ...party.pids('session'), ...party.pids('control'));
    party.signal('SIGINT');
    // A second key is one that comes later than the echo of the first (npm passes Ctrl-C on): keep pressing.
    const pressing = setInterval(() => party.running.child.kill('SIGINT'), 100);
    try {
      await allHear(guests, 'party-over');
      await party.running.ended;
    } finally {
      clearInterval(pressing);
    }
    await everyoneGone(party.varDir);
  });
});

describe('Ctrl-C in a real terminal', () => {
  const hasScript = spawnSync('script', ['--version']).status === 0;
  const inTerminal = hasScript ? test : test.skip;
  inTerminal(
    `ends the party and everyone is told${hasScript ? '' : ' (skipped: no script(1) on this machine)'}`,
    async () => {
      using home = temporaryVar();
      const command = `exec ${join(ROOT, 'bin/karaoked')} --var ${home.path} ${QUIETLY.join(' ')}`;
      const terminal = runProgram(
        'script',
        ['-qefc', command, '/dev/null'],
        plainEnvironment({ TEST_PARTY: home.path, TERM: 'dumb' }),
      );
      const ready = await terminal.said(/^ready /);
      const { TestGuest: Guest } = await import('./guest.ts');
      const guests = await Promise.all(
        Array.from({ length: 5 }, () => Guest.connect(Number(/tcp=(\d+)/.exec(ready)?.[1]))),
      );
      for (const guest of guests) await guest.hears('OK KARAOKE/1');
      terminal.child.stdin?.write('\u0003');
      await allHear(guests, 'party-over');
      expect((await terminal.ended).code).toBe(0);
      await everyoneGone(home.path);
    },
  );
});

describe('the DJ', () => {
  test('ends the party: everyone hears one BYE, the player is silent, and the daemon takes guests again', async () => {
    await using party = await startParty({ songs: SONGS });
    const guests = await guestsOf(party);
    await party.order('party', 'end');
    await allHear(guests, 'party-over');

    const ada = await party.guest();
    expect(ada.transcript[0]).toBe('OK KARAOKE/1 No party is on. You can still SEARCH and WISH. Type HELP');
    await ada.joins('Ada');
    expect((await ada.asks('REQUEST Toto - Africa')).final).toMatch(/^ERR 554 NO_PARTY /);
    expect((await ada.asks('SEARCH africa')).rows).toHaveLength(1);
    expect((await ada.asks('WISH Nobody - Unknown')).final).toMatch(/^OK WISHED 1 /);
    expect((await ada.asks('NOW')).final).toMatch(/^OK NOW silence /);
    await fileShows(join(party.varDir, 'now_playing'), /^State: stopped\n/);
    expect((await party.dj('party', 'end')).code).toBe(6);

    await party.order('party', 'start', 'The second one');
    expect((await ada.asks('REQUEST Toto - Africa')).final).toMatch(/^OK QUEUED 1 /);
    expect(ada.count(/^\* BYE/)).toBe(0);
    await ada[Symbol.asyncDispose]();
  });

  test('stops the daemon: karaokectl returns when the process is gone, and the party goes on at the next start', async () => {
    using home = temporaryVar();
    await using party = await startParty({
      varDir: home.path,
      songs: SONGS,
      settings: SEVERAL,
      flags: ['--party', 'Friday'],
    });
    const ada = await party.guest();
    expect(ada.transcript[0]).toBe('OK KARAOKE/1 Friday: 1 connected, 0 songs waiting. Type HELP');
    const code = await ada.joins('Ada');
    await ada.asks('REQUEST Toto - Africa');
    const stopped = await party.dj('stop');
    expect(stopped.code).toBe(0);
    expect(processesOf(home.path)).toEqual([]);
    await allHear([ada], 'restarting');
    expect((await party.running.ended).code).toBe(0);
    expect((await party.dj('status')).code).toBe(3);

    await using next = await startParty({ varDir: home.path });
    const again = await next.guest();
    expect(again.transcript[0]).toMatch(/^OK KARAOKE\/1 Friday: 1 connected, 1 songs? waiting\. Type HELP$/);
    await again.joins('Ada', code);
    expect((await again.asks('MINE')).rows).toHaveLength(1);
    await again[Symbol.asyncDispose]();
  });
});

describe('SIGTERM', () => {
  test('is a restart: one BYE each, and line, song and party go on where they were', async () => {
    using home = temporaryVar();
    await using party = await startParty({ varDir: home.path, songs: SONGS, settings: { PLAYER_GAP_SECONDS: 0 } });
    const guests = await guestsOf(party);
    const [ada] = guests;
    await ada?.joins('Ada');
    await ada?.asks('WATCH all');
    await ada?.asks('REQUEST Toto - Africa');
    await ada?.asks('REQUEST Queen - Bohemian Rhapsody');
    await party.order('skip');
    await ada?.hears('* NOW 1 Toto - Africa (Ada)');
    expect((await party.stop('SIGTERM')).code).toBe(0);
    await allHear(guests, 'restarting');
    await everyoneGone(home.path);

    await using next = await startParty({ varDir: home.path, settings: { PLAYER_GAP_SECONDS: 0 } });
    await using bo = await next.guest();
    expect((await bo.asks('NOW')).final).toMatch(/^OK NOW 1 Toto - Africa \(Ada\) 0:\d\d\/4:55$/);
    expect((await bo.asks('QUEUE')).rows).toEqual([
      expect.stringMatching(/^\| 2 1\. Queen - Bohemian Rhapsody \(Ada\) /),
    ]);
  });
});
