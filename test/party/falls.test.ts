/** What happens to the others when a process falls: nothing, or a sentence. */
import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { entryOf } from './dj_says.ts';
import { freeze } from './freezing.ts';
import { TestGuest } from './guest.ts';
import { everyoneGone, launch, SEVERAL, SONGS, startParty, temporaryVar } from './party.ts';
import type { Party } from './party.ts';

const kill = (pid: number | undefined): void => {
  if (pid === undefined) throw new Error('there is no such process');
  process.kill(pid, 'SIGKILL');
};
/** The session process that a guest sits in: the only one whose guests fall silent is not asked, the table of seats is. */
const sessionsInUse = async (party: Party): Promise<{ pid: number; connections: number }[]> => {
  const { tree } = (await party.order('status')) as {
    tree: { processes: { name: string; pid: number; connections: number }[] };
  };
  return tree.processes.filter((each) => each.name === 'session' && each.connections > 0);
};

describe('the listener', () => {
  test('killed under connecting guests refuses nobody; only what it had accepted and not yet passed up is cut', async () => {
    await using party = await startParty({ settings: SEVERAL });
    const CONNECTS = 300;
    const KILLS = 5;
    const refused: string[] = [];
    let underWay = 0;
    let underWayAtKills = 0;
    const visit = async (): Promise<'greeted' | 'cut' | 'refused'> => {
      underWay += 1;
      try {
        await using guest = await TestGuest.connect(party.port);
        return await guest.hears('OK KARAOKE/1').then(
          () => 'greeted' as const,
          () => 'cut' as const,
        );
      } catch (error) {
        refused.push((error as NodeJS.ErrnoException).code ?? String(error));
        return 'refused';
      } finally {
        underWay -= 1;
      }
    };
    const visits: ReturnType<typeof visit>[] = [];
    for (let n = 1; n <= CONNECTS; n += 1) {
      visits.push(visit());
      if (n % 10 === 0) await visits[n - 10];
      if (n % (CONNECTS / KILLS) !== 5) continue;
      underWayAtKills += underWay;
      for (const pid of party.pids('listener')) kill(pid);
    }
    const outcomes = await Promise.all(visits);
    const count = (what: string): number => outcomes.filter((each) => each === what).length;
    console.info(
      `${CONNECTS} connects, ${KILLS} listeners killed: ${count('refused')} refused, ${count('cut')} cut, ${count('greeted')} greeted`,
    );
    expect(refused).toEqual([]);
    expect(count('cut')).toBeLessThanOrEqual(underWayAtKills);
    await using after = await party.guest();
    expect((await after.asks('PING')).final).toBe('OK PONG');
  });
});

describe('a thousand guests who speak before they are greeted', () => {
  test('lose nothing in the hand-over', async () => {
    await using party = await startParty({ settings: SEVERAL });
    const GUESTS = 1_000;
    const answers = await Promise.all(
      Array.from({ length: GUESTS }, async (_, n) => {
        await using guest = await TestGuest.connect(party.port);
        guest.says(`#a${n} PING`, `#b${n} VERSION`);
        await guest.hears('OK KARAOKE/1');
        const first = await guest.answer();
        const second = await guest.answer();
        return first.final === `OK #a${n} PONG` && second.final.startsWith(`OK #b${n} VERSION KARAOKE/1`);
      }),
    );
    expect(answers.filter(Boolean)).toHaveLength(GUESTS);
  });
});

describe('a session process', () => {
  test('killed takes only its own guests along; they are told, and find everything when they come back', async () => {
    await using party = await startParty({ songs: SONGS, settings: SEVERAL });
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    expect((await ada.asks('REQUEST Toto - Africa')).final).toMatch(/^OK QUEUED 1 /);
    const [hers] = await sessionsInUse(party);
    await using bo = await party.named('Bo');

    kill(hers?.pid);
    expect(await ada.hears('* BYE')).toMatch(/^\* BYE session-lost /);
    await ada.closed();
    expect(ada.count(/^\* BYE/)).toBe(1);
    expect((await bo.asks('PING')).final).toBe('OK PONG');
    expect(bo.count(/^\* BYE/)).toBe(0);

    await using again = await party.guest();
    expect((await again.asks(`HELLO Ada ${code}`)).final).toMatch(/^OK HELLO guest=1 Welcome back, Ada!/);
    expect((await again.asks('MINE')).rows).toEqual([expect.stringMatching(/^\| 1 1\. Toto - Africa \(Ada\)/)]);
    const { final } = await again.asks('WHO');
    expect(final).toMatch(/^OK WHO 2 /);
  });

  test('frozen keeps nobody waiting at the door, and greets nobody twice when it wakes', async () => {
    await using party = await startParty({ settings: SEVERAL });
    using frozen = await freeze(party, ...party.pids('session').slice(0, 3));
    const guests = await Promise.all(Array.from({ length: 8 }, () => party.guest()));
    frozen.goOn();
    for (const guest of guests) {
      expect((await guest.asks('PING')).final).toBe('OK PONG');
      expect(guest.count(/^OK KARAOKE/)).toBe(1);
      await guest[Symbol.asyncDispose]();
    }
  });
});

