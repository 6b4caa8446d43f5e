/** What can stand where, as completion asks: after a verb, or after an option. */
import { NAMINGS } from '../../party/naming.ts';
import { EVERYWHERE } from '../everywhere.ts';
import type { EverywhereName } from '../everywhere.ts';
import { SHELLS } from '../kinds.ts';
import type { KindName } from '../kinds.ts';
import { verbNames, verbTable } from '../verbs.ts';
import type { Verb } from '../verbs.ts';
import type { Argument } from '../verbs/spec.ts';

/** Something that is typed. `guests`, `wishes` and `entries` are what karaoked has at this moment; it is asked, and briefly. */
export type Offer =
  | { readonly is: 'words'; readonly words: readonly string[] }
  | { readonly is: 'files' | 'folders' | 'guests' | 'wishes' | 'entries' | 'nothing' };

export interface OptionPlace {
  /** `--for`. */
  readonly flag: string;
  readonly about: string;
  /** null: it has no value. */
  readonly value: Offer | null;
}

/** One verb, and what follows it: a place for each argument, the last of which repeats when it is many words. */
export interface VerbPlace {
  readonly verb: Verb;
  readonly about: string;
  readonly args: readonly Offer[];
  readonly options: readonly OptionPlace[];
}

const NOTHING: Offer = { is: 'nothing' };
const words = (all: readonly string[]): Offer => ({ is: 'words', words: all });

const BY_KIND: Readonly<Record<KindName, Offer>> = {
  number: NOTHING,
  text: NOTHING,
  duration: words(['10m', '20m', '30m', '1h']),
  closing: words(['off']),
  file: { is: 'files' },
  'new-file': { is: 'files' },
  'song-or-file': { is: 'files' },
  folder: { is: 'folders' },
  'known-folder': { is: 'folders' },
  naming: words(Object.keys(NAMINGS)),
  flag: words(['yes']),
  'csv-or-json': words(['csv', 'json']),
  shell: words(SHELLS),
};

/** What some names mean wherever they stand; their kind alone says only that they are words or numbers. */
const BY_NAME: Readonly<Record<string, Offer>> = {
  guest: { is: 'guests' },
  for: { is: 'guests' },
  with: { is: 'guests' },
  wish: { is: 'wishes' },
  id: { is: 'entries' },
};

const offerFor = (name: string, { kind }: Argument): Offer => BY_NAME[name] ?? BY_KIND[kind];

export const places: readonly VerbPlace[] = verbNames.map((verb) => {
  const { args, options, help } = verbTable[verb];
  return {
    verb,
    about: help,
    args: Object.entries(args).map(([name, argument]) => offerFor(name, argument)),
    options: Object.entries(options).map(([name, option]) => ({
      flag: `--${name}`,
      about: option.help,
      value: option.kind === 'flag' ? null : offerFor(name, option),
    })),
  };
});

const BY_VALUE: Readonly<Record<NonNullable<(typeof EVERYWHERE)[EverywhereName]['value']>, Offer>> = {
  s: NOTHING,
  dir: { is: 'folders' },
};

/** Options of karaokectl itself: what goes with every verb, and what can stand where no verb is yet. */
export const withVerb: readonly OptionPlace[] = besides('with every verb');
export const withoutVerb: readonly OptionPlace[] = besides('alone');

function besides(where: (typeof EVERYWHERE)[EverywhereName]['goes']): readonly OptionPlace[] {
  return Object.entries(EVERYWHERE)
    .filter(([, { goes }]) => goes === where)
    .map(([name, { about, value }]) => ({ flag: `--${name}`, about, value: value === null ? null : BY_VALUE[value] }));
}

/** First words of verbs, and `help`: what can stand right after karaokectl. */
export const firstWords: readonly string[] = [
  ...new Set([...verbNames.map((verb) => verb.split(' ')[0] ?? verb), 'help']),
];

/** `party` has `start` and `end`. */
export const secondWords: readonly (readonly [first: string, second: readonly string[]])[] = firstWords.flatMap(
  (first) => {
    const second = verbNames.filter((verb) => verb.startsWith(`${first} `)).map((verb) => verb.slice(first.length + 1));
    return second.length === 0 ? [] : [[first, second] as const];
  },
);
