/**
 * Who this phone belongs to: one cookie, `<code> <name>`. The server sets it (POST /me), because what a script sets Safari
 * forgets after a week; the page only reads it.
 */
export interface Identity {
  readonly name: string;
  readonly code: string;
}

const COOKIE = 'karaoke';

/** `cookies` as `document.cookie` has them; null where nobody is named, or nobody can read it. */
export function readIdentity(cookies: string): Identity | null {
  const pair = cookies.split('; ').find((each) => each.startsWith(`${COOKIE}=`));
  const [, code, name] = /^(\S+) (\S.*)$/u.exec(decoded(pair?.slice(COOKIE.length + 1) ?? '')) ?? [];
  return code !== undefined && name !== undefined ? { code, name } : null;
}

/** Whether two are one: people type codes in small letters, with O for 0 and I or L for 1; a phone keeps them as they are meant. */
export const isSameIdentity = (one: Identity | null, other: Identity | null): boolean =>
  one?.name === other?.name && meant(one?.code) === meant(other?.code);

const meant = (code: string | undefined): string | undefined =>
  code?.trim().toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Somebody else's cookie of the same name: nobody is named.
    return '';
  }
}

/** Remembers it for as long as a browser does (400 days); null forgets. */
export const rememberIdentity = (identity: Identity | null): Promise<void> =>
  post({ name: identity?.name ?? '', code: identity?.code ?? '' });

/** At once by the page itself, because it may be loaded again before the server has heard of it; for longer by the server. */
export function rememberLanguage(lang: string): Promise<void> {
  document.cookie = `lang=${lang}; path=/; samesite=strict`;
  return post({ lang });
}

async function post(fields: Readonly<Record<string, string>>): Promise<void> {
  // `keepalive`: also when the page is closed right after.
  const answer = await fetch('/me', { method: 'POST', body: new URLSearchParams(fields), keepalive: true });
  if (!answer.ok) throw new Error(`POST /me was answered ${answer.status}`);
}
