/** Asking for songs: here, not here, unsure; once and again; taking back; and what is kept of it all. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestGuest } from './guest.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

const HERE = [
  ...SONGS,
  ['Queen', 'Somebody to Love', 296],
  ['Adele', 'Hello', 295],
  ['Lionel Richie', 'Hello', 251],
  ['Prince', '1999', 379],
  ['The Mamas - The Papas', 'Dream', 160],
  ...Array.from({ length: 1100 }, (_, at) => [`Choir ${at}`, `Chorale ${at}`, 60 + at] as const),
] as const;

let party: Party;
beforeAll(async () => {
  party = await startParty({ songs: HERE, settings: { WISH_PER_GUEST: 4 } });
});
afterAll(() => party[Symbol.asyncDispose]());

const idOf = ({ final }: { readonly final: string }): string => /^OK (?:QUEUED|WISHED) (\d+)/.exec(final)?.[1] ?? final;

/** The id of a song, as SEARCH tells it. */
async function songId(guest: TestGuest, words: string): Promise<string> {
  const { rows } = await guest.asks(`SEARCH ${words}`);
  return /^\| (\d+) /.exec(rows[0] ?? '')?.[1] ?? 'none';
}

describe('a song that is here', () => {
  test('is queued, with its place and the wait in minutes', async () => {
    await using ada = await party.named('Ada');
    expect((await ada.asks('request queen - bohemian rhapsody')).final).toMatch(
      /^OK QUEUED \d+ song=\d+ position=\d+ wait=\d+-\d+ Queen - Bohemian Rhapsody$/,
    );
  });

  test('is understood in both orders, with every separator and any blanks', async () => {
    await using bo = await party.named('Bo');
    for (const text of [
      'Queen - Bohemian Rhapsody',
      'Queen – Bohemian Rhapsody',
      'Queen — Bohemian Rhapsody',
      'Queen / Bohemian Rhapsody',
      'Bohemian Rhapsody - Queen',
      '\tQUEEN  -   bohemian\trhapsody  ',
      'bohemian rhapsody queen',
    ]) {
      const asked = await bo.asks(`REQUEST ${text}`);
      expect(asked.final).toMatch(/^OK QUEUED .* Queen - Bohemian Rhapsody/);
      expect((await bo.asks(`CANCEL ${idOf(asked)}`)).final).toMatch(/^OK CANCEL /);
    }
  });

  test('stays whole where a name has a dash or a slash, and every split is tried', async () => {
    await using cy = await party.named('Cy');
    for (const [text, song] of [
      ['AC/DC - Highway to Hell', 'AC/DC - Highway to Hell'],
      ['a-ha / take on me', 'a-ha - Take On Me'],
      ['The Mamas - The Papas - Dream', 'The Mamas - The Papas - Dream'],
      ['Dream - The Mamas - The Papas', 'The Mamas - The Papas - Dream'],
      ['щурците - клетва', 'Щурците - Клетва'],
      ['prince - 1999', 'Prince - 1999'],
    ] as const) {
      const asked = await cy.asks(`REQUEST ${text}`);
      expect(asked.final).toMatch(/^OK QUEUED /);
      expect(asked.final).toContain(` ${song}`);
      await cy.asks(`CANCEL ${idOf(asked)}`);
    }
  });

  test('is asked for by its number; a number that is none is said so', async () => {
    await using dee = await party.named('Dee');
    const id = await songId(dee, 'africa toto');
    expect((await dee.asks(`REQUEST ${id}`)).final).toMatch(new RegExp(`^OK QUEUED \\d+ song=${id} .* Toto - Africa`));
    expect((await dee.asks('REQUEST 999999')).final).toMatch(/^ERR 550 NOT_FOUND .*999999/);
    expect((await dee.asks('REQUEST')).final).toMatch(/^ERR 501 BAD_ARGUMENT .*song id/);
  });

  test('is not asked for twice by the same guest; another one hears who waits for it too', async () => {
    await using eve = await party.named('Eve');
    await using flo = await party.named('Flo');
    const id = idOf(await eve.asks('REQUEST ABBA - Dancing Queen'));
    expect((await eve.asks('REQUEST ABBA - Dancing Queen')).final).toMatch(
      new RegExp(`^ERR 553 DUPLICATE .*ABBA - Dancing Queen.*${id}`),
    );
    expect((await flo.asks('REQUEST ABBA - Dancing Queen')).final).toMatch(
      /^OK QUEUED \d+ .* ABBA - Dancing Queen \(Eve asked for it too\)$/,
    );
  });

  test('is the guest’s to take back, and nobody else’s', async () => {
    await using gus = await party.named('Gus');
    await using hal = await party.named('Hal');
    const id = idOf(await gus.asks('REQUEST Adele - Hello'));
    expect((await hal.asks(`CANCEL ${id}`)).final).toBe(`ERR 532 DENIED ${id} belongs to Gus`);
    expect((await gus.asks('MINE')).final).toBe('OK MINE 1');
    expect((await gus.asks(`CANCEL ${id}`)).final).toMatch(new RegExp(`^OK CANCEL ${id} Adele - Hello`));
    expect((await gus.asks('MINE')).final).toMatch(/^OK MINE 0/);
    expect((await gus.asks(`CANCEL ${id}`)).final).toMatch(/^ERR 550 NOT_FOUND .*cancelled/);
    expect((await gus.asks('CANCEL 999999')).final).toMatch(/^ERR 550 NOT_FOUND .*999999/);
    expect((await gus.asks('CANCEL africa')).final).toMatch(/^ERR 501 BAD_ARGUMENT queue id/);
  });

  test('may wait as often as the house allows one guest', async () => {
    await using ira = await party.named('Ira');
    for (const choir of [1, 2, 3])
      expect((await ira.asks(`REQUEST Choir ${choir} - Chorale ${choir}`)).final).toMatch(/^OK QUEUED/);
    expect((await ira.asks('REQUEST Choir 4 - Chorale 4')).final).toMatch(/^ERR 552 LIMIT .*3/);
    const { rows, final } = await ira.asks('MINE');
    expect(final).toBe('OK MINE 3');
    expect(rows).toEqual(
      [1, 2, 3].map((at) => expect.stringMatching(new RegExp(`Choir ${at} - Chorale ${at} \\(Ira\\)`))),
    );
    await ira.asks(`CANCEL ${/^\| (\d+)/.exec(rows[0] ?? '')?.[1] ?? ''}`);
    expect((await ira.asks('REQUEST Choir 4 - Chorale 4')).final).toMatch(/^OK QUEUED/);
  });
});

