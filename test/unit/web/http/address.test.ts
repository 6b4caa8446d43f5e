import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import { joinAddress, openedAt } from '../../../../src/web/http/address.ts';
import type { Found } from '../../../../src/web/http/address.ts';

const ipv4 = (address: string): NetworkInterfaceInfo => ({
  family: 'IPv4',
  address,
  internal: address.startsWith('127.'),
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
});
const house = { lo: [ipv4('127.0.0.1')], docker0: [ipv4('172.17.0.1')], wlan0: [ipv4('192.168.1.20')] };
const found: Found = { url: '', host: '192.168.1.20:8081', bound: '::', port: 8081, interfaces: house };

describe('where phones find the page', () => {
  test.each<[string, Partial<Found>, string]>([
    ['web.url comes before all else', { url: 'https://sing.example' }, 'https://sing.example/'],
    ['web.url may have a path', { url: 'https://bar.example/sing' }, 'https://bar.example/sing'],
    ['the address under which the stage page was opened', {}, 'http://192.168.1.20:8081/'],
    ['a name of the house', { host: 'karaoke.local:8081' }, 'http://karaoke.local:8081/'],
    ['an IPv6 address', { host: '[fe80::1]:8081' }, 'http://[fe80::1]:8081/'],
    ['a TV on this very machine shows where others find it', { host: 'localhost:8081' }, 'http://192.168.1.20:8081/'],
    ['127.0.0.1 is this machine too', { host: '127.0.0.1:8081' }, 'http://192.168.1.20:8081/'],
    ['and so is ::1', { host: '[::1]:8081' }, 'http://192.168.1.20:8081/'],
    [
      'nobody else can come to a port bound to loopback',
      { host: '127.0.0.1:8081', bound: '127.0.0.1' },
      'http://127.0.0.1:8081/',
    ],
    ['a machine without a network', { host: 'localhost:8081', interfaces: { lo: house.lo } }, 'http://localhost:8081/'],
    ['no Host at all', { host: undefined }, 'http://192.168.1.20:8081/'],
    ['no Host and no network', { host: undefined, interfaces: {} }, 'http://localhost:8081/'],
    [
      'a private address before a public one',
      { host: undefined, interfaces: { eth0: [ipv4('203.0.113.9')], eth1: [ipv4('10.0.0.5')] } },
      'http://10.0.0.5:8081/',
    ],
    [
      'a public one before none',
      { host: undefined, interfaces: { eth0: [ipv4('203.0.113.9')] } },
      'http://203.0.113.9:8081/',
    ],
    [
      'no address that nobody routes to',
      { host: undefined, interfaces: { eth0: [ipv4('169.254.3.4')] } },
      'http://localhost:8081/',
    ],
  ])('%s', (_what, given, address) => {
    expect(joinAddress({ ...found, ...given })).toBe(address);
  });

  test.each(['a b', 'evil.example/path', 'user@evil.example', 'evil.example;script-src', "x';y", '', 'a:b', ' '])(
    '%j is no host',
    (host) => {
      expect(openedAt(host)).toBeNull();
    },
  );
});
