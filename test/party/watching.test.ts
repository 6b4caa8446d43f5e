/** What guests hear unasked: who hears what, once, and nothing that they did not want. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestGuest } from './guest.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

const idOf = ({ final }: { readonly final: string }): string => /^OK (?:QUEUED|WISHED) (\d+)/.exec(final)?.[1] ?? final;

/** The events that somebody heard so far. */
const eventsOf = (guest: TestGuest): string[] => guest.transcript.filter((line) => line.startsWith('* '));

describe('the way of a song', () => {
  let party: Party;
  beforeAll(async () => {
    // A gap that nobody misses who waits for the CPU.
    party = await startParty({ songs: SONGS, settings: { PLAYER_GAP_SECONDS: 5 } });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('is told to the singer, on every connection, and to who watches all; each thing once', async () => {
    await using watcher = await party.guest();
    expect((await watcher.asks('WATCH all')).final).toBe('OK WATCH all');
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    await using phone = await party.named('Ada', code);
    await using bo = await party.named('Bo');

    const first = idOf(await ada.asks('REQUEST Toto - Africa'));
    const next = `* NEXT ${first} Toto - Africa: you are up after this song`;
    for (const each of [ada, phone]) expect(await each.hears('* NEXT')).toBe(next);
    await watcher.hears(/^\* QUEUE 1$/);
    const second = idOf(await bo.asks('REQUEST ABBA - Dancing Queen'));
    expect((await bo.asks('QUEUE')).rows).toEqual([
      expect.stringMatching(new RegExp(`^\\| ${first} 1\\. Toto - Africa \\(Ada\\) \\d+-\\d+ min$`)),
      expect.stringMatching(new RegExp(`^\\| ${second} 2\\. ABBA - Dancing Queen \\(Bo\\) \\d+-\\d+ min$`)),
    ]);

    await party.order('skip');
    for (const each of [ada, phone])
      expect(await each.hears('* TURN')).toBe(`* TURN ${first} Toto - Africa: the microphone is yours`);
    expect(await bo.hears('* NEXT')).toBe(`* NEXT ${second} ABBA - Dancing Queen: you are up after this song`);
    expect(await watcher.hears(`* NOW between`)).toMatch(
      new RegExp(`^\\* NOW between ${first} Toto - Africa \\(Ada\\) in 0:0[0-5]$`),
    );
    expect(await watcher.hears(`* NOW ${first}`)).toMatch(
      new RegExp(`^\\* NOW ${first} Toto - Africa \\(Ada\\) 0:\\d\\d/4:55$`),
    );
    expect((await bo.asks('NOW')).final).toMatch(new RegExp(`^OK NOW ${first} Toto - Africa \\(Ada\\) 0:\\d\\d/4:55$`));
    expect((await ada.asks(`CANCEL ${first}`)).final).toMatch(/^ERR 550 NOT_FOUND .*being sung/);

    await party.order('pause');
    expect(await watcher.hears('* NOW')).toMatch(
      new RegExp(`^\\* NOW ${first} Toto - Africa \\(Ada\\) \\d+:\\d\\d/4:55 paused$`),
    );
    expect((await bo.asks('QUEUE')).rows).toEqual([`| ${second} 1. ABBA - Dancing Queen (Bo) ? min`]);
    expect((await bo.asks('REQUEST a-ha - Take On Me')).final).toMatch(/^OK QUEUED \d+ song=\d+ position=2 wait=\? /);
    await party.order('resume');
    expect(await watcher.hears('* NOW')).toMatch(
      new RegExp(`^\\* NOW ${first} Toto - Africa \\(Ada\\) \\d+:\\d\\d/4:55$`),
    );

    await party.toldAll(watcher, ada, phone, bo);
    for (const each of [ada, phone]) {
      const mine = eventsOf(each).filter((event) => !event.startsWith('* SAY'));
      expect(mine).toEqual([next, `* TURN ${first} Toto - Africa: the microphone is yours`]);
    }
    expect(bo.count(/^\* NEXT/)).toBe(1);
    expect(bo.count(/^\* (TURN|NOW|QUEUE)/)).toBe(0);
    expect(watcher.count(/^\* (TURN|NEXT)/)).toBe(0);
    expect(watcher.count(new RegExp(`^\\* NOW between ${first} `))).toBe(1);
    expect(watcher.count(/ paused$/)).toBe(1);
  });

  test('a line that changes often is told at most once a second, and at its end', async () => {
    await using watcher = await party.guest();
    await watcher.asks('WATCH all');
    await using cy = await party.named('Cy');
    const began = performance.now();
    const songs = ['Queen - Bohemian Rhapsody', 'AC/DC - Highway to Hell', 'Щурците - Клетва'];
    let changes = 0;
    for (let round = 0; round < 5; round++) {
      for (const song of songs) await cy.asks(`REQUEST ${song}`);
      const { rows } = await cy.asks('MINE');
      expect(rows).toHaveLength(3);
      for (const row of rows.slice(round === 4 ? 3 : 0)) await cy.asks(`CANCEL ${/^\| (\d+)/.exec(row)?.[1] ?? ''}`);
      changes += 6;
    }
    const { final } = await cy.asks('QUEUE');
    const waiting = /^OK QUEUE \d+ of (\d+) /.exec(final)?.[1] ?? '';
    await watcher.hears(`* QUEUE ${waiting}`);
    const seconds = (performance.now() - began) / 1000;
    const told = watcher.count(/^\* QUEUE \d+$/);
    expect(told).toBeLessThanOrEqual(Math.min(changes - 1, Math.ceil(seconds) + 2));
  });
});

describe('WATCH', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS, settings: { SESSION_PROCESSES: 1 } });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('none hears nothing, mine what is about oneself and the DJ, all the rest too; HELLO makes it mine', async () => {
    await using stranger = await party.guest();
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    await using deaf = await party.named('Ada', code);
    expect((await deaf.asks('watch NONE')).final).toBe('OK WATCH none');
    await using decided = await party.guest();
    await decided.asks('WATCH none');
    await decided.joins('Bo');
    await ada.asks('REQUEST Toto - Africa');
    await ada.hears('* NEXT');
    await party.order('skip');
    await ada.hears('* TURN');
    await party.toldAll(ada);
    for (const each of [stranger, deaf, decided]) {
      await each.asks('PING');
      expect(eventsOf(each)).toEqual([]);
    }
    await stranger.asks('WATCH mine');
    await party.toldAll(stranger);
    expect(eventsOf(stranger)).toEqual(['* SAY one', '* SAY two']);
  });

  test('what the DJ says reaches everybody as it was said', async () => {
    await using ada = await party.named('Cy');
    await party.order('say', 'Last  round at the bar, “cheers” и наздраве');
    expect(await ada.hears('* SAY')).toMatch(/^\* SAY Last {1,2}round at the bar, “cheers” и наздраве$/);
  });

  test('a kick is told and ends the guest’s connections, and the name may come again', async () => {
    await using dee = await party.guest();
    const code = await dee.joins('Dee');
    await using phone = await party.named('Dee', code);
    await using other = await party.named('Eve');
    await party.order('kick', 'Dee', 'mind', 'the', 'cables');
    for (const each of [dee, phone]) {
      expect(await each.hears('* BYE')).toBe('* BYE kicked mind the cables');
      await each.closed();
      expect(each.count(/^\* BYE/)).toBe(1);
    }
    await using back = await party.named('Dee', code);
    await party.toldAll(back, other);
    expect((await other.asks('PING')).final).toBe('OK PONG');
  });
});