describe('a song that may be meant', () => {
  test('is a question with candidates and their numbers, never a wrong song', async () => {
    await using jo = await party.named('Jo');
    const title = await jo.asks('REQUEST hello');
    expect(title.rows.map((row) => row.replace(/^\| \d+ /, '')).sort()).toEqual([
      'Adele - Hello 4:55',
      'Lionel Richie - Hello 4:11',
    ]);
    expect(title.final).toMatch(/^ERR 551 UNSURE \S/);
    const half = await jo.asks('REQUEST Queen - Bohemian');
    expect(half.final).toMatch(/^ERR 551 UNSURE \S/);
    expect(half.rows).toHaveLength(1);
    expect((await jo.asks('MINE')).final).toMatch(/^OK MINE 0/);
    expect((await jo.asks('WISHES')).final).toMatch(/^OK WISHES 0/);
  });

  test('can be wished for all the same, as the question says', async () => {
    await using kim = await party.named('Kim');
    const { final } = await kim.asks('REQUEST Queen - Hungarian Rhapsody');
    expect(final).toMatch(/^ERR 551 UNSURE .*WISH Queen - Hungarian Rhapsody/);
    expect((await kim.asks('WISH Queen - Hungarian Rhapsody')).final).toMatch(
      /^OK WISHED \d+ askers=1 Queen - Hungarian Rhapsody is not here yet/,
    );
    expect((await kim.asks('REQUEST Queen - Innuendo')).final).toMatch(/^OK WISHED \d+ askers=1 Queen - Innuendo/);
  });

  test('is not even a question where nothing is similar and only words were said', async () => {
    await using lou = await party.named('Lou');
    expect(await lou.asks('REQUEST xyzzy')).toEqual({
      rows: [],
      final: 'ERR 550 NOT_FOUND Say artist - title and the DJ will look for it',
    });
  });
});

