/** Whether a request comes from our own pages: what a foreign page may not do in the name of a guest who has it open. */

export interface Came {
  /** The header `Origin`; undefined: none was sent, so it was no browser that posts or opens a WebSocket. */
  readonly origin: string | undefined;
  /** The header `Host`. */
  readonly host: string | undefined;
  /** The setting web.url; empty: none. */
  readonly url: string;
}

/**
 * True for a program (no Origin), for a page of the very host that is asked, and for a page of web.url: behind a proxy
 * that names us differently, the browser knows only that one. `Origin: null` (a sandboxed frame, a file) is foreign.
 * The scheme is not compared with ours: with TLS ended before us, the page says https and we hear http.
 */
export function isOwnOrigin({ origin, host, url }: Came): boolean {
  if (origin === undefined) return true;
  const from = URL.parse(origin);
  // Only an origin as browsers write it: `http://karaoke.local@evil.example` would be read as something else.
  if (!from || !/^https?:$/.test(from.protocol) || from.origin !== origin.toLowerCase()) return false;
  return from.host === hostIn(from.protocol, host) || (url !== '' && from.origin === URL.parse(url)?.origin);
}

/** The host as the browser writes it in an origin: lower case, without the port that goes without saying. */
function hostIn(protocol: string, host: string | undefined): string | null {
  const asked = URL.parse(`${protocol}//${host ?? ''}`);
  if (!asked) return null;
  return asked.href === `${asked.origin}/` ? asked.host : null;
}
