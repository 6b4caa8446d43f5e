/** Coming in: the greeting, HELLO in all its forms, codes, and who is here. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TestGuest } from './guest.ts';
import { SONGS, startParty } from './party.ts';
import type { Party } from './party.ts';

let party: Party;
beforeAll(async () => {
  party = await startParty({ songs: SONGS, flags: ['--party', "Friday at Tosho's"] });
});
afterAll(() => party[Symbol.asyncDispose]());

describe('the greeting', () => {
  test('names the party, counts who is connected and says where to go on', async () => {
    await using first = await TestGuest.connect(party.port);
    expect(await first.hears('')).toBe("OK KARAOKE/1 Friday at Tosho's: 1 connected, 0 songs waiting. Type HELP");
    await using second = await TestGuest.connect(party.port);
    expect(await second.hears('')).toBe("OK KARAOKE/1 Friday at Tosho's: 2 connected, 0 songs waiting. Type HELP");
    await first.joins('Early');
    await first.asks('REQUEST Toto - Africa');
    await using third = await TestGuest.connect(party.port);
    expect(await third.hears('')).toBe("OK KARAOKE/1 Friday at Tosho's: 3 connected, 1 song waiting. Type HELP");
  });

  test('comes before the answers to what was said without waiting for it', async () => {
    await using hasty = await TestGuest.connect(party.port);
    hasty.says('#1 PING', '#2 VERSION');
    await hasty.hears('OK #2 VERSION');
    expect(hasty.transcript).toEqual([
      expect.stringMatching(/^OK KARAOKE\/1 /),
      'OK #1 PONG',
      expect.stringMatching(/^OK #2 VERSION KARAOKE\/1 karaoked \d+\.\d+\.\d+$/),
    ]);
  });

  test('says that no party is on, when one can still search and wish', async () => {
    await using quiet = await startParty({ songs: SONGS, flags: ['--no-party'] });
    await using ada = await TestGuest.connect(quiet.port);
    expect(await ada.hears('')).toBe('OK KARAOKE/1 No party is on. You can still SEARCH and WISH. Type HELP');
    await ada.joins('Ada');
    expect((await ada.asks('SEARCH africa')).final).toBe('OK SEARCH 1 of 1 page=1');
    expect((await ada.asks('WISH Nobody - Unknown')).final).toMatch(/^OK WISHED \d+ askers=1 Nobody - Unknown /);
    expect((await ada.asks('REQUEST Toto - Africa')).final).toMatch(/^ERR 554 NO_PARTY /);
    expect((await ada.asks('NOW')).final).toMatch(/^OK NOW silence /);
    expect((await ada.asks('QUEUE')).final).toBe('OK QUEUE 0 of 0 page=1');
  });

  test('is a polite refusal in a full house, and whoever sits there is not disturbed', async () => {
    await using tiny = await startParty({ settings: { SESSION_CONNECTIONS: 1 } });
    await using inside = await tiny.guest();
    await using outside = await TestGuest.connect(tiny.port);
    await outside.closed();
    expect(outside.transcript).toEqual([expect.stringMatching(/^ERR 421 FULL retry=30 \S/)]);
    expect((await inside.asks('PING')).final).toBe('OK PONG');
  });
});

describe('HELLO', () => {
  test('gives a new guest a number and a code, and says how to use it', async () => {
    await using ada = await party.guest();
    const { rows, final } = await ada.asks('hello  Ada   Lovelace ');
    const [, code = ''] =
      /^OK HELLO guest=\d+ code=([0-9A-HJKMNP-TV-Z]{6}) Welcome, Ada Lovelace! Next time say: HELLO Ada Lovelace \1$/.exec(
        final,
      ) ?? [];
    expect(rows).toEqual([]);
    expect(code).toMatch(/\d/);
  });

  test('knows a guest again by the code, however it and the name are typed', async () => {
    await using first = await party.guest();
    const { final } = await first.asks('HELLO José');
    const [, id, code = ''] = /guest=(\d+) code=(\S+)/.exec(final) ?? [];
    const misread = code.replaceAll('0', 'o').replaceAll('1', 'l');
    for (const line of [
      `HELLO José ${code}`,
      `HELLO José ${code.toLowerCase()}`,
      `HELLO josé\t ${misread}`,
      `HELLO Jose ${code}`,
      `HELLO Jose\u0301 ${code}`,
      `HELLO code=${code} José`,
      `HELLO code="${code}" José`,
      `hello   code=${misread.toLowerCase()}   JOSÉ`,
    ]) {
      await using again = await party.guest();
      expect((await again.asks(line)).final).toBe(`OK HELLO guest=${id ?? ''} Welcome back, José!`);
    }
  });

  test('does not give a name away without its code, and offers one that is free', async () => {
    await using owner = await party.named('Grace');
    await using other = await party.guest();
    const taken =
      /^ERR 531 NAME_TAKEN Grace is somebody else's name here\. Say HELLO Grace <code>, or another name, for example HELLO (Grace \S+)$/;
    expect((await other.asks('HELLO Grace')).final).toMatch(taken);
    expect((await other.asks('HELLO GRACE')).final).toMatch(taken);
    expect((await other.asks('HELLO Grace 2ZZZZZ')).final).toMatch(taken);
    const { final } = await other.asks('HELLO code=nonsense Grace');
    const example = taken.exec(final)?.[1] ?? '';
    expect((await other.asks(`HELLO ${example}`)).final).toMatch(new RegExp(`^OK HELLO .*Welcome, ${example}!`));
    expect((await owner.asks('MINE')).final).toMatch(/^OK MINE 0/);
  });

  test('takes a last word for a code only if it has the form of one and the rest is a known name', async () => {
    await using ada = await party.guest();
    await ada.joins('Mary');
    await using others = await party.guest();
    expect((await others.asks('HELLO Mary Martin')).final).toMatch(/Welcome, Mary Martin!/);
    expect((await others.asks('HELLO Nobody 7KQ4M2')).final).toMatch(/Welcome, Nobody 7KQ4M2!/);
    await using third = await party.guest();
    await third.joins('Nobody');
    expect((await third.asks('HELLO Nobody 7KQ4M2')).final).toMatch(/^ERR 531 NAME_TAKEN Nobody 7KQ4M2 is /);
  });

  test('refuses what is no name, saying which argument', async () => {
    await using guest = await party.guest();
    for (const name of ['', '#1', '* NOW', '| 1', '...', 'A\u202eda', 'A\u200bda', 'x'.repeat(33)])
      expect((await guest.asks(`HELLO ${name}`)).final).toMatch(/^ERR 501 BAD_ARGUMENT .*name/);
    expect((await guest.asks(`HELLO ${'ж'.repeat(32)}`)).final).toMatch(/^OK HELLO /);
  });

  test('again as oneself needs no code; as another it changes who speaks', async () => {
    await using guest = await party.guest();
    await guest.joins('Hedy');
    await guest.asks('REQUEST ABBA - Dancing Queen');
    expect((await guest.asks('HELLO Hedy')).final).toMatch(/^OK HELLO guest=\d+ Welcome back, Hedy!/);
    expect((await guest.asks('MINE')).final).toBe('OK MINE 1');
    await guest.joins('Hedwig');
    expect((await guest.asks('MINE')).final).toMatch(/^OK MINE 0/);
    expect((await guest.asks('HELLO Hedy')).final).toMatch(/^ERR 531 /);
    expect((await guest.asks('HELLO Hedwig')).final).toMatch(/^OK HELLO .*Welcome back, Hedwig!/);
  });

  test('is needed for what is kept for a guest, and for nothing else', async () => {
    await using nobody = await party.guest();
    for (const line of ['REQUEST 1', 'WISH a - b', 'MINE', 'CANCEL 1', 'WISHES', 'UNWISH 1', 'HISTORY'])
      expect((await nobody.asks(line)).final).toBe('ERR 530 WHO say HELLO <your name> first');
    const open = 'HELP|SEARCH africa|SONGS|QUEUE|NOW|WHO|PARTY|WATCH mine|MODE text|PING|VERSION|LEAVE';
    for (const line of open.split('|')) expect((await nobody.asks(line)).final).toMatch(/^OK /);
    await nobody.closed();
  });
});

describe('limits at the door', () => {
  test('a connection makes three new names in a minute; the next one may', async () => {
    await using known = await party.guest();
    const code = await known.joins('Regular');
    await using eager = await party.guest();
    for (const name of ['Eager one', 'Eager two', 'Eager three']) await eager.joins(name);
    expect((await eager.asks('HELLO Eager four')).final).toMatch(/^ERR 429 SLOW_DOWN retry=60 \S/);
    expect((await eager.asks(`HELLO Regular ${code}`)).final).toMatch(/^OK HELLO .*Welcome back, Regular!/);
    await using next = await party.guest();
    expect((await next.asks('HELLO Eager four')).final).toMatch(/^OK HELLO /);
  });

  test('after five wrong codes the right one is refused too, on every connection, and the name alone suffers', async () => {
    await using owner = await party.guest();
    const code = await owner.joins('Target');
    await using attacker = await party.guest();
    for (let i = 0; i < 3; i++) expect((await attacker.asks(`HELLO Target 2ZZZZ${i}`)).final).toMatch(/^ERR 531 /);
    await using reconnected = await party.guest();
    for (let i = 3; i < 5; i++) expect((await reconnected.asks(`HELLO target 2ZZZZ${i}`)).final).toMatch(/^ERR 531 /);
    const slowDown = /^ERR 429 SLOW_DOWN retry=60 \S/;
    expect((await reconnected.asks('HELLO Target 2ZZZZ5')).final).toMatch(slowDown);
    expect((await attacker.asks(`HELLO Target ${code}`)).final).toMatch(slowDown);
    expect((await attacker.asks(`HELLO code=${code} Target`)).final).toMatch(slowDown);
    expect((await owner.asks('HELLO Target')).final).toMatch(/^OK HELLO /);
    expect((await attacker.asks('HELLO Bystander')).final).toMatch(/^OK HELLO /);
  });

  test('no code is written down, and the key to them belongs to the house alone', async () => {
    await using ada = await party.guest();
    const code = await ada.joins('Secretive');
    expect(statSync(join(party.varDir, 'run', 'secret')).mode & 0o777).toBe(0o600);
    const files = readdirSync(party.varDir).filter((name) => name.startsWith('karaoke.db'));
    const written = files.map((name) => readFileSync(join(party.varDir, name), 'latin1')).join('');
    expect(written).toContain('Secretive');
    expect(written).not.toContain(code);
    expect(party.running.stderr()).not.toContain(code);
  });
});

describe('who is here', () => {
  test('a guest on two connections is one person: one name, one line, told on both', async () => {
    await using phone = await party.guest();
    const code = await phone.joins('Twice');
    await using laptop = await party.named('Twice', code);
    const { final } = await phone.asks('REQUEST a-ha - Take On Me');
    const id = /^OK QUEUED (\d+)/.exec(final)?.[1] ?? '';
    expect((await laptop.asks('MINE')).rows).toEqual([
      expect.stringMatching(new RegExp(`^\\| ${id} \\d+\\. a-ha - Take On Me \\(Twice\\) \\d+-\\d+ min$`)),
    ]);
    const { rows } = await laptop.asks('WHO');
    expect(rows.filter((row) => row.includes('Twice'))).toEqual(['| Twice, sings tonight']);
    await party.order('say', 'hello', 'you', 'two');
    for (const each of [phone, laptop]) expect(await each.hears('* SAY')).toBe('* SAY hello you two');
    expect((await laptop.asks(`CANCEL ${id}`)).final).toMatch(/^OK CANCEL /);
    expect((await phone.asks('MINE')).final).toMatch(/^OK MINE 0/);
  });

  test('who only listens is connected and has no name; who has one is named', async () => {
    await using quiet = await startParty();
    await using nobody = await quiet.guest();
    await using ada = await quiet.named('Ada');
    await ada.asks('HELLO Ada');
    // The connection's own row is written a moment after its greeting; HELLO writes one at once.
    await using bo = await quiet.named('Bo');
    expect((await bo.asks('WHO')).rows).toEqual(['| Ada', '| Bo']);
    expect((await nobody.asks('WHO')).final).toMatch(/^OK WHO [23] connected, 2 of them by name$/);
  });
});

test('LEAVE, QUIT, BYE and EXIT say goodbye by name and close', async () => {
  await using ada = await party.named('Leaver');
  expect((await ada.asks('leave')).final).toBe('OK BYE See you, Leaver');
  await ada.closed();
  expect(ada.ended).toBe('end');
  for (const word of ['QUIT', 'bye', 'Exit']) {
    await using guest = await party.guest();
    expect((await guest.asks(word)).final).toMatch(/^OK BYE \S/);
    await guest.closed();
  }
});
