import { describe, expect, test } from '@jest/globals';
import { isOwnOrigin } from '../../../../src/web/http/origin.ts';

describe('whose page it is that asks', () => {
  const host = '192.168.1.20:8081';
  const url = 'https://karaoke.example/';
  test.each([
    ['a program sends none', undefined, host, ''],
    ['the page of the address that was opened', 'http://192.168.1.20:8081', host, ''],
    ['capitals are typed, not meant', 'http://Karaoke.Local:8081', 'KARAOKE.local:8081', ''],
    ['the port that goes without saying', 'http://karaoke.local', 'karaoke.local:80', ''],
    ['behind a proxy that ends TLS and keeps the host', 'https://karaoke.example', 'karaoke.example', ''],
    ['behind a proxy that changes the host', 'https://karaoke.example', '127.0.0.1:8081', url],
    ['beside the proxy, in the house', 'http://192.168.1.20:8081', host, url],
    ['an IPv6 address', 'http://[fe80::1]:8081', '[fe80::1]:8081', ''],
  ])('own: %s', (_what, origin, asked, ours) => {
    expect(isOwnOrigin({ origin, host: asked, url: ours })).toBe(true);
  });

  test.each([
    ['another site', 'https://evil.example', host, url],
    ['another port of the same machine', 'http://192.168.1.20:8080', host, ''],
    ['a sandboxed frame, or a file', 'null', host, ''],
    ['nothing', '', host, ''],
    ['no host to compare with', 'http://192.168.1.20:8081', undefined, ''],
    ['our host as the name of a user', 'http://192.168.1.20:8081@evil.example', host, ''],
    ['a path, which no browser sends', 'http://192.168.1.20:8081/x', host, ''],
    ['an extension', 'chrome-extension://abc', host, ''],
    ['a Host that is more than a host', 'http://evil.example', 'evil.example/karaoke.example', url],
    ['the name with something behind it', 'https://karaoke.example.evil.example', 'karaoke.example', url],
    ['the host of web.url without its TLS', 'http://karaoke.example', '127.0.0.1:8081', url],
  ])('foreign: %s', (_what, origin, asked, ours) => {
    expect(isOwnOrigin({ origin, host: asked, url: ours })).toBe(false);
  });
});
