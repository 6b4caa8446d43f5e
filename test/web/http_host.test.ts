/** Under which names the web port is spoken to: a foreign site whose name points to this house is no page of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SONGS, startParty } from '../party/party.ts';
import type { Party } from '../party/party.ts';
import { ask } from './visitor.ts';
import { WebGuest } from './web_guest.ts';

let party: Party;
beforeAll(async () => {
  party = await startParty({ songs: SONGS, web: true, flags: ['--party', 'Friday'] });
});
afterAll(() => party[Symbol.asyncDispose]());

test('a name that anybody may own is refused in words, in the visitor’s language', async () => {
  const host = `evil.example:${party.webPort}`;
  const own = { host, origin: `http://${host}` };
  for (const path of ['/', '/stage', '/join.svg']) {
    const page = await ask(party.webPort, path, { headers: own });
    expect(page.status).toBe(403);
    expect(page.text).toContain('web.url');
  }
  const posted = await ask(party.webPort, '/', { method: 'POST', headers: { ...own, 'accept-language': 'bg' } });
  expect(posted.status).toBe(403);
  expect(posted.text).toContain('Тук не се стига с този адрес.');
  const socket = await WebGuest.refused(party.webPort, { headers: own });
  expect(socket).toMatchObject({ status: 403, body: expect.stringContaining('web.url') });
  expect(socket.body).toMatch(/^evil\.example:\d+: This house.*\nevil\.example:\d+: Тук не се стига.*\n$/);
  const bulgarian = await WebGuest.refused(party.webPort, {
    headers: { origin: 'http://evil.example', 'accept-language': 'bg' },
  });
  expect(bulgarian.body).toMatch(/^http:\/\/evil\.example: Това дойде от друг сайт\..*\n$/);
});

test('a Host too long for a name is refused too, and nothing is called a bug', async () => {
  const page = await ask(party.webPort, '/join.svg', { headers: { host: 'a'.repeat(3000) } });
  expect(page.status).toBe(403);
  expect(party.log().filter(({ msg }) => msg === 'a bug in a page')).toEqual([]);
});

test('a name of the house’s own network is answered', async () => {
  expect((await ask(party.webPort, '/', { headers: { host: `karaoke.local:${party.webPort}` } })).status).toBe(200);
});
