/** Nights over several runs of karaoked: which start goes on with a party, which begins one, and which begins none. */
import { describe, expect, test } from '@jest/globals';
import { entryOf } from './dj_says.ts';
import { everyoneGone, processesOf, SONGS, startParty, temporaryVar } from './party.ts';
import type { Party, PartyWanted } from './party.ts';

/** The line as the DJ sees it: who, where, and why. */
const lineOf = async (party: Party): Promise<unknown> =>
  ((await party.order('queue')) as { rows: Record<string, unknown>[] }).rows.map(
    ({ queue_id, position, singer, artist, title, why }) => ({ queue_id, position, singer, artist, title, why }),
  );
const NO_PARTY = /^OK KARAOKE\/1 No party is on\./;

async function greeting(party: Party): Promise<string> {
  await using guest = await party.guest();
  return guest.transcript[0] ?? '';
}

describe('a start', () => {
  test('goes on with the party that was on, however the last run ended, and keeps its name and line', async () => {
    using house = temporaryVar();
    const run = (wanted: PartyWanted = {}) => startParty({ varDir: house.path, ...wanted });
    {
      await using first = await run({ flags: ['--party', 'Friday'], songs: [['Toto', 'Africa', 295]] });
      await first.order('add', '--for', 'Ada', '1');
      await first.stop('SIGTERM');
    }
    {
      await using second = await run({ flags: ['--party', 'Saturday'] });
      expect(await greeting(second)).toMatch(/^OK KARAOKE\/1 Friday: 1 connected, 1 song waiting\./);
      for (const pid of [second.pid, ...second.pids('player'), ...second.pids('control')]) process.kill(pid, 'SIGKILL');
      await second.running.ended;
    }
    await using third = await run({ flags: ['--no-party'] });
    expect(await greeting(third)).toMatch(/^OK KARAOKE\/1 Friday: 1 connected, 1 song waiting\./);
  });

  test('begins no party soon after the DJ has ended one, and says how to, unless it is told to', async () => {
    using house = temporaryVar();
    const run = (flags: readonly string[]) => startParty({ varDir: house.path, flags });
    {
      await using first = await run(['--party', 'Friday']);
      await first.order('party', 'end');
      await first.stop('SIGINT');
    }
    {
      await using second = await run([]);
      expect(await greeting(second)).toMatch(NO_PARTY);
      const said = second.log().map(({ msg }) => String(msg));
      expect(said).toContainEqual(expect.stringMatching(/^no party is on; .*karaokectl .* party start$/));
      await second.stop();
    }
    await using third = await run(['--party', 'Friday again']);
    expect(await greeting(third)).toMatch(/^OK KARAOKE\/1 Friday again: /);
    expect(third.log().map(({ msg }) => msg)).toContain('"Friday again" is on');
  });

  test('after Ctrl-C begins a new party', async () => {
    using house = temporaryVar();
    {
      await using first = await startParty({ varDir: house.path, flags: ['--party', 'Friday'] });
      await first.stop('SIGINT');
    }
    await using second = await startParty({ varDir: house.path });
    expect(await greeting(second)).toMatch(/^OK KARAOKE\/1 Karaoke night: /);
  });

  test('ends a party that showed no sign of life for too long, and offers its guests what they did not sing', async () => {
    using house = temporaryVar();
    let code: string;
    {
      const songs = [['Toto', 'Africa', 295]] as const;
      await using first = await startParty({ varDir: house.path, flags: ['--party', 'Friday'], songs });
      await using ada = await first.guest();
      code = await ada.joins('Ada');
      await ada.asks('REQUEST 1');
      await first.stop('SIGTERM');
    }
    await using second = await startParty({ varDir: house.path, settings: { PARTY_STALE_HOURS: 0 } });
    expect(await greeting(second)).toMatch(/^OK KARAOKE\/1 Karaoke night: /);
    await using ada = await second.guest();
    expect((await ada.asks(`HELLO Ada ${code}`)).rows).toEqual([
      expect.stringMatching(/^\| unsung song=1 Toto - Africa/),
    ]);
  });

  test('after kill -9 of every process goes on as if nothing had been: who was announced is announced, who was pinned is pinned, and the line stands as it did', async () => {
    using home = temporaryVar();
    await using party = await startParty({ varDir: home.path, songs: SONGS });
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    await using bo = await party.named('Bo');
    await using cy = await party.named('Cy');
    await party.order('pause');
    const adas = entryOf(await ada.asks('REQUEST Toto - Africa'));
    await ada.hears(`* NEXT ${adas} `);
    await bo.asks('REQUEST ABBA - Dancing Queen');
    const cys = entryOf(await cy.asks('REQUEST a-ha - Take On Me'));
    await party.order('move', String(cys), '2');
    const before = await lineOf(party);
    expect(before).toMatchObject([
      { queue_id: adas, singer: 'Ada', why: { rule: 'announced' } },
      { queue_id: cys, singer: 'Cy', why: { rule: 'pinned' } },
      { singer: 'Bo' },
    ]);

    for (const pid of processesOf(home.path)) process.kill(pid, 'SIGKILL');
    await party.running.ended;
    await everyoneGone(home.path);
    await using next = await startParty({ varDir: home.path });
    expect(await lineOf(next)).toEqual(before);
    // Of two who have not sung Ada would be first in any case: that she is announced is what she hears.
    await using again = await next.named('Ada', code);
    await again.hears(`* NEXT ${adas} `);
    await next.order('skip');
    await again.hears(`* TURN ${adas} `);
    expect(await lineOf(next)).toMatchObject([
      { queue_id: cys, position: 1 },
      { singer: 'Bo', position: 2 },
    ]);
  });
});
