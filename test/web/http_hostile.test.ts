/** What strangers send to the pages, and what others then see of it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SONGS, startParty } from '../party/party.ts';
import type { Party } from '../party/party.ts';
import { ask, Visitor } from './visitor.ts';
import type { Page } from './visitor.ts';

const SCRIPT = '<script>alert(1)</script>';
const QUOTED = `"><img src=x onerror=alert(1)>`;

let party: Party;
beforeAll(async () => {
  party = await startParty({
    songs: [...SONGS, [`${SCRIPT} Band`, `${QUOTED} Song`, 200]],
    web: true,
    flags: ['--party', `${SCRIPT} & "Friends"`],
    // Many guests of one address, and all their requests at once.
    settings: { QUEUE_PER_GUEST: 5 },
  });
});
afterAll(() => party[Symbol.asyncDispose]());

const visitor = (): Visitor => new Visitor(party.webPort);
/** Nothing that somebody typed is markup in it. */
function expectTame(page: Page): void {
  expect(page.html.match(/<script/g)?.length ?? 0).toBe(page.html.includes('<div id="page"') ? 1 : 0);
  expect(page.html).not.toMatch(/<img src=x|<b>|javascript:/i);
  // No attribute was begun that is not ours.
  expect(page.html).not.toMatch(/<[^>]*\son\w+=/);
}

describe('markup', () => {
  test('in names, songs, wishes and the name of the party is text, for everybody', async () => {
    const mallory = visitor();
    const name = SCRIPT;
    const own = await mallory.post({ name, song: 'band song', key: 'k' });
    expectTame(own);
    expect(own.text).toContain(`Welcome, ${name}!`);
    await mallory.post({ take: '7', key: 'k2' });
    const wished = await mallory.post({ song: `${QUOTED} - ${SCRIPT}`, key: 'k3' });
    expectTame(wished);
    for (const path of ['/', '/stage']) {
      const page = await visitor().get(path);
      expectTame(page);
      expect(page.html).toContain('&lt;script>alert(1)&lt;/script> &amp; ');
    }
    const seen = await visitor().get();
    expect(seen.text).toContain(`(${name}, in`);
    const taken = await visitor().post({ name, song: QUOTED, key: `"><b>`, code: '"><b>' });
    expectTame(taken);
    expect(taken.html).toContain('value="&quot;>&lt;img src=x onerror=alert(1)>"');
  });

  test('in a cookie is nobody', async () => {
    for (const cookie of [
      `karaoke=${SCRIPT}`,
      `karaoke=7KQ4M2 ${SCRIPT}`,
      'lang=<b>',
      'karaoke=%00%0a',
      'karaoke=7KQ4M2%20%00',
    ])
      expectTame(await ask(party.webPort, '/', { headers: { cookie } }));
  });
});

describe('what no line may hold', () => {
  test.each([
    ['NUL', 'a\0b'],
    ['escape', 'a\x1b[31mred'],
    ['right to left override', 'Ada\u202egnp'],
    ['zero width', 'A\u200bda'],
    ['two alphabets in one word', 'Аdа'],
    ['32 letters and one more', 'x'.repeat(33)],
    ['1,100 letters', 'x'.repeat(1100)],
    ['only blanks that are none', '\u2800\u3164'],
  ])('%s in a name is refused in words', async (_what, name) => {
    const page = await visitor().post({ name, song: 'toto - africa', key: 'k' });
    expect(page.status).toBe(200);
    expect(page.html).toContain('<p role="alert">');
    expect(page.text).not.toContain('Welcome');
    for (const leak of ['\0', '\u001b', 'ERR', 'INTERNAL']) expect(page.text).not.toContain(leak);
  });

  test('a newline begins no second command', async () => {
    const [ada, eve] = [visitor(), visitor()];
    await ada.post({ name: 'Ada', song: 'toto - africa', key: 'k' });
    await eve.post({ name: 'Eve' });
    const page = await eve.post({ song: 'abba - dancing queen\nAWAY\r\nWISH a - b', key: 'k' });
    expect(page.text).not.toContain('You are away');
    expect((await eve.post({ name: 'Bo\nHELLO Cy' })).text).toContain('Welcome, Bo HELLO Cy!');
  });

  test('10 KB of a name is too much, and so is a body of any kind that long', async () => {
    expect((await visitor().post({ name: 'x'.repeat(10_240) })).status).toBe(413);
    expect((await visitor().post({ name: 'x'.repeat(10_240) }, '/me')).status).toBe(413);
  });

  test('a song of 3,000 letters is too long for a line, and said so', async () => {
    const guest = visitor();
    await guest.post({ name: 'Long' });
    expect((await guest.post({ song: 'x'.repeat(3000), key: 'k' })).text).toContain('That is too long.');
  });
});

describe('fields', () => {
  const post = (body: string | Buffer): Promise<Page> =>
    ask(party.webPort, '/', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });

  test('that come twice count once', async () => {
    expect((await post('name=Twice&name=Other&song=')).text).toContain('Welcome, Twice!');
  });

  test('named like what every object has are nothing', async () => {
    const page = await post('__proto__[name]=x&constructor=y&toString=z&hasOwnProperty=1&name=Proto&take=__proto__');
    expect(page.text).toContain('Welcome, Proto!');
  });

  test('of bytes that are no UTF-8 are refused or shown as such, and the house goes on', async () => {
    for (const body of ['name=%ff%fe', Buffer.from([0x6e, 0x3d, 0xff, 0xfe]), '%', '&&&===', 'name'])
      expect((await post(body)).status).toBe(200);
  });

  test('of options of the protocol are words, or the guest’s own', async () => {
    const page = await post('name=code%3D7KQ4M2+Opt&song=toto+-+africa&key=k');
    expect(page.status).toBe(200);
    expectTame(page);
  });
});

test('thirty visits at once are all answered, and the web process is the one that was there before', async () => {
  const [before] = party.pids('web');
  const pages = await Promise.all(
    Array.from({ length: 30 }, (_, n) => visitor().post({ name: `Crowd ${n}`, song: 'toto - africa', key: `k${n}` })),
  );
  expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
  expect(pages.every(({ text }) => text.includes('Toto – Africa: '))).toBe(true);
  expect(party.pids('web')).toEqual([before]);
  expect(party.log().filter(({ msg }) => msg === 'a bug in a page' || msg === 'a bug in a conversation')).toEqual([]);
});
