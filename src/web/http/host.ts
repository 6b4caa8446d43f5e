/**
 * Whether a request names an address of this house. A foreign site whose name is pointed to our address (DNS rebinding) is
 * "our own page" to the browser: only its name tells it from ours, and nobody outside can own a name of one label, of a
 * house's network (RFC 6762, RFC 8375, `.internal` by ICANN 2024) or a bare address.
 */
import { isIP } from 'node:net';
import { openedAt } from './address.ts';

export interface Named {
  /** The header `Host`; undefined: none was sent, so it was no browser. */
  readonly host: string | undefined;
  /** The setting web.url; empty: none. */
  readonly url: string;
  /** What this machine calls itself (os.hostname). */
  readonly machine: string;
}

const OF_A_HOUSE = /\.(local|lan|home\.arpa|internal|localhost)$/;

export function isOurHost({ host, url, machine }: Named): boolean {
  if (host === undefined) return true;
  const asked = openedAt(host);
  if (!asked) return false;
  const name = asked.hostname.replace(/\.$/, '');
  return (
    isIP(name.replace(/^\[|\]$/g, '')) !== 0 ||
    !name.includes('.') ||
    OF_A_HOUSE.test(name) ||
    name === machine.toLowerCase() ||
    (url !== '' && name === URL.parse(url)?.hostname)
  );
}