describe('a song that is not here', () => {
  test('is a wish, and everybody who asks for it counts', async () => {
    await using mia = await party.named('Mia');
    await using ned = await party.named('Ned');
    const first = await mia.asks('REQUEST Nobody - Unknown');
    expect(first.final).toMatch(/^OK WISHED \d+ askers=1 Nobody - Unknown is not here yet; the DJ has been asked$/);
    const id = idOf(first);
    const again = `OK WISHED ${id} askers=2 Nobody - Unknown is not here yet; the DJ has been asked`;
    expect((await ned.asks('REQUEST nobody - UNKNOWN')).final).toBe(again);
    expect((await ned.asks('WISH Nobody – Unknown')).final).toBe(again);
    expect(await ned.asks('WISHES')).toEqual({ rows: [`| ${id} wanted Nobody - Unknown`], final: 'OK WISHES 1' });
    expect((await ned.asks(`UNWISH ${id}`)).final).toMatch(new RegExp(`^OK UNWISH ${id} `));
    expect((await ned.asks(`UNWISH ${id}`)).final).toBe(`ERR 532 DENIED ${id} belongs to Mia`);
    expect((await ned.asks('WISHES')).final).toMatch(/^OK WISHES 0/);
    expect((await mia.asks(`UNWISH ${id}`)).final).toMatch(/^OK UNWISH /);
    expect((await mia.asks(`UNWISH ${id}`)).final).toMatch(/^ERR 550 NOT_FOUND /);
    expect((await mia.asks('UNWISH 999999')).final).toMatch(/^ERR 550 NOT_FOUND /);
    expect((await mia.asks('REQUEST Nobody - Unknown')).final).toMatch(new RegExp(`^OK WISHED ${id} askers=1 `));
  });

  test('cannot be wished for when exactly it is here, or when nobody could say what it is', async () => {
    await using oda = await party.named('Oda');
    const id = await songId(oda, 'toto africa');
    expect((await oda.asks('WISH toto - africa')).final).toMatch(
      new RegExp(`^ERR 553 DUPLICATE Toto - Africa .*${id}`),
    );
    expect((await oda.asks('WISH africa')).final).toMatch(/^ERR 501 BAD_ARGUMENT .*artist/);
  });

  test('may be wished for as often as the house allows one guest', async () => {
    await using pat = await party.named('Pat');
    for (const at of [1, 2, 3, 4]) expect((await pat.asks(`WISH Rare ${at} - Tune ${at}`)).final).toMatch(/^OK WISHED/);
    expect((await pat.asks('WISH Rare 5 - Tune 5')).final).toMatch(/^ERR 552 LIMIT .*4/);
    expect((await pat.asks('REQUEST Rare 5 - Tune 5')).final).toMatch(/^ERR 552 LIMIT .*4/);
    expect((await pat.asks('WISH Rare 4 - Tune 4')).final).toMatch(/^OK WISHED \d+ askers=1 /);
  });

  test('can be asked for again after a refusal, which is said', async () => {
    await using quin = await party.named('Quin');
    const id = idOf(await quin.asks('WISH Lost - Tape'));
    await party.order('refuse', id, 'the', 'tape', 'is', 'torn');
    expect(await quin.hears('* REFUSED')).toBe(`* REFUSED ${id} the tape is torn`);
    expect((await quin.asks('WISHES')).rows).toEqual([`| ${id} refused Lost - Tape: the tape is torn`]);
    expect((await quin.asks('REQUEST Lost - Tape')).final).toMatch(
      new RegExp(`^OK WISHED ${id} askers=1 .*the tape is torn`),
    );
    expect((await quin.asks('WISHES')).rows).toEqual([`| ${id} wanted Lost - Tape`]);
  });
});

