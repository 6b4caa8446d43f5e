/**
 * What an argument of a verb can be: how it is read from what somebody typed, and how a value that came over a wire is
 * recognised. Both ends use this table, so the terminal refuses early and the daemon believes nobody.
 */
import { isAbsolute, resolve } from 'node:path';

/** The values that arguments have once they are read. */
export interface Values {
  /** A positive whole number: of an entry, a wish, a song, a page. */
  readonly number: number;
  /** A sentence, a name, a song as typed; blanks trimmed. */
  readonly text: string;
  /** An absolute path. */
  readonly file: string;
  /** Milliseconds. */
  readonly duration: number;
}

export type KindName = keyof Values;

interface Kind<T> {
  /** Reads what was typed; null when it is not one. */
  read(typed: string): T | null;
  is(value: unknown): value is T;
  /** What to type, for the refusal: `<wish> is …`. */
  readonly teaches: string;
}

const LONGEST_TEXT = 500;
const LONGEST_FILE = 4_096;
const DAY_MS = 86_400_000;

export const KINDS: { readonly [K in KindName]: Kind<Values[K]> } = {
  number: {
    read: (typed) => (/^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : null),
    is: (value): value is number => Number.isSafeInteger(value) && (value as number) > 0,
    teaches: 'a whole number from 1, for example 17',
  },
  text: {
    read: (typed) => (isText(typed.trim()) ? typed.trim() : null),
    is: (value): value is string => isText(value),
    teaches: `1 to ${LONGEST_TEXT} characters of UTF-8 text without control characters`,
  },
  file: {
    // The daemon works in another directory than the DJ, so what is sent is always absolute.
    read: (typed) => (isPath(typed) ? resolve(typed) : null),
    is: (value): value is string => isPath(value) && isAbsolute(value),
    teaches: 'the path of a file, readable for the user that runs karaoked',
  },
  duration: {
    read: readDuration,
    is: (value): value is number => Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= DAY_MS,
    teaches: 'a time up to 24h, for example 20m, 90s or 1h30m',
  },
};

const UNIT_MS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1_000 };

/** `1h30m`, `20m`, `90s` as milliseconds; null for anything else, 0 and more than a day. A bare number is refused: minutes or seconds? */
export function readDuration(typed: string): number | null {
  if (!/^(?:\d{1,5}[hms])+$/.test(typed)) return null;
  const parts = [...typed.matchAll(/(\d+)([hms])/g)];
  const units = parts.map(([, , unit]) => unit).join('');
  if (!'hms'.includes(units) && units !== 'hs') return null;
  const ms = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit ?? ''] ?? 0), 0);
  return ms > 0 && ms <= DAY_MS ? ms : null;
}

// U+FFFD is what bytes become that were not UTF-8; storing it would make a name that nobody can type again.
const UNTYPEABLE = /[\p{Cc}\p{Zl}\p{Zp}\ufffd]/u;

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT && !UNTYPEABLE.test(value);
}

function isPath(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value !== '' &&
    value.length <= LONGEST_FILE &&
    !value.includes('\0') &&
    !value.includes('\ufffd')
  );
}
