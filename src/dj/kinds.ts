/**
 * What an argument of a verb can be: how it is read from what somebody typed, and how a value that came over a wire is
 * recognised. Both ends use this table, so the terminal refuses early and the daemon believes nobody.
 */
import { isAbsolute, resolve } from 'node:path';
import { NAMINGS } from '../party/naming.ts';
import { readTimeOfDay } from '../party/clock.ts';
import type { Naming } from '../party/naming.ts';

/** The values that arguments have once they are read. */
export interface Values {
  /** A positive whole number: of an entry, a wish, a song, a page. */
  readonly number: number;
  /** A sentence, a name, a song as typed; blanks trimmed. */
  readonly text: string;
  /** An absolute path. */
  readonly file: string;
  /** An absolute path at which nothing lies yet. */
  readonly 'new-file': string;
  /** Milliseconds. */
  readonly duration: number;
  /** A time of day, `23:30`, or `off`. */
  readonly closing: string;
  /** An absolute path; whether a folder is there is seen by the daemon. */
  readonly folder: string;
  /** A folder of the library: its number, or its absolute path. */
  readonly 'known-folder': number | string;
  /** The number of a song, or the absolute path of a file that is one. */
  readonly 'song-or-file': number | string;
  readonly naming: Naming;
  /** An option without a value: it was said. */
  readonly flag: 'yes';
  /** How records are written. */
  readonly 'csv-or-json': 'csv' | 'json';
  readonly shell: Shell;
}

export type KindName = keyof Values;

interface Kind<T> {
  /** Reads what was typed; null when it is not one. */
  read(typed: string): T | null;
  is(value: unknown): value is T;
  /** What to type, for the refusal: `<wish> is …`. */
  readonly teaches: string;
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const LONGEST_TEXT = 500;
const LONGEST_FILE = 4_096;
const DAY_MS = 86_400_000;

export const KINDS: { readonly [K in KindName]: Kind<Values[K]> } = {
  number: {
    read: readNumber,
    is: isNumber,
    teaches: 'a whole number from 1, for example 17',
  },
  text: {
    read: (typed) => (isText(typed.trim()) ? typed.trim() : null),
    is: (value): value is string => isText(value),
    teaches: `1 to ${LONGEST_TEXT} characters of UTF-8 text without control characters`,
  },
  file: {
    read: readPath,
    is: isAbsolutePath,
    teaches: 'the path of a file, readable for the user that runs karaoked',
  },
  'new-file': {
    read: readPath,
    is: isAbsolutePath,
    teaches: 'the path of a file that is not there yet',
  },
  duration: {
    read: readDuration,
    is: (value): value is number => Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= DAY_MS,
    teaches: 'a time up to 24h, for example 20m, 90s or 1h30m',
  },
  closing: {
    read: (typed) => (isClosing(typed) ? typed : null),
    is: isClosing,
    teaches: 'a time of day, for example 23:30, or off',
  },
  folder: {
    read: readPath,
    is: isAbsolutePath,
    teaches: 'the path of a folder, readable for the user that runs karaoked',
  },
  'known-folder': {
    read: readNumberOrPath,
    is: isNumberOrPath,
    teaches: 'the number of a folder, as "library list" shows it, or its path',
  },
  'song-or-file': {
    read: readNumberOrPath,
    is: isNumberOrPath,
    teaches: 'the number of a song, or the path of a file (./17 for a file called 17)',
  },
  naming: {
    read: (typed) => (isNaming(typed) ? typed : null),
    is: isNaming,
    teaches: `one of ${Object.keys(NAMINGS).join(', ')}`,
  },
  flag: {
    read: (typed) => (typed === 'yes' ? typed : null),
    is: (value) => value === 'yes',
    teaches: 'given without a value',
  },
  'csv-or-json': {
    read: (typed) => (typed === 'csv' || typed === 'json' ? typed : null),
    is: (value) => value === 'csv' || value === 'json',
    teaches: 'csv or json',
  },
  shell: {
    read: (typed) => SHELLS.find((shell) => shell === typed) ?? null,
    is: (value): value is Shell => SHELLS.some((shell) => shell === value),
    teaches: `one of ${SHELLS.join(', ')}`,
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

function readNumber(typed: string): number | null {
  return /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : null;
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** The daemon works in another directory than the DJ, so what is sent is always absolute. */
function readPath(typed: string): string | null {
  return isPath(typed) ? resolve(typed) : null;
}

/** In the one spelling that a path has: `/srv/music/` is no second folder. */
function isAbsolutePath(value: unknown): value is string {
  return isPath(value) && isAbsolute(value) && resolve(value) === value;
}

/** Digits are a number, also where a file of that name lies: files come and go, what is typed keeps its meaning. */
function readNumberOrPath(typed: string): number | string | null {
  return /^\d+$/.test(typed) ? readNumber(typed) : readPath(typed);
}

function isNumberOrPath(value: unknown): value is number | string {
  return isNumber(value) || isAbsolutePath(value);
}

function isNaming(value: unknown): value is Naming {
  return typeof value === 'string' && Object.hasOwn(NAMINGS, value);
}

function isClosing(value: unknown): value is string {
  return value === 'off' || (typeof value === 'string' && readTimeOfDay(value) !== null);
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
