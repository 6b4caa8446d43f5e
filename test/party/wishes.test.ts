/** The wish that comes home: asked for, on the DJ's list, brought, and told to everybody who asked, once, whatever falls meanwhile. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freeze } from './freezing.ts';
import type { TestGuest } from './guest.ts';
import { everyoneGone, SONGS, startParty, temporaryVar } from './party.ts';
import type { Party } from './party.ts';

const idOf = ({ final }: { readonly final: string }): string => /^OK WISHED (\d+) /.exec(final)?.[1] ?? final;

interface Wisher {
  readonly name: string;
  readonly code: string;
  readonly wish: string;
}

/** A guest who comes, asks for something and leaves. */
async function wishes(party: Party, name: string, song: string): Promise<Wisher> {
  await using guest = await party.guest();
  const code = await guest.joins(name);
  const wish = idOf(await guest.asks(`REQUEST ${song}`));
  await leaves(guest);
  return { name, code, wish };
}

/** Leaving is the way to know that everything before is done, what was told marked as told included. */
async function leaves(guest: TestGuest): Promise<void> {
  await guest.asks('LEAVE');
  await guest.closed();
}

/** The rows of somebody's next HELLO; they stay for a moment and leave. */
async function rowsAtNextHello(
  party: Party,
  { name, code }: Pick<Wisher, 'name' | 'code'>,
): Promise<readonly string[]> {
  await using guest = await party.guest();
  const { rows, final } = await guest.asks(`HELLO ${name} ${code}`);
  expect(final).toMatch(/^OK HELLO guest=\d+ Welcome back, /);
  await guest.asks('WISHES');
  await party.toldAll(guest);
  expect(guest.count(/^\* (FOUND|REFUSED)/)).toBe(0);
  await leaves(guest);
  return rows;
}

function catalogue(party: Party, name: string, ...rows: readonly string[]): string {
  const file = join(party.varDir, `${name}.csv`);
  writeFileSync(file, `${['artist,title', ...rows].join('\n')}\n`);
  return file;
}

