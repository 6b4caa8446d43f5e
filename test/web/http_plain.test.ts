/** The guest page without scripts, on the real tree: each page is a whole visit. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SONGS, startParty } from '../party/party.ts';
import type { Party } from '../party/party.ts';
import { Visitor } from './visitor.ts';
import type { Page } from './visitor.ts';

let party: Party;
beforeAll(async () => {
  party = await startParty({
    songs: [...SONGS, ['Prince', '1999', 219]],
    web: true,
    flags: ['--party', "Friday at Tosho's"],
    // There is a proxy, whose word counts for who is behind it.
    settings: { WEB_URL: 'https://sing.example' },
  });
});
afterAll(() => party[Symbol.asyncDispose]());

const visitor = (headers = {}): Visitor => new Visitor(party.webPort, headers);
const codeOf = (guest: Visitor): string => /^\w+/.exec(guest.cookies.get('karaoke') ?? '')?.[0] ?? '';
const renews = (page: Page): boolean =>
  page.html.includes('<noscript><meta http-equiv="refresh" content="60;url=/"/></noscript>');

/** A visitor who has said a name. */
async function named(name: string): Promise<Visitor> {
  const guest = visitor();
  expect((await guest.post({ name })).text).toContain(`Welcome, ${name}!`);
  return guest;
}