describe('a key makes a request safe to repeat', () => {
  test('over a lost connection, and whatever became of it', async () => {
    await using first = await party.guest();
    const code = await first.joins('Ray');
    const asked = await first.asks('REQUEST key=r-1 Toto - Africa');
    expect(asked.final).not.toContain('repeated');
    first.socket.destroy();
    await using again = await party.named('Ray', code);
    const same = new RegExp(
      `^OK QUEUED ${idOf(asked)} song=\\d+ position=\\d+ wait=\\d+-\\d+ repeated=yes Toto - Africa`,
    );
    expect((await again.asks('REQUEST key=r-1 Toto - Africa')).final).toMatch(same);
    expect((await again.asks('REQUEST key="r-1" Toto - Africa')).final).toMatch(same);
    expect((await again.asks('REQUEST key=r-2 Toto - Africa')).final).toMatch(/^ERR 553 DUPLICATE /);
    expect((await again.asks('MINE')).final).toBe('OK MINE 1');
    await again.asks(`CANCEL ${idOf(asked)}`);
    expect((await again.asks('REQUEST key=r-1 Toto - Africa')).final).toMatch(
      new RegExp(`^OK QUEUED ${idOf(asked)} song=\\d+ .*repeated=yes state=cancelled Toto - Africa`),
    );
    expect((await again.asks('MINE')).final).toMatch(/^OK MINE 0/);
  });

  test('is the guest’s own, and remembers what was granted only', async () => {
    await using sam = await party.named('Sam');
    await using tom = await party.named('Tom');
    expect((await sam.asks('REQUEST key=k hello')).final).toMatch(/^ERR 551 /);
    const asked = await sam.asks('REQUEST key=k Adele - Hello');
    expect(asked.final).toMatch(/^OK QUEUED \d+ song=\d+ position=\d+ wait=\d+-\d+ Adele - Hello/);
    const other = await tom.asks('REQUEST key=k Toto - Africa');
    expect(other.final).toMatch(/^OK QUEUED \d+ song=\d+ position=\d+ wait=\d+-\d+ Toto - Africa/);
    expect(idOf(other)).not.toBe(idOf(asked));
  });

  test('holds for a wish as well', async () => {
    await using uma = await party.named('Uma');
    const asked = await uma.asks('REQUEST key="a \\"b\\" \\\\" Nowhere - Man');
    expect((await uma.asks('REQUEST key="a \\"b\\" \\\\" Nowhere - Man')).final).toMatch(
      new RegExp(`^OK WISHED ${idOf(asked)} askers=1 repeated=yes Nowhere - Man `),
    );
  });

  test('is refused where it is none', async () => {
    await using val = await party.named('Val');
    for (const key of ['', '""', '"open', '"a"b', 'x'.repeat(65)])
      expect((await val.asks(`REQUEST key=${key} Toto - Africa`)).final).toMatch(/^ERR 501 BAD_ARGUMENT key /);
    expect((await val.asks('REQUEST key=a key=b Toto - Africa')).final).toMatch(/^ERR 501 BAD_ARGUMENT key /);
  });
});

