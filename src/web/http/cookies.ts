/**
 * What a phone remembers of its guest: the cookie `karaoke`, which holds `<code> <name>`, and `lang`.
 *
 * The server sets them, also for the page with scripts (`POST /me`): Safari forgets after seven days what a script has set,
 * and the guest comes back next Friday. They are not HttpOnly, because that page reads them to say HELLO. SameSite=Strict: no
 * other site can post in a guest's name, nor make a personal page be sent and measure its compressed length. Not Secure:
 * bars have no TLS.
 */
import { parseCookie, stringifySetCookie } from 'cookie';
import { normaliseCode } from '../../party/code.ts';
import type { Language } from '../../party/reasons.ts';

/** Who somebody says to be. */
export interface Credentials {
  readonly name: string;
  readonly code: string;
}

/** 400 days: longer ones are cut to that by browsers (RFC 6265bis, 5.5). */
const MAX_AGE_S = 400 * 24 * 60 * 60;
/** A name has at most 256 UTF-16 units (party/names.ts), which is 2,304 bytes encoded: a cookie may have 4,096. */
const LONGEST_NAME = 256;

export interface Remembered {
  readonly guest: Credentials | null;
  readonly language: string | undefined;
}

/** What the header `Cookie` brings; what has not our form counts as nothing. */
export function readCookies(header: string | undefined): Remembered {
  const cookies = parseCookie(header ?? '');
  const [, code = '', name = ''] = /^(\S+) (.+)$/su.exec(cookies['karaoke'] ?? '') ?? [];
  return { guest: credentials(name, code), language: cookies['lang'] };
}

/** A name and a code as they may be remembered; null: these are none. */
export function credentials(name: string, code: string): Credentials | null {
  const normal = normaliseCode(code.trim());
  const trimmed = name.trim();
  return normal === null || trimmed === '' || trimmed.length > LONGEST_NAME ? null : { name: trimmed, code: normal };
}

/** The value of Set-Cookie; null forgets. */
export function guestCookie(guest: Credentials | null): string {
  return guest ? cookie('karaoke', `${guest.code} ${guest.name}`, MAX_AGE_S) : cookie('karaoke', '', 0);
}

export const languageCookie = (language: Language): string => cookie('lang', language, MAX_AGE_S);

const cookie = (name: string, value: string, maxAge: number): string =>
  stringifySetCookie({ name, value, maxAge, path: '/', sameSite: 'strict' }, { encode: encodeURIComponent });
