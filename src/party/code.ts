/** Personal codes: what a guest shows to be the same person again. Six characters to read out and type on a phone. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Crockford's base 32: no I, L, O, which look like 1 and 0, and no U, so that no code is a rude word. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;
const FORM = /^[0-9A-HJKMNP-TV-Z]{6}$/;
/** The digits that nobody types as a letter. */
const PLAIN_DIGIT = /[2-9]/;

/**
 * A new code. At least one of its characters is 2-9: a digit that nobody types as a letter, as "konmab" would be typed for
 * K0NMAB. So a code has a digit however it is typed, which tells it from a word. `randomBytes` gives n bytes nobody can guess.
 */
export function newCode(randomBytes: (n: number) => Uint8Array): string {
  for (;;) {
    // 256 is a multiple of 32, so that every character is equally likely.
    const code = Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
    if (PLAIN_DIGIT.test(code)) return code;
  }
}

/**
 * The code that somebody means by `text`, or null when it has not the form of one. The digit must have been typed as a digit:
 * I and L count as 1, but that makes no code of Martin, who is the last word of a name.
 */
export function normaliseCode(text: string): string | null {
  if (!/\d/.test(text)) return null;
  const code = text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return FORM.test(code) ? code : null;
}

/** The last word, if it has the form of a code, and what stands before it. */
export function partedCode(words: string): { readonly rest: string; readonly code: string } | null {
  const [, rest, last] = /^(.*\S)\s+(\S+)$/su.exec(words.trim()) ?? [];
  const code = normaliseCode(last ?? '');
  return rest !== undefined && code !== null ? { rest, code } : null;
}

/**
 * What is kept of a code: HMAC-SHA-256 under the host's secret, over the guest too, so that equal codes of two guests do
 * not show. `code` is normalised; `guestKey` is what identifies the guest for good.
 */
export function hashCode(secret: Uint8Array, guestKey: string, code: string): Buffer {
  return createHmac('sha256', secret).update(`${guestKey}\0${code}`).digest();
}

/** Whether two hashes are equal, in a time that does not tell how much of them is. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
