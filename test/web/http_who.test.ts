/** Who a page without scripts takes a visitor for, when the phone keeps no cookies or has a wrong one. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SONGS, startParty } from '../party/party.ts';
import type { Party } from '../party/party.ts';
import { ask, Visitor } from './visitor.ts';
import type { Page } from './visitor.ts';

let party: Party;
beforeAll(async () => {
  party = await startParty({ songs: SONGS, web: true, flags: ['--party', 'Friday'] });
});
afterAll(() => party[Symbol.asyncDispose]());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
/** Posts fields, without a cookie and without following anything. */
const posts = (fields: Readonly<Record<string, string>>): Promise<Page> =>
  ask(party.webPort, '/', { method: 'POST', headers: FORM, body: new URLSearchParams(fields).toString() });
const hidden = (page: Page, name: string): string =>
  new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(page.html)?.[1] ?? '';
/** Who the forms of a page say to be. */
const carried = (page: Page): { readonly name: string; readonly code: string } => ({
  name: hidden(page, 'name'),
  code: hidden(page, 'code'),
});

describe('a phone that keeps no cookies', () => {
  test('keeps its guest over all that can be pressed, and the page with the code stands', async () => {
    const first = await posts({ name: 'Max', song: 'toto - africa', key: 'k' });
    expect(first.text).toMatch(/on any phone: \w{6} /);
    expect(first.html).not.toContain('http-equiv="refresh"');
    expect(first.text).not.toContain('renews itself');
    const max = carried(first);
    expect(max.name).toBe('Max');

    const away = await posts({ ...max, here: Visitor.button(first, 'here', 'I am away') });
    expect(away.status).toBe(200);
    expect(away.text).toContain('You said AWAY');
    expect(carried(away)).toEqual(max);
    const again = await posts(carried(away));
    expect(again.text).toContain('You are Max');
    expect(again.html).toContain('>See how it stands now</button>');
    const bulgarian = await posts({ ...carried(again), lang: Visitor.button(again, 'lang', 'Български') });
    expect(bulgarian.html).toContain('<html lang="bg">');
    expect(bulgarian.text).toContain('Ти си Max');
    const out = await posts({ ...carried(bulgarian), cancel: Visitor.button(bulgarian, 'cancel', '') });
    expect(out.status).toBe(200);
    // Not by its name: the random music may be the same song.
    expect(out.html).not.toContain('name="cancel"');
    expect(carried(out)).toEqual(max);
  });
});

test('a phone that keeps them goes by the cookie from the second press on', async () => {
  const ada = new Visitor(party.webPort);
  const first = await ada.post({ name: 'Ada', song: 'queen - bohemian rhapsody', key: 'k' });
  const away = await ada.post({ ...carried(first), here: Visitor.button(first, 'here', 'I am away') });
  expect(away.html).toContain('http-equiv="refresh"');
  expect(away.html).not.toContain('type="hidden" name="name"');
});

describe('a cookie with a wrong code', () => {
  test('is forgotten by the answer, so that the right one can still be typed', async () => {
    const eve = new Visitor(party.webPort);
    await eve.post({ name: 'Eve' });
    const code = /^\w{6}/.exec(eve.cookies.get('karaoke') ?? '')?.[0] ?? '';
    const old = new Visitor(party.webPort);
    old.cookies.set('karaoke', '222222%20Eve');
    const page = await old.get();
    expect(page.text).toContain('Eve is somebody else’s name here.');
    expect(page.html).toContain('name="name" value="Eve"');
    expect(old.cookies.has('karaoke')).toBe(false);
    for (let load = 0; load < 7; load += 1) expect((await old.get()).status).toBe(200);
    expect((await old.post({ name: 'Eve', code })).text).toContain('You are Eve');
    expect(old.cookies.get('karaoke')).toBe(`${code}%20Eve`);
  });
});

test('a cookie of nobody makes no guest: it is forgotten, and a name is asked for', async () => {
  const zoe = new Visitor(party.webPort);
  zoe.cookies.set('karaoke', '3FJ249%20Zoe');
  const page = await zoe.get();
  expect(page.text).toContain('Nobody here is called Zoe any more. Say your name.');
  expect(page.html).toContain('name="name" value="Zoe"');
  expect(zoe.cookies.has('karaoke')).toBe(false);
  // Nor does a form that is sent with it.
  zoe.cookies.set('karaoke', '3FJ249%20Zoe');
  const sent = await zoe.post({ song: 'toto - africa', key: 'z' });
  expect(sent.text).toContain('Nobody is called Zoe here (any more). Without a code, the name is yours.');
  expect(zoe.cookies.has('karaoke')).toBe(false);
  expect((await zoe.post({ name: 'Zoe' })).text).toContain('You are Zoe');
});

describe('what was pressed by nobody', () => {
  test.each([
    ['here', 'away'],
    ['cancel', '7'],
    ['unwish', '7'],
    ['take', '2'],
  ])('%s is kept until it is known by whom, and said so', async (name, value) => {
    const page = await posts({ [name]: value, key: 'k' });
    expect(page.html).toContain('<p role="alert">Say your name first.</p>');
    expect(hidden(page, name)).toBe(value);
  });
});

test('a code typed behind the name is remembered with it', async () => {
  const gil = new Visitor(party.webPort);
  await gil.post({ name: 'Gil' });
  const cookie = gil.cookies.get('karaoke');
  const code = /^\w{6}/.exec(cookie ?? '')?.[0] ?? '';
  const other = new Visitor(party.webPort);
  const page = await other.post({ name: `gil ${code.toLowerCase()}` });
  expect(page.text).toContain('You are Gil');
  expect(other.cookies.get('karaoke')).toBe(cookie);
});

test('a song that was refused for now stands in its field', async () => {
  const ida = new Visitor(party.webPort);
  await ida.post({ name: 'Ida', song: 'toto - africa', key: 'k' });
  const twice = await ida.post({ song: 'toto - africa', key: 'l' });
  expect(twice.text).toContain('You wait for it already.');
  expect(twice.html).toContain('name="song" value="toto - africa"');
});
