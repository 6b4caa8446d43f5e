/** From where somebody really comes, for what is counted by address: wrong codes. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

export function isLoopback(address: string): boolean {
  const family = isIP(address);
  // A BlockList knows ::ffff:127.0.0.1 for what it is.
  return family !== 0 && LOOPBACK.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * The remote address, without the port. `peer`: the other end of the TCP connection; `forwarded`: X-Forwarded-For; `url`:
 * the setting web.url, which says that there is a proxy.
 *
 * The header is believed only then, and only from this machine, where the proxy runs (docs/operations.md): without one, a
 * page in a browser of this machine could write any address into it. Of its addresses the last is believed: that
 * one the proxy itself has seen and appended, those before it are what the guest claims.
 */
export function remoteBehind(peer: string, forwarded: string | undefined, url: string): string {
  if (forwarded === undefined || url === '' || !isLoopback(peer)) return peer;
  const seen = forwarded.slice(forwarded.lastIndexOf(',') + 1).trim();
  return isIP(seen) === 0 ? peer : seen;
}

/** The remote address of a request, or of an upgrade to a WebSocket. */
export function remoteOf({ socket, headers }: IncomingMessage, url: string): string {
  const forwarded = headers['x-forwarded-for'];
  return remoteBehind(socket.remoteAddress ?? '', Array.isArray(forwarded) ? forwarded.join(',') : forwarded, url);
}