describe('what became of a wish', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  /** A guest who wished and has left, and whose code is needed to come back. */
  async function wishes(name: string, song: string): Promise<{ readonly wish: string; readonly code: string }> {
    await using guest = await party.guest();
    const code = await guest.joins(name);
    const wish = idOf(await guest.asks(`WISH ${song}`));
    await guest.asks('LEAVE');
    await guest.closed();
    return { wish, code };
  }

  test('found: told once to everybody who asked, at once or at the next HELLO', async () => {
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    await using phone = await party.named('Ada', code);
    await using bystander = await party.named('Bo');
    const wish = idOf(await ada.asks('WISH Europe - The Final Countdown'));
    const cy = await wishes('Cy', 'Europe - The Final Countdown');
    expect(cy.wish).toBe(wish);
    const song = /^\| (\d+)/.exec((await ada.asks('SEARCH africa')).rows[0] ?? '')?.[1] ?? '';

    await party.order('found', wish, song);
    const told = `* FOUND ${wish} song=${song} Toto - Africa is here now. Say: REQUEST ${song} (your wish: Europe - The Final Countdown)`;
    for (const each of [ada, phone]) expect(await each.hears('* FOUND')).toBe(told);
    await using back = await party.guest();
    const heard = await back.asks(`HELLO Cy ${cy.code}`);
    expect(heard.rows).toEqual([expect.stringMatching(new RegExp(`^\\| ${wish} found song=${song} \\S`))]);
    expect(heard.final).toMatch(
      new RegExp(`^OK HELLO guest=\\d+ Welcome back, Cy! 1 of your wishes is here\\. Say: REQUEST ${song}$`),
    );
    await party.toldAll(ada, phone, bystander, back);
    for (const each of [ada, phone]) expect(each.count(/^\* FOUND/)).toBe(1);
    for (const each of [bystander, back]) expect(each.count(/^\* FOUND/)).toBe(0);
    expect((await ada.asks('WISHES')).rows[0]).toMatch(new RegExp(`^\\| ${wish} found song=${song} `));
    expect((await ada.asks(`UNWISH ${wish}`)).final).toMatch(/^ERR 550 NOT_FOUND .*here already/);
  });

  test('refused: told once with the reason, also to a guest who watched nothing, at the next HELLO', async () => {
    await using dee = await party.guest();
    const code = await dee.joins('Dee');
    await dee.asks('WATCH none');
    const wish = idOf(await dee.asks('WISH Some - Thing'));
    await using eve = await party.named('Eve');
    expect(idOf(await eve.asks('REQUEST Some - Thing'))).toBe(wish);
    await party.order('refuse', wish, 'not', 'tonight');
    expect(await eve.hears('* REFUSED')).toBe(`* REFUSED ${wish} not tonight`);
    await using back = await party.guest();
    const { rows } = await back.asks(`HELLO Dee ${code}`);
    expect(rows).toEqual([`| ${wish} refused Some - Thing: not tonight`]);
    await party.toldAll(eve, back);
    expect(eve.count(/^\* REFUSED/)).toBe(1);
    expect(dee.count(/^\* /)).toBe(0);
  });

  test('found while nobody was there: the rows come with the first HELLO and never again', async () => {
    const gus = await wishes('Gus', 'Boney M - Rasputin');
    await party.order('found', gus.wish, '1');
    const row = expect.stringMatching(new RegExp(`^\\| ${gus.wish} found song=1 `)) as unknown;
    await using first = await party.guest();
    expect((await first.asks(`HELLO Gus ${gus.code}`)).rows).toEqual([row]);
    // It counts as told once the kernel has the line; this connection's next command comes after that was written.
    await first.asks('WISHES');
    await party.toldAll(first);
    await using second = await party.guest();
    expect((await second.asks(`HELLO Gus ${gus.code}`)).rows).toEqual([]);
    expect((await second.asks('WISHES')).rows).toEqual([row]);
  });
});