describe('the player', () => {
  test('killed in mid-song goes on in the same song, which is played once', async () => {
    await using party = await startParty({ songs: SONGS, settings: { PLAYER_GAP_SECONDS: 0 } });
    await using ada = await party.named('Ada');
    await ada.asks('WATCH all');
    ada.says('REQUEST Toto - Africa');
    await ada.answer();
    await party.order('skip');
    await ada.hears('* NOW 1 Toto - Africa (Ada)');
    const [before] = party.pids('player');
    kill(before);
    await ada.asks('PING');
    // The new player carries out an order: so it is up, and in the same song.
    expect((await party.dj('--timeout', '15', 'pause')).code).toBe(0);
    expect((await ada.asks('NOW')).final).toMatch(/^OK NOW 1 Toto - Africa \(Ada\) \d+:\d\d\/4:55 paused$/);
    expect(party.pids('player')).not.toEqual([before]);
    const { rows } = (await party.order('history')) as { rows: { singer: string | null }[] };
    expect(rows.filter((play) => play.singer === 'Ada')).toHaveLength(1);
  });
});

describe('control and librarian', () => {
  test('killed are lifted, and the DJ goes on as if nothing had happened', async () => {
    await using party = await startParty({ songs: SONGS, settings: SEVERAL });
    const fallen = [...party.pids('control'), ...party.pids('librarian')];
    expect(fallen).toHaveLength(2);
    for (const pid of fallen) kill(pid);
    await using ada = await party.named('Ada');
    await ada.asks('REQUEST ABBA - Waterloo');
    await party.running.said(/^ready /);
    const status = await whenAnswered(party);
    expect(status.code).toBe(0);
    expect([...party.pids('control'), ...party.pids('librarian')].filter((pid) => fallen.includes(pid))).toEqual([]);
  });

  test('that cannot be lifted are given up, and guests sing on to a proper end', async () => {
    await using party = await startParty({ songs: SONGS });
    await using ada = await party.named('Ada');
    const [control = 0] = party.pids('control');
    {
      // Whoever comes after it finds something in its place that is not its to clear away.
      using _control = await freeze(party, control);
      const place = join(party.varDir, 'run', 'control.sock');
      unlinkSync(place);
      writeFileSync(place, '');
      kill(control);
    }
    await party.running.logged(() =>
      party.log().find(({ msg }) => String(msg).startsWith('cannot run here and is not tried')),
    );
    expect(party.pids('control')).toEqual([]);
    const id = entryOf(await ada.asks('REQUEST Toto - Africa'));
    await ada.hears(`* NEXT ${id} `);
    party.signal('SIGINT');
    expect(await ada.hears('* BYE')).toMatch(/^\* BYE party-over /);
    expect((await party.running.ended).code).toBe(0);
  });
});

/** Asks until control is there again: a connection that is refused or cut is an event too, of a process that falls and is lifted. */
async function whenAnswered(party: Party): Promise<{ code: number | null }> {
  for (let tries = 0; tries < 50; tries += 1) {
    const status = await party.dj('status');
    if (status.code === 0) return status;
  }
  throw new Error('control never came back');
}

describe('the supervisor', () => {
  test('killed leaves no process, every guest was told, and the next start needs no cleaning', async () => {
    using home = temporaryVar();
    await using party = await startParty({ varDir: home.path, songs: SONGS, settings: SEVERAL });
    const guests = await Promise.all(Array.from({ length: 40 }, () => party.guest()));
    const [ada] = guests;
    const code = await ada?.joins('Ada');
    await ada?.asks('REQUEST Toto - Africa');

    kill(party.pid);
    for (const guest of guests) {
      await guest.hears('* BYE supervisor-lost');
      await guest.closed();
      expect(guest.count(/^\* BYE/)).toBe(1);
    }
    await everyoneGone(home.path);

    await using next = await startParty({ varDir: home.path });
    await using again = await next.guest();
    expect((await again.asks(`HELLO Ada ${code ?? ''}`)).final).toMatch(/^OK HELLO guest=1 /);
    expect((await again.asks('MINE')).rows).toHaveLength(1);
    for (const guest of guests) await guest[Symbol.asyncDispose]();
  });

  test('started twice at once on one var: one wins, the other says who holds it and exits 6', async () => {
    using home = temporaryVar();
    const both = [launch(home.path), launch(home.path)];
    await using leaving = new AsyncDisposableStack();
    leaving.defer(async () => {
      for (const { child } of both) child.kill('SIGTERM');
      await everyoneGone(home.path);
    });
    const won = await Promise.any(both.map(async (one) => (await one.said(/^ready /), one)));
    const lost = both.find((one) => one !== won);
    const { code, stderr } = (await lost?.ended) ?? { code: null, stderr: '' };
    expect(code).toBe(6);
    // Who has only just taken it may not have written down who it is yet.
    expect(stderr).toMatch(/^karaoked: another karaoked (?:\(pid \d+\) )?holds this var: .*--var\n$/);
    won.child.kill('SIGTERM');
    expect((await won.ended).code).toBe(0);
  });
});