describe('the catalogue', () => {
  test('is searched page by page, with totals that end at 1,000', async () => {
    await using guest = await party.guest();
    const first = await guest.asks('SEARCH chorale');
    expect(first.final).toBe('OK SEARCH 20 of 1000+ page=1');
    expect(first.rows).toHaveLength(20);
    const second = await guest.asks('SEARCH page=2 size=7 chorale');
    expect(second.final).toBe('OK SEARCH 7 of 1000+ page=2');
    const both = await guest.asks('SEARCH size=14 chorale');
    expect(both.rows.slice(7)).toEqual(second.rows);
    expect((await guest.asks('SEARCH queen')).final).toBe('OK SEARCH 3 of 3 page=1');
    expect(await guest.asks('SEARCH page=2 queen')).toEqual({ rows: [], final: 'OK SEARCH 0 of 3 page=2' });
    expect((await guest.asks('SEARCH nothing of the sort')).final).toBe('OK SEARCH 0 of 0 page=1');
    expect((await guest.asks('SONGS')).final).toBe('OK SONGS 20 of 1000+ page=1');
    expect((await guest.asks('SONGS size=100 page=12')).final).toMatch(/^OK SONGS (11|0) of 1000\+ page=12$/);
  });

  test('finds words in any order and begun ones, exact before fuzzy', async () => {
    await using guest = await party.guest();
    const found = async (words: string): Promise<string[]> =>
      (await guest.asks(`SEARCH ${words}`)).rows.map((row) => row.replace(/^\| \d+ /, ''));
    expect(await found('rhapsody queen')).toEqual(['Queen - Bohemian Rhapsody 5:54']);
    expect(await found('boh rhap')).toEqual(['Queen - Bohemian Rhapsody 5:54']);
    expect((await found('queen')).at(-1)).toBe('ABBA - Dancing Queen 3:50');
    expect(await found('КЛЕТВА')).toEqual(['Щурците - Клетва 4:10']);
  });

  test('is listed by artist, whose name may need quotes', async () => {
    await using guest = await party.guest();
    expect((await guest.asks('SONGS artist=queen')).final).toBe('OK SONGS 2 of 2 page=1');
    expect((await guest.asks('SONGS artist="Lionel Richie"')).rows).toEqual([
      expect.stringMatching(/^\| \d+ Lionel Richie - Hello 4:11$/),
    ]);
    expect((await guest.asks('SONGS size=1 artist=AC/DC')).final).toBe('OK SONGS 1 of 1 page=1');
    expect((await guest.asks('SONGS artist=Lionel Richie')).final).toMatch(/^ERR 501 BAD_ARGUMENT .*Richie/);
  });

  test('refuses options that are none, naming them; what another command calls an option is text', async () => {
    await using guest = await party.guest();
    for (const [line, named] of [
      ['SEARCH size=101 queen', 'size'],
      ['SEARCH size=0 queen', 'size'],
      ['SEARCH page=0 queen', 'page'],
      ['SEARCH page=two queen', 'page'],
      ['QUEUE page=-1', 'page'],
      ['QUEUE size=5', 'size=5'],
      ['NOW please', 'please'],
      ['SEARCH', 'words'],
      ['WATCH everything', 'watch'],
      ['MODE xml', 'mode'],
      ['HELP dancing', 'command'],
    ] as const)
      expect((await guest.asks(line)).final).toMatch(new RegExp(`^ERR 501 BAD_ARGUMENT .*${named}`));
    expect((await guest.asks('SEARCH artist=queen')).final).toBe('OK SEARCH 0 of 0 page=1');
  });
});

test('HELP explains every command, or one', async () => {
  await using guest = await party.guest();
  const { rows, final } = await guest.asks('help');
  expect(final).toBe('OK HELP');
  for (const word of 'HELP HELLO REQUEST WISH SEARCH SONGS QUEUE MINE CANCEL WISHES UNWISH HISTORY NOW WHO PARTY WATCH MODE PING VERSION LEAVE'.split(
    ' ',
  ))
    expect(rows.filter((row) => row.startsWith(`| ${word}`))).not.toEqual([]);
  expect((await guest.asks('HELP request')).rows).toEqual([expect.stringMatching(/^\| REQUEST .*key=/)]);
  expect((await guest.asks('HELP quit')).rows).toEqual([expect.stringMatching(/^\| LEAVE/)]);
  expect((await guest.asks('REQEUST 5')).final).toMatch(/^ERR 502 UNKNOWN "REQEUST" .*did you mean REQUEST\?$/);
  expect((await guest.asks('xyzzy')).final).toMatch(/^ERR 502 UNKNOWN "xyzzy"/);
});