describe('a song that is not here', () => {
  let party: Party;
  beforeAll(async () => {
    party = await startParty({ songs: SONGS });
  });
  afterAll(() => party[Symbol.asyncDispose]());

  test('goes from the guest to the DJ’s list, and from the import to everybody who asked, at once, everywhere', async () => {
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    await using phone = await party.named('Ada', code);
    await using bo = await party.named('Bo');
    await using bystander = await party.named('Cy');
    const wish = idOf(await ada.asks('WISH Щурците - Вкусът на времето'));
    expect((await bo.asks('WISH щурците - вкусът на времето')).final).toBe(
      `OK WISHED ${wish} askers=2 Щурците - Вкусът на времето is not here yet; the DJ has been asked`,
    );
    const list = await party.dj('missing');
    expect(list.stdout).toMatch(/^id +song +askers +who +last asked +state$/m);
    expect(list.stdout).toMatch(
      new RegExp(`^ *${wish} +Щурците - Вкусът на времето +2 +Ada, Bo +\\d\\d:\\d\\d +wanted$`, 'm'),
    );

    const file = catalogue(party, 'home', 'Щурците,Вкусът на времето', 'Nobody,Asked For');
    expect(await party.dj('import', file)).toMatchObject({
      code: 0,
      stdout: `${file}: 2 new songs, 0 known, 1 wish came home\n`,
    });
    const heard = await ada.hears('* FOUND');
    const song = /song=(\d+)/.exec(heard)?.[1] ?? '';
    expect(heard).toBe(`* FOUND ${wish} song=${song} Щурците - Вкусът на времето is here now. Say: REQUEST ${song}`);
    for (const each of [phone, bo]) expect(await each.hears('* FOUND')).toBe(heard);
    await party.toldAll(ada, phone, bo, bystander);
    for (const each of [ada, phone, bo]) expect(each.count(/^\* FOUND/)).toBe(1);
    expect(bystander.count(/^\* FOUND/)).toBe(0);

    expect((await ada.asks('WISHES')).rows).toEqual([`| ${wish} found song=${song} Щурците - Вкусът на времето`]);
    expect((await ada.asks(`REQUEST ${song}`)).final).toMatch(
      new RegExp(`^OK QUEUED \\d+ song=${song} position=\\d+ wait=\\S+ Щурците - Вкусът на времето$`),
    );
    expect((await party.dj('missing')).stdout).not.toContain('Вкусът');
    await leaves(bo);
    // Importing again brings nothing home again.
    expect(await party.order('import', catalogue(party, 'again', 'Щурците,Вкусът на времето'))).toMatchObject({
      known: 1,
      found: 0,
    });
    await party.toldAll(ada, phone);
    expect(ada.count(/^\* FOUND/)).toBe(1);
  });

  test('stands the higher on the DJ’s list the more ask for it, and among equals the later', async () => {
    const songs = ['Demand - One', 'Demand - Two', 'Demand - Three'];
    await using dee = await party.named('Dee');
    await using eve = await party.named('Eve');
    await using fay = await party.named('Fay');
    for (const song of songs) await dee.asks(`REQUEST ${song}`);
    await eve.asks('REQUEST Demand - Two');
    await fay.asks('REQUEST Demand - Two');
    await eve.asks('REQUEST Demand - One');
    const missing = async (): Promise<string[]> => {
      const { rows } = (await party.order('missing')) as { rows: { artist: string; title: string }[] };
      return rows.filter(({ artist }) => artist === 'Demand').map(({ title }) => title);
    };
    expect(await missing()).toEqual(['Two', 'One', 'Three']);
    await fay.asks('REQUEST Demand - Three');
    expect(await missing()).toEqual(['Two', 'Three', 'One']);

    // Taken back by one it has one asker less; by the last one, it is gone.
    const two = idOf(await fay.asks('REQUEST Demand - Two'));
    expect((await fay.asks(`UNWISH ${two}`)).final).toBe(`OK UNWISH ${two} Demand - Two is no wish of yours anymore`);
    expect(await missing()).toEqual(['Three', 'One', 'Two']);
    for (const each of [dee, eve]) await each.asks(`UNWISH ${two}`);
    expect(await missing()).toEqual(['Three', 'One']);
    expect((await fay.asks(`UNWISH ${two}`)).final).toMatch(/^ERR 5\d\d /);
    expect(await party.dj('found', two, '1')).toMatchObject({ code: 6, stdout: '' });
    await party.order('import', catalogue(party, 'two', 'Demand,Two'));
    await party.toldAll(dee, eve, fay);
    for (const each of [dee, eve, fay]) expect(each.count(/^\* FOUND/)).toBe(0);
  });

  test('found by the DJ’s word: which song it is, who will hear, and what cannot be', async () => {
    const gus = await wishes(party, 'Gus', 'Gilbert Becaud - Nathalie');
    const { rows } = (await party.order('missing')) as { rows: Record<string, unknown>[] };
    expect(rows.find(({ artist }) => artist === 'Gilbert Becaud')).toEqual({
      wish_id: Number(gus.wish),
      artist: 'Gilbert Becaud',
      title: 'Nathalie',
      state: 'wanted',
      askers: ['Gus'],
      first_asked_at_ms: expect.any(Number),
      last_asked_at_ms: expect.any(Number),
      fetch_tries: 0,
      fetch_reason: null,
      next_fetch_at_ms: null,
      near: [],
    });
    const [noWish, noSong, words] = await Promise.all([
      party.dj('found', '4711', '1'),
      party.dj('found', gus.wish, '4711'),
      party.dj('found', gus.wish, 'that one'),
    ]);
    expect(noWish).toMatchObject({ code: 1, stderr: expect.stringMatching(/^There is no wish 4711\. .*missing\n$/) });
    expect(noSong).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^There is no song 4711, or it is hidden\. .*songs/),
    });
    // What is no number is a file, and this one is not there.
    expect(words).toMatchObject({ code: 1, stderr: expect.stringMatching(/that one/) });
    expect(await party.dj('found', gus.wish, '2')).toMatchObject({
      code: 0,
      stdout: `Wish ${gus.wish}, Gilbert Becaud - Nathalie, is here as song 2. 1 guest will hear of it.\n`,
    });
    expect(await party.dj('found', gus.wish, '3')).toMatchObject({
      code: 6,
      stderr: `Wish ${gus.wish}, Gilbert Becaud - Nathalie, is found already.\n`,
    });
    expect(await rowsAtNextHello(party, gus)).toEqual([
      `| ${gus.wish} found song=2 Toto - Africa (your wish: Gilbert Becaud - Nathalie)`,
    ]);
    expect(await rowsAtNextHello(party, gus)).toEqual([]);
  });

  test('refused: everybody hears why, once; asked for again, the answer says what was refused, and it may come home', async () => {
    const hal = await wishes(party, 'Hal', 'Obscure - Thing');
    await using ida = await party.named('Ida');
    await ida.asks('REQUEST Obscure - Thing');
    expect(await party.dj('refuse', hal.wish, 'it', 'is', 'nowhere', 'to', 'be', 'had')).toMatchObject({
      code: 0,
      stdout: `Wish ${hal.wish}, Obscure - Thing, is refused. 2 guests will hear why: it is nowhere to be had\n`,
    });
    expect(await ida.hears('* REFUSED')).toBe(`* REFUSED ${hal.wish} it is nowhere to be had`);
    expect(await party.dj('refuse', hal.wish, 'no')).toMatchObject({ code: 6 });
    expect((await party.dj('missing')).stdout).not.toContain('Obscure');
    expect(await rowsAtNextHello(party, hal)).toEqual([
      `| ${hal.wish} refused Obscure - Thing: it is nowhere to be had`,
    ]);
    expect(await rowsAtNextHello(party, hal)).toEqual([]);

    expect((await ida.asks('REQUEST Obscure - Thing')).final).toBe(
      `OK WISHED ${hal.wish} askers=2 Obscure - Thing is not here yet; the DJ has been asked again; the answer was: it is nowhere to be had`,
    );
    expect((await party.dj('missing')).stdout).toContain('Obscure - Thing');
    await party.order('import', catalogue(party, 'obscure', 'Obscure,Thing'));
    expect(await ida.hears('* FOUND')).toMatch(
      new RegExp(`^\\* FOUND ${hal.wish} song=\\d+ Obscure - Thing is here now`),
    );
    expect(await rowsAtNextHello(party, hal)).toEqual([
      expect.stringMatching(new RegExp(`^\\| ${hal.wish} found song=\\d+ Obscure - Thing$`)),
    ]);
  });

  test('is not told to a guest who watches nothing, but is the first thing they hear on the next visit', async () => {
    await using jo = await party.guest();
    const code = await jo.joins('Jo');
    const wish = idOf(await jo.asks('REQUEST Quiet - Song'));
    await jo.asks('WATCH none');
    await using kim = await party.named('Kim');
    await kim.asks('REQUEST Quiet - Song');
    await party.order('import', catalogue(party, 'quiet', 'Quiet,Song'));
    await kim.hears('* FOUND');
    await party.toldAll(kim);
    await jo.asks('PING');
    expect(jo.count(/^\* /)).toBe(0);
    const row = expect.stringMatching(new RegExp(`^\\| ${wish} found song=\\d+ Quiet - Song$`)) as unknown;
    expect(await rowsAtNextHello(party, { name: 'Jo', code })).toEqual([row]);
    expect(await rowsAtNextHello(party, { name: 'Jo', code })).toEqual([]);
    expect((await jo.asks('WISHES')).rows).toEqual([row]);
  });
});

