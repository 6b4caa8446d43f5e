/** Under which names this house is asked for. */
import { expect, test } from '@jest/globals';
import { openedAt } from '../../../../src/web/http/address.ts';
import { isOurHost } from '../../../../src/web/http/host.ts';

const ours = (host: string | undefined, url = ''): boolean => isOurHost({ host, url, machine: 'Tosho.bar.example' });

test.each([
  undefined,
  'localhost:8081',
  '127.0.0.1:8081',
  '192.168.1.20',
  '[fe80::1]:8081',
  'karaoke',
  'Karaoke.local:8081',
  'karaoke.local.',
  'pi.lan',
  'pi.home.arpa',
  'pi.internal',
  'tosho.bar.example:8081',
])('%s is ours', (host) => {
  expect(ours(host)).toBe(true);
});

test.each([
  'evil.example',
  'evil.example:8081',
  'local.evil.example',
  'evillocal.example',
  '192.168.1.20.evil.example',
  'karaoke.local@evil.example',
  'bar.example',
  '',
])('%s is a stranger’s', (host) => {
  expect(ours(host)).toBe(false);
});

test('the host of web.url is ours, whatever its port and scheme', () => {
  expect(ours('sing.example:8081', 'https://sing.example/')).toBe(true);
  expect(ours('other.example', 'https://sing.example/')).toBe(false);
});

test('a Host longer than a name may be is none (RFC 1035, 2.3.4)', () => {
  expect(openedAt('a'.repeat(3000))).toBeNull();
  expect(openedAt(`${'a'.repeat(60)}.local:8081`)?.port).toBe('8081');
});