test('a closing time is a last call, and its coming the end of the party for everybody', async () => {
  await using party = await startParty({ songs: SONGS });
  await using ada = await party.named('Ada');
  await using stranger = await party.guest();
  await party.order('party', 'end', '--in', '20m');
  expect(await ada.hears('* LASTCALL')).toMatch(/^\* LASTCALL 20 \S/);
  await party.order('party', 'end');
  for (const each of [ada, stranger]) {
    await each.closed();
    expect(each.transcript.at(-1)).toMatch(/^\* BYE party-over \S/);
    expect(each.count(/^\* BYE/)).toBe(1);
  }
  await using after = await party.guest();
  expect(after.transcript[0]).toContain('No party is on');
});

test('a slow reader loses events, is told how many, and loses no reply', async () => {
  await using party = await startParty({ songs: songsEnough(100), settings: { SESSION_PROCESSES: 1 } });
  await using slow = await party.named('Slow');
  await using ada = await party.named('Ada');
  slow.socket.pause();
  // Far more than the kernel keeps for a reader that does not read.
  const count = 2000;
  slow.says(...Array.from({ length: count }, (_, at) => `#${at} SONGS size=100`));
  // The same process answers both, in turns: after so many of Ada's it has worked for the slow one all that it will.
  for (let at = 0; at < 500; at++) await ada.asks('PING');
  const said = 3;
  for (let at = 0; at < said; at++) {
    await party.order('say', `number ${at}`);
    await ada.hears(`* SAY number ${at}`);
  }
  slow.socket.resume();
  for (let at = 0; at < count; at++) {
    const { rows, final } = await slow.answer();
    if (rows.length !== 100 || !final.startsWith(`OK #${at} SONGS`)) throw new Error(`number ${at}: ${final}`);
  }
  await party.order('say', 'enough');
  await slow.hears('* SAY enough');
  const lagged = slow.transcript.map((line) => Number(/^\* LAG (\d+)/.exec(line)?.[1] ?? 0)).reduce((a, b) => a + b, 0);
  expect(lagged).toBeGreaterThan(0);
  expect(lagged + slow.count(/^\* SAY number/)).toBe(said);
});

function songsEnough(count: number): readonly (readonly [string, string, number])[] {
  return Array.from({ length: count }, (_, at) => [
    `The Artist of the Long Name ${at}`,
    `Song ${'la '.repeat(20)}`,
    300,
  ]);
}
