/** What the web port says over HTTP: headers, files, addresses, and how it refuses. */
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toString } from 'qrcode';
import { SONGS, startParty } from '../party/party.ts';
import type { Party } from '../party/party.ts';
import { ask, Visitor } from './visitor.ts';
import type { Page, Sent } from './visitor.ts';

let party: Party;
beforeAll(async () => {
  party = await startParty({ songs: SONGS, web: true, flags: ['--party', 'Friday'] });
});
afterAll(() => party[Symbol.asyncDispose]());

const get = (path: string, sent: Sent = {}): Promise<Page> => ask(party.webPort, path, sent);
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const header = (page: Page, name: string): string => String(page.headers[name] ?? '');
/** Every address of our own that a page links. */
const linked = (page: Page): string[] =>
  [...page.html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path = '']) => path);

describe('what every answer tells the browser to refuse', () => {
  test.each([
    ['/', 200],
    ['/stage', 200],
    ['/join.svg', 200],
    ['/icon.svg', 200],
    ['/nothing', 404],
    [`/${'x'.repeat(2000)}`, 414],
  ])('%s', async (path, status) => {
    const page = await get(path);
    expect(page.status).toBe(status);
    const host = `127.0.0.1:${party.webPort}`;
    expect(header(page, 'content-security-policy').split(';')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      `connect-src 'self' ws://${host} wss://${host}`,
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(header(page, 'x-content-type-options')).toBe('nosniff');
    expect(header(page, 'x-frame-options')).toBe('DENY');
    expect(header(page, 'cross-origin-opener-policy')).toBe('same-origin');
    expect(header(page, 'permissions-policy')).toContain('camera=()');
    // With no-referrer a browser would post `Origin: null`.
    expect(header(page, 'referrer-policy')).toBe('same-origin');
    // A bar has no TLS; a browser that was told so once would not come back.
    expect(page.headers).not.toHaveProperty('strict-transport-security');
    expect(page.headers).not.toHaveProperty('x-powered-by');
    expect(page.headers).not.toHaveProperty('server');
  });

  test('a Host that is more than a host gets nothing into the policy', async () => {
    const page = await get('/', { headers: { host: "x;script-src 'unsafe-inline'" } });
    expect(page.status).toBe(403);
    expect(header(page, 'content-security-policy')).toContain("connect-src 'self';manifest-src");
  });
});

describe('files', () => {
  test('all that a page links is there, from this house, and kept for good where its name says what it is', async () => {
    for (const path of ['/', '/stage']) {
      const page = await get(path);
      expect(page.html).not.toMatch(/(?:href|src|action)="(?:https?:)?\/\//);
      expect(linked(page)).toEqual(expect.arrayContaining([expect.stringMatching(/^\/assets\/\w+-[\w-]+\.js$/)]));
      for (const file of linked(page).filter((each) => each !== '/')) {
        const answer = await get(file);
        expect([file, answer.status]).toEqual([file, 200]);
        expect(header(answer, 'cache-control')).toMatch(
          file.startsWith('/assets/') ? /^public, max-age=31536000, immutable$/ : /^public, max-age=86400$|^no-store$/,
        );
      }
    }
    const manifest = JSON.parse((await get('/manifest.webmanifest')).html) as { readonly icons: { src: string }[] };
    for (const { src } of manifest.icons) expect((await get(src)).status).toBe(200);
  });

  test('come compressed as they were laid there, are the same next time, and HEAD says so without them', async () => {
    const script = linked(await get('/')).find((path) => path.endsWith('.js')) ?? '';
    const plain = await get(script);
    for (const [accepted, encoding] of [
      ['gzip, deflate', 'gzip'],
      ['gzip, deflate, br', 'br'],
    ] as const) {
      const packed = await get(script, { headers: { 'accept-encoding': accepted } });
      expect(header(packed, 'content-encoding')).toBe(encoding);
      expect(header(packed, 'vary')).toBe('Accept-Encoding');
      expect(packed.bytes).toBeLessThan(plain.bytes / 2);
    }
    const etag = header(plain, 'etag');
    expect(etag).not.toBe('');
    expect((await get(script, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const head = await get(script, { method: 'HEAD' });
    expect([head.status, head.bytes, header(head, 'content-length')]).toEqual([200, 0, String(plain.bytes)]);
  });

  test.each([
    '/assets/',
    '/assets/nothing.js',
    '/assets/../manifest.json',
    '/assets/%2e%2e/manifest.json',
    '/assets/..%2fmanifest.json',
    '/assets/%00',
    '/manifest.json',
    '/guest/main.tsx',
    '/..%2f..%2fpackage.json',
  ])('%s is nothing', async (path) => {
    const page = await get(path);
    expect(page.text).toMatch(/There is nothing here|no request that this house understands/);
    expect([400, 404]).toContain(page.status);
  });
});

describe('the weight of a first load', () => {
  test('is measured on the fullest page: at most 14 KB of HTML, 60 KB in all, without brotli, as in a bar without TLS', async () => {
    const long = 'Щ'.repeat(28);
    for (let n = 0; n < 12; n += 1)
      await new Visitor(party.webPort).post({ name: `${long} ${n}x`, song: 'toto - africa', key: 'k' });
    const guest = new Visitor(party.webPort, { 'accept-encoding': 'gzip' });
    await guest.post({ name: 'Weigher' });
    for (const song of ['queen - bohemian rhapsody', 'abba - dancing queen', 'a-ha - take on me'])
      await guest.post({ song, key: 'k' });
    for (let n = 0; n < 10; n += 1) await guest.post({ song: `${long} - ${'заглавие '.repeat(8)}${n}`, key: 'k' });
    const page = await guest.get();
    expect(header(page, 'content-encoding')).toBe('gzip');
    // 3.3 KB when this was written; and readable without compression too.
    expect(page.bytes).toBeLessThan(5 * 1024);
    const uncompressed = await get('/', { headers: { cookie: `karaoke=${guest.cookies.get('karaoke') ?? ''}` } });
    expect(uncompressed.text).toContain('You are Weigher');
    expect(uncompressed.bytes).toBeLessThan(28 * 1024);
    const empty = await get('/');
    expect(empty.bytes).toBeLessThan(14 * 1024);
    const loaded = linked(empty).filter((path) => path.startsWith('/assets/'));
    const files = await Promise.all(loaded.map((path) => get(path, { headers: { 'accept-encoding': 'gzip' } })));
    const total = page.bytes + files.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total).toBeLessThan(60 * 1024);
  });
});

describe('how to join', () => {
  test('stands on the stage page and in its QR code, as it was opened', async () => {
    const host = 'karaoke.local:8081';
    const page = await get('/stage', { headers: { host } });
    expect(page.html).toContain('<div id="page" data-join="http://karaoke.local:8081/">');
    expect(page.text).toContain('http://karaoke.local:8081/');
    expect(page.html).toContain('<img src="/join.svg" alt="QR code for http://karaoke.local:8081/"');
    const picture = await get('/join.svg', { headers: { host } });
    expect(header(picture, 'content-type')).toBe('image/svg+xml');
    const modules = await toString('http://karaoke.local:8081/', { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
    expect(picture.html).toBe(modules);
    expect(picture.html).toContain('fill="#ffffff"');
    expect(picture.html).toContain('stroke="#000000"');
    expect((await get('/join.svg', { headers: { host: 'other.local' } })).html).not.toBe(modules);
  });

  test('is what web.url says, also after a reload', async () => {
    await using other = await startParty({ web: true, settings: { WEB_URL: 'https://sing.example' } });
    const page = await ask(other.webPort, '/stage', { headers: { host: 'karaoke.local' } });
    expect(page.html).toContain('data-join="https://sing.example/"');
    // Who comes from there is at home here, though the proxy says another Host.
    const own = { ...form, origin: 'https://sing.example', host: '127.0.0.1:8081' };
    expect((await ask(other.webPort, '/', { method: 'POST', headers: own, body: 'name=Ada' })).status).toBe(200);
  });
});

describe('a refusal is a page in words', () => {
  const post = (sent: Sent): Promise<Page> => get('/', { method: 'POST', ...sent });
  test.each<[string, number, string, () => Promise<Page>]>([
    ['an address that is nothing', 404, 'There is nothing here.', () => get('/dj')],
    ['a method', 405, 'That cannot be done here.', () => get('/', { method: 'DELETE' })],
    [
      'a method for files',
      405,
      'That cannot be done here.',
      () => post({}).then(() => get('/assets/x.js', { method: 'PUT' })),
    ],
    [
      'a body of 5,000 bytes',
      413,
      'A name and a song are enough.',
      () => post({ headers: form, body: `song=${'x'.repeat(5000)}` }),
    ],
    [
      'JSON',
      415,
      'not what the form of this page sends',
      () => post({ headers: { 'content-type': 'application/json' }, body: '{"name":"Ada"}' }),
    ],
    [
      'a file',
      415,
      'not what the form of this page sends',
      () => post({ headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }),
    ],
    ['a body of no type', 415, 'not what the form of this page sends', () => post({ body: 'name=Ada' })],
    [
      'another site',
      403,
      'That came from another site.',
      () => post({ headers: { ...form, origin: 'https://evil.example' }, body: 'name=Evil' }),
    ],
    [
      'a sandboxed frame',
      403,
      'That came from another site.',
      () => post({ headers: { ...form, origin: 'null' }, body: 'name=Evil' }),
    ],
    [
      'another site at /me',
      403,
      'That came from another site.',
      () => get('/me', { method: 'POST', headers: { ...form, origin: 'http://evil.example' }, body: 'name=' }),
    ],
    ['a long address', 414, 'That address is too long.', () => get(`/?${'x'.repeat(1100)}`)],
    ['many headers', 431, 'Delete its cookies', () => get('/', { headers: { cookie: 'x'.repeat(9000) } })],
    ['an address with a broken escape', 400, 'no request that this house understands', () => get('/%zz')],
  ])('%s', async (_what, status, words, refused) => {
    const page = await refused();
    expect(page.status).toBe(status);
    expect(header(page, 'content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toContain(words);
    // Nothing of the inside, and no JSON for a person.
    expect(page.html).not.toMatch(/fastify|node_modules|Error|FST_|statusCode|\bat \//);
  });

  test('is in the visitor’s language, and in both where none is known', async () => {
    const both = /no request that this house understands.*Такава заявка тук не се разбира/;
    expect((await get('/%zz')).text).toMatch(both);
    expect((await get('/%zz', { headers: { 'accept-language': 'fr' } })).text).toMatch(both);
    const bulgarian = await get('/%zz', { headers: { 'accept-language': 'bg-BG,bg;q=0.9' } });
    expect(bulgarian.text).toContain('Такава заявка тук не се разбира.');
    expect(bulgarian.text).not.toContain('no request');
    const much = await get('/', { headers: { cookie: 'x'.repeat(9000) } });
    expect(much.text).toMatch(/Delete its cookies.*Изтрий бисквитките/);
    expect(much.html).toContain('<section lang="bg">');
  });

  test('that names what may be done instead', async () => {
    expect(header(await get('/', { method: 'DELETE' }), 'allow')).toBe('GET, HEAD, POST');
    expect(header(await get('/me'), 'allow')).toBe('POST');
    expect(header(await get('/stage', { method: 'POST' }), 'allow')).toBe('GET, HEAD');
  });

  test('nobody was made a guest by any of them', async () => {
    await using guest = await party.guest();
    expect((await guest.asks('WHO')).rows.join()).not.toContain('Evil');
    expect((await guest.asks('HELLO Evil')).final).toMatch(/^OK HELLO .* Welcome, Evil!/);
  });

  test.each([
    ['not HTTP at all', 'hello\r\n\r\n', '400 Bad Request', 'no request that this house understands'],
    [
      'an unknown method',
      'SING / HTTP/1.1\r\nHost: a\r\n\r\n',
      '400 Bad Request',
      'no request that this house understands',
    ],
    ['no Host', 'GET /nothing HTTP/1.1\r\nConnection: close\r\n\r\n', '404 Not Found', 'There is nothing here.'],
  ])('%s', async (_what, bytes, status, words) => {
    const answer = await raw(party.webPort, bytes);
    expect(answer).toContain(`HTTP/1.1 ${status}\r\n`);
    expect(answer).toContain(words);
    expect(answer).toContain("Content-Security-Policy: default-src 'none'");
  });
});

describe('POST /me', () => {
  const me = (body: string): Promise<Page> => get('/me', { method: 'POST', headers: form, body });

  test('remembers who somebody is, and in which language, and forgets', async () => {
    const said = await me('name=Ада+К&code=7kq4m2&lang=bg');
    expect([said.status, said.bytes]).toEqual([204, 0]);
    expect(said.headers['set-cookie']).toEqual([
      `karaoke=${encodeURIComponent('7KQ4M2 Ада К')}; Max-Age=34560000; Path=/; SameSite=Strict`,
      'lang=bg; Max-Age=34560000; Path=/; SameSite=Strict',
    ]);
    expect((await me('name=&code=')).headers['set-cookie']).toEqual(['karaoke=; Max-Age=0; Path=/; SameSite=Strict']);
    expect((await me('lang=en')).headers['set-cookie']).toEqual(['lang=en; Max-Age=34560000; Path=/; SameSite=Strict']);
  });

  test.each(['', 'lang=xx', 'name=Ada', 'name=Ada&code=nocode', `name=${'x'.repeat(300)}&code=7KQ4M2`, '__proto__=x'])(
    'keeps nothing of %j',
    async (body) => {
      const said = await me(body);
      expect(said.status).toBe(400);
      expect(said.headers).not.toHaveProperty('set-cookie');
      expect(said.text).toContain('no request that this house understands');
    },
  );
});

/** Says bytes and hears everything until the other side closes. */
function raw(port: number, bytes: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
  let heard = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    heard += text;
  });
  socket.on('error', reject);
  socket.on('end', () => {
    resolve(heard);
    socket.end();
  });
  return promise;
}
