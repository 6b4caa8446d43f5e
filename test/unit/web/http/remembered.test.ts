import { describe, expect, test } from '@jest/globals';
import { credentials, guestCookie, languageCookie, readCookies } from '../../../../src/web/http/cookies.ts';
import { languageOf } from '../../../../src/web/http/language.ts';
import { encodingOf } from '../../../../src/web/http/html.ts';
import { remoteBehind } from '../../../../src/web/http/remote.ts';

describe('what a phone remembers', () => {
  test.each(['Ada', 'Щуркин', 'Ada K', '7 of 9', '"; Path=/x', 'a=b; karaoke=c', '👩‍👩‍👧', 'x'.repeat(256)])(
    'the name %j comes back as it was',
    (name) => {
      const [pair = ''] = guestCookie({ name, code: '7KQ4M2' }).split('; ', 1);
      expect(readCookies(`other=1; ${pair}; lang=bg`)).toEqual({ guest: { name, code: '7KQ4M2' }, language: 'bg' });
      expect(pair.length).toBeLessThan(4096);
    },
  );

  test('is kept 400 days, by this site alone, and read by its scripts', () => {
    expect(guestCookie({ name: 'Ada', code: '7KQ4M2' })).toBe(
      'karaoke=7KQ4M2%20Ada; Max-Age=34560000; Path=/; SameSite=Strict',
    );
    expect(languageCookie('bg')).toBe('lang=bg; Max-Age=34560000; Path=/; SameSite=Strict');
    expect(guestCookie(null)).toBe('karaoke=; Max-Age=0; Path=/; SameSite=Strict');
  });

  test.each([
    undefined,
    '',
    'karaoke=',
    'karaoke=Ada',
    'karaoke=7KQ4M2',
    'karaoke=NODIGIT%20Ada',
    'karaoke=%E0%A4%A',
    '__proto__=7KQ4M2%20Ada',
    ';;;=;',
  ])('%j is nobody', (header) => {
    expect(readCookies(header).guest).toBeNull();
  });

  test('a code is kept as it is compared, and no name is kept that is none', () => {
    expect(credentials(' Ada ', ' 7kqom2 ')).toEqual({ name: 'Ada', code: '7KQ0M2' });
    expect(credentials('', '7KQ4M2')).toBeNull();
    expect(credentials('x'.repeat(257), '7KQ4M2')).toBeNull();
    expect(credentials('Ada', '')).toBeNull();
  });
});

describe('the language', () => {
  test.each([
    [undefined, undefined, 'en'],
    [undefined, '', 'en'],
    [undefined, 'bg', 'bg'],
    [undefined, 'bg-BG,bg;q=0.9,en;q=0.8', 'bg'],
    [undefined, 'de-DE,de;q=0.9,bg;q=0.4,en;q=0.3', 'bg'],
    [undefined, 'en-US,bg;q=0.9', 'en'],
    [undefined, 'en;q=0.1,BG ; q=0.2', 'bg'],
    [undefined, 'bg;q=0,en', 'en'],
    [undefined, 'bg;q=nonsense,en;q=0.1', 'en'],
    [undefined, '*', 'en'],
    ['bg', 'en', 'bg'],
    ['en', 'bg', 'en'],
    ['constructor', 'bg', 'bg'],
  ] as const)('chosen %j, accepted %j: %s', (chosen, accepted, language) => {
    expect(languageOf(chosen, accepted)).toBe(language);
  });
});

describe('how a page is compressed', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['BR;q=0.5 , gzip', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.0, gzip;q=0', null],
    ['identity', null],
    ['x-brotli', null],
  ] as const)('%j: %j', (accepted, encoding) => {
    expect(encodingOf(accepted)).toBe(encoding);
  });
});

describe('where somebody comes from', () => {
  test.each([
    ['nobody forwards', '192.168.1.7', undefined, '192.168.1.7'],
    ['a guest claims to be another', '192.168.1.7', '10.0.0.1', '192.168.1.7'],
    ['the proxy of this machine', '127.0.0.1', '192.168.1.7', '192.168.1.7'],
    ['the same over IPv6', '::ffff:127.0.0.1', '2001:db8::7', '2001:db8::7'],
    [
      'a guest behind the proxy claims another: the last is what the proxy saw',
      '::1',
      '10.0.0.1, 192.168.1.7',
      '192.168.1.7',
    ],
    ['nonsense', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['a port is not an address', '127.0.0.1', '192.168.1.7:4711', '127.0.0.1'],
    ['empty', '127.0.0.1', '', '127.0.0.1'],
    ['the connection is gone already', '', '192.168.1.7', ''],
  ])('%s', (_what, peer, forwarded, remote) => {
    expect(remoteBehind(peer, forwarded, 'https://sing.example/')).toBe(remote);
    // Nobody has said that there is a proxy.
    expect(remoteBehind(peer, forwarded, '')).toBe(peer);
  });
});