describe('what was sung', () => {
  test('is history, over all visits, and its key still answers', async () => {
    await using lively = await startParty({
      // Soon over, and not missed by a session that waits for the CPU.
      songs: [['Short', 'Ditty', 5]],
      settings: { PLAYER_GAP_SECONDS: 0 },
    });
    await using ada = await lively.guest();
    const code = await ada.joins('Ada');
    expect(await ada.asks('HISTORY')).toEqual({ rows: [], final: 'OK HISTORY 0 of 0 page=1' });
    await ada.asks('WATCH all');
    const id = idOf(await ada.asks('REQUEST key=once Short - Ditty'));
    expect(await ada.hears('* TURN')).toBe(`* TURN ${id} Short - Ditty: the microphone is yours`);
    await ada.hears(/^\* NOW - Short - Ditty/);
    await using later = await lively.named('Ada', code);
    expect((await later.asks('REQUEST key=once Short - Ditty')).final).toMatch(
      new RegExp(`^OK QUEUED ${id} song=1 .*repeated=yes state=sung Short - Ditty$`),
    );
    const { rows, final } = await later.asks('HISTORY');
    expect(final).toBe('OK HISTORY 1 of 1 page=1');
    expect(rows).toEqual([expect.stringMatching(/^\| 1 Short - Ditty \d{4}-\d\d-\d\d$/)]);
    expect((await later.asks(`CANCEL ${id}`)).final).toMatch(/^ERR 550 NOT_FOUND .*sung/);
    expect((await later.asks('HISTORY page=2')).final).toBe('OK HISTORY 0 of 1 page=2');
  });

  test('and what was not is offered at the next party, until it is asked for again or cancelled', async () => {
    await using house = await startParty({ songs: SONGS });
    await using ada = await house.guest();
    const code = await ada.joins('Ada');
    const asked = await ada.asks('REQUEST Toto - Africa');
    const song = /song=(\d+)/.exec(asked.final)?.[1] ?? '';
    const other = idOf(await ada.asks('REQUEST Queen - Bohemian Rhapsody'));
    await house.order('party', 'end');
    await ada.hears('* BYE party-over');
    await ada.closed();
    await house.order('party', 'start', 'The day after');
    await using back = await house.guest();
    const offered = [`| unsung song=${song} Toto - Africa; CANCEL ${idOf(asked)} forgets it`];
    const first = await back.asks(`HELLO Ada ${code}`);
    expect(first.rows).toHaveLength(2);
    expect((await back.asks(`CANCEL ${other}`)).final).toMatch(/^OK CANCEL /);
    const { rows, final } = await back.asks('HELLO Ada');
    expect(rows).toEqual(offered);
    expect(final).toBe(`OK HELLO guest=1 Welcome back, Ada! 1 song of yours went unsung. Say: REQUEST ${song}`);
    expect((await back.asks('WISHES')).rows).toEqual(offered);
    expect((await back.asks(`REQUEST ${song}`)).final).toMatch(/^OK QUEUED /);
    expect((await back.asks('HELLO Ada')).rows).toEqual([]);
  });

  test('nothing that cannot fit before the end is taken any more', async () => {
    await using house = await startParty({ songs: SONGS });
    await using ada = await house.named('Ada');
    await house.order('party', 'end', '--in', '2m');
    expect(await ada.hears('* LASTCALL')).toMatch(/^\* LASTCALL 2 \S/);
    expect((await ada.asks('REQUEST Toto - Africa')).final).toMatch(/^ERR 555 TOO_LATE \S/);
    expect((await ada.asks('QUEUE')).final).toBe('OK QUEUE 0 of 0 page=1');
    expect((await ada.asks('WISH Nobody - Unknown')).final).toMatch(/^OK WISHED /);
  });
});
