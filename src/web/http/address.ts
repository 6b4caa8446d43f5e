/** Where guests' phones find the page: what the QR code and the stage page say. */
import type { NetworkInterfaceInfo } from 'node:os';
import { isLoopback } from './remote.ts';

export interface Found {
  /** The setting web.url; empty: none. */
  readonly url: string;
  /** The header `Host` of who asks: the stage page shows the address under which it was itself opened. */
  readonly host: string | undefined;
  /** The address that the port is bound to, as `127.0.0.1` or `::`. */
  readonly bound: string;
  readonly port: number;
  /** Of this machine, by name (os.networkInterfaces). */
  readonly interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
}

/**
 * web.url; else the Host that was asked for; where that is this machine for itself (a TV on the very computer), an address
 * of this machine in the house's network, unless the port is bound to loopback and could not be reached there. Ends in `/`.
 */
export function joinAddress({ url, host, bound, port, interfaces }: Found): string {
  if (url !== '') return new URL(url).href;
  const asked = openedAt(host);
  if (asked && !isHere(asked.hostname)) return asked.href;
  const lan = isHere(bound) ? null : lanAddress(interfaces);
  if (lan !== null) return `http://${lan}:${port}/`;
  return asked?.href ?? `http://localhost:${port}/`;
}

/** A name or an address, as `karaoke.local`, `192.168.1.20`, `[fe80::1]`, with its port. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i;

/** A name (RFC 1035, 2.3.4), a colon and a port: a longer one fits into no QR code either. */
const LONGEST_HOST = 253 + 6;

/** A Host header as an address; null when it is none, or more than a host: it is what a stranger wrote. */
export function openedAt(host: string | undefined): URL | null {
  return host !== undefined && host.length <= LONGEST_HOST && HOST.test(host) ? URL.parse(`http://${host}/`) : null;
}

const isHere = (host: string): boolean => host === 'localhost' || isLoopback(host.replace(/^\[|\]$/g, ''));

/** Bridges of virtual machines and containers, and tunnels: no phone is behind them. */
const NOT_THE_HOUSE = /^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|cni|podman|tun|tap|wg|tailscale|zt|utun)/;
/** RFC 1918: what a bar's router gives. */
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** The first IPv4 address that phones of the house may reach; a private one before others. null: there is none. */
function lanAddress(interfaces: Found['interfaces']): string | null {
  const outward = Object.entries(interfaces)
    .filter(([name]) => !NOT_THE_HOUSE.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    // 169.254: nobody gave it an address, so nobody routes to it.
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .map(({ address }) => address);
  return outward.find((address) => PRIVATE.test(address)) ?? outward[0] ?? null;
}