describe('a wish outlives', () => {
  test('the restart, the night, and the guest’s absence', async () => {
    using home = temporaryVar();
    let ada: Wisher;
    {
      await using first = await startParty({ varDir: home.path, songs: SONGS });
      ada = await wishes(first, 'Ada', 'Lost - Tape');
      await first.order('party', 'end');
    }
    await using second = await startParty({ varDir: home.path, flags: ['--party', 'Another night'] });
    expect((await second.dj('missing')).stdout).toMatch(/Lost - Tape +1 +Ada /);
    await second.order('import', catalogue(second, 'tape', 'Lost,Tape'));
    await using next = await second.guest();
    expect(await next.asks(`HELLO Ada ${ada.code}`)).toEqual({
      rows: [`| ${ada.wish} found song=7 Lost - Tape`],
      final: expect.stringMatching(
        /^OK HELLO guest=\d+ Welcome back, Ada! 1 of your wishes is here\. Say: REQUEST 7$/,
      ) as unknown,
    });
  });

  test('a polite stop after it was found and before anybody came to hear it', async () => {
    using home = temporaryVar();
    let ada: Wisher;
    {
      await using first = await startParty({ varDir: home.path, songs: SONGS });
      ada = await wishes(first, 'Ada', 'Lost - Tape');
      await first.order('import', catalogue(first, 'tape', 'Lost,Tape'));
      expect((await first.stop('SIGTERM')).code).toBe(0);
    }
    await using second = await startParty({ varDir: home.path });
    expect(await rowsAtNextHello(second, ada)).toEqual([`| ${ada.wish} found song=7 Lost - Tape`]);
    expect(await rowsAtNextHello(second, ada)).toEqual([]);
  });

  test('kill -9 of the supervisor right after the DJ read that it came home', async () => {
    using home = temporaryVar();
    let ada: Wisher;
    {
      await using first = await startParty({ varDir: home.path, songs: SONGS });
      ada = await wishes(first, 'Ada', 'Lost - Tape');
      expect((await first.dj('import', catalogue(first, 'tape', 'Lost,Tape'))).stdout).toContain('1 wish came home');
      first.signal('SIGKILL');
      await first.running.ended;
      await everyoneGone(home.path);
    }
    await using second = await startParty({ varDir: home.path });
    expect((await second.dj('missing')).stdout).toBe('Nothing is missing: every song asked for is here.\n');
    expect(await rowsAtNextHello(second, ada)).toEqual([`| ${ada.wish} found song=7 Lost - Tape`]);
    expect(await rowsAtNextHello(second, ada)).toEqual([]);
  });

  test('kill -9 of the session that would have told it', async () => {
    await using party = await startParty({ songs: SONGS, settings: { SESSION_PROCESSES: 1 } });
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    const wish = idOf(await ada.asks('REQUEST Lost - Tape'));
    const { tree } = (await party.order('status')) as {
      tree: { processes: { name: string; pid: number; connections: number }[] };
    };
    const session = tree.processes.find(({ name, connections }) => name === 'session' && connections > 0)?.pid ?? 0;
    // Stopped, it cannot hear that the song came; killed, it never will.
    await freeze(party, session);
    await party.order('import', catalogue(party, 'tape', 'Lost,Tape'));
    process.kill(session, 'SIGKILL');
    expect(await ada.hears('* BYE')).toMatch(/^\* BYE session-lost /);
    expect(ada.count(/^\* FOUND/)).toBe(0);
    expect(await rowsAtNextHello(party, { name: 'Ada', code })).toEqual([`| ${wish} found song=7 Lost - Tape`]);
    expect(await rowsAtNextHello(party, { name: 'Ada', code })).toEqual([]);
  });
});