describe('somebody who comes in', () => {
  test('sees the party, the music and the form', async () => {
    const page = await visitor().get();
    expect(page.status).toBe(200);
    expect(page.html).toMatch(/^<!doctype html><html lang="en">.*<title>Friday at Tosho's<\/title>/);
    expect(page.html).toMatch(/<div id="page">.*<form method="post" action="\/">/);
    for (const field of ['name', 'code', 'song', 'key']) expect(page.html).toContain(`name="${field}"`);
    expect(page.text).toMatch(/Now playing .*, nobody sings/);
    expect(renews(page)).toBe(false);
  });

  test('asks for a song with the first form, is told the code, and stands in the line as on TCP', async () => {
    const ada = visitor();
    const page = await ada.post({ name: 'Ada', song: 'toto - africa', key: 'k' });
    const code = /on any phone: (\w{6}) /.exec(page.text)?.[1] ?? '';
    expect(page.text).toContain('Welcome, Ada!');
    expect(page.text).toMatch(/Toto – Africa: you are first in the line\. \(in \d+–\d+ min\)/);
    expect(page.text).toMatch(
      /My songs .*Toto – Africa Place 1, in \d+–\d+ min (Nobody who can be called|It was announced)/,
    );
    expect(ada.cookies.get('karaoke')).toBe(`${code}%20Ada`);
    // The code is to be read; and whether the phone keeps cookies is not known yet.
    expect(renews(page)).toBe(false);
    expect(renews(await ada.get())).toBe(true);
    // One visit, whose connection is over: what is left is the grace.
    await party.connected(0);
    await using tcp = await party.guest();
    expect((await tcp.asks('WHO')).rows).toEqual(['| Ada, sings tonight, not connected now']);
    await tcp.joins('Ada', code);
    expect((await tcp.asks('MINE')).rows).toEqual([expect.stringMatching(/Toto - Africa \(Ada\) /)]);
  });

  test('whose first answer was lost sends the form again, and has the name, the song and a code that holds', async () => {
    const form = { name: 'Zoe', song: 'toto - africa', key: 'nobody-guesses-Zoe' };
    const [one, other] = [visitor(), visitor()];
    // Tapped twice: which of the two is answered first nobody knows.
    for (const page of await Promise.all([one.post(form), other.post(form)]))
      expect(page.text).toContain('Welcome, Zoe!');
    const again = visitor();
    const page = await again.post(form);
    expect(page.text).toContain('Welcome, Zoe!');
    expect(page.text.match(/Toto – Africa Place/g)).toHaveLength(1);
    expect(new Set([one, other, again].map(codeOf)).size).toBe(3);
    expect((await one.get()).text).toContain('Zoe is somebody else’s name here.');
    expect((await again.get()).text).toContain('You are Zoe');
    // The code was used, so somebody has it; and another form never had a part in it.
    for (const key of [form.key, 'nobody-guesses-Bo'])
      expect((await visitor().post({ ...form, key })).text).toContain('Zoe is somebody else’s name here.');
    await again.post({ cancel: Visitor.button(await again.get(), 'cancel', 'Yes') });
  });

  test('is known again by the cookie, and forgotten by it', async () => {
    const bo = await named('Bo');
    const code = codeOf(bo);
    const page = await bo.get();
    expect(page.text).toContain('You are Bo');
    expect(page.html).not.toContain('name="name"');
    expect(page.text).toContain(`you need your code: ${code}`);
    expect((await bo.post({ forget: 'yes' })).text).toContain('What is your name?');
    expect(bo.cookies.has('karaoke')).toBe(false);
  });

  test('whose name is taken is asked for the code, and what was asked for waits', async () => {
    const code = codeOf(await named('Cy'));
    const other = visitor();
    const taken = await other.post({ name: 'cy', song: 'abba - dancing queen', key: 'k' });
    expect(taken.text).toContain('Cy is somebody else’s name here.');
    expect(taken.html).toMatch(/name="name" value="cy".*name="code".*name="song" value="abba - dancing queen"/s);
    expect(taken.text).toContain('Or be Cy K');
    expect(renews(taken)).toBe(false);
    const let_in = await other.post({ name: 'cy', code, song: 'abba - dancing queen', key: 'k' });
    expect(let_in.text).toMatch(/ABBA – Dancing Queen: place \d in the line/);
    expect(other.cookies.get('karaoke')).toBe(`${code}%20Cy`);
  });

  test('may guess five codes a minute from one address, behind a proxy as well', async () => {
    const code = codeOf(await named('Dana'));
    const from = (address: string): Visitor => visitor({ 'x-forwarded-for': `10.9.9.9, ${address}` });
    for (let guess = 1; guess <= 5; guess += 1)
      expect((await from('192.0.2.1').post({ name: 'Dana', code: `22222${guess}` })).status).toBe(200);
    const refused = await from('192.0.2.1').post({ name: 'Dana', code });
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('60');
    expect(refused.text).toContain('Wait 60 seconds.');
    // The header's first address is what the guest claims; another guest of the same proxy is another address.
    expect((await from('192.0.2.2').post({ name: 'Dana', code })).text).toContain('You are Dana');
  });
});

describe('asking for a song', () => {
  test('again, by a reload or because the answer was lost, asks once', async () => {
    const eve = visitor();
    const form = { name: 'Eve', song: 'a-ha - take on me', key: 'same' };
    await eve.post(form);
    expect((await eve.post(form)).text).toContain('a-ha – Take On Me: place');
    // Who went back and typed another song means another one.
    expect((await eve.post({ ...form, song: 'queen - bohemian rhapsody' })).text).toContain(
      'Queen – Bohemian Rhapsody: place',
    );
    await using tcp = await party.named('Eve', codeOf(eve));
    expect((await tcp.asks('MINE')).rows).toHaveLength(2);
  });

  test('of which there may be several offers them as buttons; one press takes one', async () => {
    const fay = await named('Fay');
    const choice = await fay.post({ song: 'queen', key: 'k1' });
    expect(choice.text).toContain('Which one do you mean?');
    expect(renews(choice)).toBe(false);
    const take = Visitor.button(choice, 'take', 'ABBA – Dancing Queen');
    expect((await fay.post({ take, key: 'k1' })).text).toMatch(/ABBA – Dancing Queen: (place \d|you are first)/);
    expect((await fay.post({ take, key: 'k2' })).text).toContain('You wait for it already.');
  });

  test('that is only digits is a title and no number of a song', async () => {
    const gus = await named('Gus');
    const choice = await gus.post({ song: '1999', key: 'k' });
    expect(Visitor.button(choice, 'take', 'Prince – 1999')).toMatch(/^\d+$/);
    expect((await gus.post({ song: '1', key: 'k' })).text).not.toContain('in the line.');
  });

  test('that is not here is a wish, with how many want it; and it can be taken back', async () => {
    const [hal, ida] = [await named('Hal'), await named('Ida')];
    expect((await hal.post({ song: 'ABBA - Waterloo', key: 'k' })).text).toContain('You are the first to want it.');
    const page = await ida.post({ song: 'abba - waterloo', key: 'k' });
    expect(page.text).toMatch(/The DJ has been asked for ABBA – Waterloo.* 1 other guest wants it too\./i);
    const after = await ida.post({ unwish: Visitor.button(page, 'unwish', 'Forget it') });
    expect(after.text).not.toMatch(/Waterloo/i);
    expect((await hal.get()).text).toContain('the DJ has been asked');
  });

  test('whose words are near to others can be wished for all the same', async () => {
    const jo = await named('Jo');
    const choice = await jo.post({ song: 'Cher - Africa', key: 'k' });
    const wish = Visitor.button(choice, 'wish', 'Cher - Africa');
    expect((await jo.post({ wish })).text).toContain('The DJ has been asked for Cher – Africa.');
  });

  test('that was found for a wish is one press, and the news stays for who can be rung', async () => {
    const kay = await named('Kay');
    await kay.post({ song: 'Queen - Innuendo', key: 'k' });
    await using tcp = await party.guest();
    const { rows } = await tcp.asks('SEARCH highway');
    await party.dj('found', await wishOf(kay), /^\| (\d+)/.exec(rows[0] ?? '')?.[1] ?? '');
    const page = await kay.get();
    expect(page.text).toContain('it is here!');
    const taken = await kay.post({ take: Visitor.button(page, 'take', 'Sing'), key: 'k2' });
    expect(taken.text).toMatch(/AC\/DC – Highway to Hell: place \d/);
    const hello = await tcp.asks(`HELLO Kay ${codeOf(kay)}`);
    expect(hello.rows).toEqual([expect.stringMatching(/ found song=/)]);
  });

  test('by somebody nameless says that a name comes first, and keeps what was pressed', async () => {
    const nobody = visitor();
    const page = await nobody.post({ take: '2', key: 'k' });
    expect(page.html).toContain('<input type="hidden" name="take" value="2"/>');
    expect(page.text).toContain('What is your name?');
    expect((await nobody.post({ take: '2', key: 'k', name: 'Lea' })).text).toMatch(/Toto – Africa: place \d/);
  });

  test('works in a browser that keeps no cookies', async () => {
    const max = visitor();
    const page = await max.post({ name: 'Max', song: 'queen', key: 'k' });
    max.cookies.clear();
    const code = /name="code" value="(\w{6})"/.exec(page.html)?.[1] ?? '';
    const taken = await max.post({ name: 'Max', code, key: 'k', take: Visitor.button(page, 'take', 'Bohemian') });
    expect(taken.text).toMatch(/Queen – Bohemian Rhapsody: place \d/);
  });
});

describe('my songs', () => {
  test('can be taken out, once, and kept while I am away', async () => {
    const ned = visitor();
    const page = await ned.post({ name: 'Ned', song: 'toto - africa', key: 'k' });
    const away = await ned.post({ here: Visitor.button(page, 'here', 'I am away') });
    expect(away.text).toMatch(/Place kept, nobody knows when You said AWAY/);
    expect(away.text).toContain('(you, away)');
    const cancel = Visitor.button(await ned.post({ here: Visitor.button(away, 'here', 'I am back') }), 'cancel', 'Yes');
    expect((await ned.post({ cancel })).text).not.toMatch(/My songs .*Africa Place/);
    const twice = await ned.post({ cancel });
    expect(twice.html).toContain('role="alert"');
    expect(twice.text).toContain('It no longer waits.');
  });

  test('of others cannot be touched', async () => {
    const oda = visitor();
    const page = await oda.post({ name: 'Oda', song: 'toto - africa', key: 'k' });
    const thief = await named('Thief');
    expect((await thief.post({ cancel: Visitor.button(page, 'cancel', 'Yes') })).text).toContain('That is not yours.');
    expect((await oda.get()).text).toContain('Toto – Africa Place');
  });
});

describe('the language', () => {
  test('is that of the browser until it is switched, and the choice stays', async () => {
    const guest = visitor({ 'accept-language': 'bg-BG,bg;q=0.9,en;q=0.8' });
    const page = await guest.get();
    expect(page.html).toContain('<html lang="bg">');
    expect(page.text).toContain('Как се казваш?');
    expect((await guest.post({ lang: Visitor.button(page, 'lang', 'English') })).text).toContain('What is your name?');
    expect((await guest.get('/stage')).html).toContain('<html lang="en">');
    expect((await visitor({ 'accept-language': 'bg' }).get('/nothing')).text).toContain('Тук няма нищо.');
  });
});

test('last call and the end of the party are said', async () => {
  await using short = await startParty({ songs: SONGS, web: true, flags: ['--party', 'Short'] });
  const guest = new Visitor(short.webPort);
  await guest.post({ name: 'Ada', song: 'toto - africa', key: 'k' });
  await short.dj('party', 'end', '--in', '5m');
  expect((await guest.get()).text).toMatch(/Last call: the party ends at \d\d:\d\d/);
  expect((await guest.post({ song: 'queen - bohemian rhapsody', key: 'l' })).text).toMatch(
    /The party ends at \d\d:\d\d, before its turn/,
  );
  await short.dj('party', 'end');
  const over = await guest.get();
  expect(over.text).toContain('No party is on. You can look for songs and wish for them.');
  expect((await guest.post({ song: 'toto - africa', key: 'm' })).html).toContain('role="alert"');
  const wish = Visitor.button(await guest.post({ song: 'Nobody - Unknown', key: 'n' }), 'wish', 'Ask the DJ');
  expect((await guest.post({ wish })).text).toContain('The DJ has been asked for Nobody – Unknown.');
});

/** The id of a visitor's only wish. */
async function wishOf(guest: Visitor): Promise<string> {
  return Visitor.button(await guest.get(), 'unwish', 'Forget it');
}
