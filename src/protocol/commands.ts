/**
 * The guests' language, one table: grammar, usage, help, argument types and who may say it. The parser, HELP, "did you
 * mean", docs/protocol.md and the types of the answers are derived from it; a command without an answer does not compile.
 */
import { LIMITS } from './limits.ts';

/** What may stand after the options, and what an answer gets for it. */
export interface Rests {
  /** Text where none belongs is refused. */
  readonly nothing: null;
  readonly words: string;
  readonly 'words or nothing': string | null;
  /** Digits alone are an id, all else is text. */
  readonly 'song id or words': { readonly songId: number } | { readonly text: string };
  readonly id: number;
  /** Never the same id twice. */
  readonly 'two ids': { readonly id: number; readonly otherId: number };
  readonly watch: 'all' | 'mine' | 'none';
  readonly mode: 'text' | 'json';
}

/** `name=value` before the text; only those listed for a command are options there. */
export const OPTIONS = {
  page: { type: 'number', shown: 'page=n', least: 1, most: 1_000_000 },
  size: { type: 'number', shown: 'size=n', least: 1, most: LIMITS.largestPage.value },
  artist: { type: 'text', shown: 'artist=a', least: 1, most: 200 },
  key: { type: 'text', shown: 'key=k', least: 1, most: LIMITS.keyLetters.value },
  code: { type: 'text', shown: 'code=c', least: 1, most: 32 },
  with: { type: 'text', shown: 'with=name', least: 1, most: LIMITS.nameUnits.value },
} as const satisfies Readonly<Record<string, Option>>;

/** `least` and `most`: the value of a number, the length of a text. */
interface Option {
  readonly type: 'number' | 'text';
  readonly shown: string;
  readonly least: number;
  readonly most: number;
}

export type OptionName = keyof typeof OPTIONS;

interface Command {
  readonly aliases?: readonly string[];
  readonly options?: readonly OptionName[];
  readonly rest: keyof Rests;
  /** The argument as usage shows it and as a refusal names it; '' where there is none. */
  readonly argument: string;
  readonly what: string;
  /** Whether it needs to be known who speaks (530). */
  readonly needsName: boolean;
}

export const COMMANDS = {
  HELP: {
    rest: 'words or nothing',
    argument: '[command]',
    what: 'these lines, or those about one command',
    needsName: false,
  },
  HELLO: {
    options: ['key', 'code'],
    rest: 'words',
    argument: '<name> [code]',
    what: 'says who you are; the code comes with the first HELLO and proves it later',
    needsName: false,
  },
  REQUEST: {
    options: ['key', 'with'],
    rest: 'song id or words',
    argument: '<song id>, <artist> - <title> or <words>',
    what: 'puts a song into the line for you, or for you and whom you sing it with, or asks the DJ to find it',
    needsName: true,
  },
  WISH: {
    rest: 'words',
    argument: '<artist> - <title>',
    what: 'asks the DJ to find a song, even if something similar is here',
    needsName: true,
  },
  SEARCH: {
    options: ['page', 'size'],
    rest: 'words',
    argument: '<words>',
    what: 'finds songs by words of artist and title, in any order',
    needsName: false,
  },
  SONGS: {
    options: ['page', 'size', 'artist'],
    rest: 'nothing',
    argument: '',
    what: 'lists all songs, or those of an artist',
    needsName: false,
  },
  QUEUE: { options: ['page'], rest: 'nothing', argument: '', what: 'who sings what next, and when', needsName: false },
  MINE: {
    rest: 'nothing',
    argument: '',
    what: 'your places in the line, and the duets you are asked to',
    needsName: true,
  },
  WHY: { rest: 'id', argument: '<queue id>', what: 'why a song stands where it stands', needsName: false },
  CANCEL: { rest: 'id', argument: '<queue id>', what: 'takes one of your songs out of the line', needsName: true },
  SWAP: {
    rest: 'two ids',
    argument: '<queue id> <queue id>',
    what: 'exchanges the places of two of your songs; said again, exchanges them back',
    needsName: true,
  },
  AWAY: {
    rest: 'nothing',
    argument: '',
    what: 'keeps your places and does not call you, nor a duet with you, until you say BACK',
    needsName: true,
  },
  BACK: { rest: 'nothing', argument: '', what: 'you are here and may be called again', needsName: true },
  WISHES: {
    rest: 'nothing',
    argument: '',
    what: 'your wishes and what became of them, and songs you did not get to sing',
    needsName: true,
  },
  UNWISH: { rest: 'id', argument: '<wish id>', what: 'takes a wish back', needsName: true },
  HISTORY: {
    options: ['page'],
    rest: 'nothing',
    argument: '',
    what: 'what you sang, over all visits',
    needsName: true,
  },
  NOW: { rest: 'nothing', argument: '', what: 'what is playing, and who sings', needsName: false },
  WHO: { rest: 'nothing', argument: '', what: 'who is here, and who sings tonight', needsName: false },
  PARTY: { rest: 'nothing', argument: '', what: 'which party is on, since when and until when', needsName: false },
  WATCH: {
    rest: 'watch',
    argument: 'all|mine|none',
    what: 'what you hear unasked: everything, what is about you, or nothing',
    needsName: false,
  },
  MODE: { rest: 'mode', argument: 'text|json', what: 'how the server speaks after this answer', needsName: false },
  PING: { rest: 'nothing', argument: '', what: 'asks whether anybody is there', needsName: false },
  VERSION: { rest: 'nothing', argument: '', what: 'the language and the program', needsName: false },
  LEAVE: {
    aliases: ['QUIT', 'BYE', 'EXIT'],
    rest: 'nothing',
    argument: '',
    what: 'says goodbye; your place in the line is kept for a while',
    needsName: false,
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof COMMANDS;

type OptionsOf<C extends CommandName> = (typeof COMMANDS)[C] extends { readonly options: readonly (infer O)[] }
  ? O & OptionName
  : never;
type OptionValue<O extends OptionName> = (typeof OPTIONS)[O]['type'] extends 'number' ? number : string;

/** A command as it was said: its options (null: not given) and what came after them. */
export interface Asked<C extends CommandName = CommandName> {
  readonly command: C;
  readonly tag: string | null;
  readonly options: { readonly [O in OptionsOf<C>]: OptionValue<O> | null };
  readonly rest: Rests[(typeof COMMANDS)[C]['rest']];
}

/** Any command, told apart by `command`. */
export type AnyAsked = { readonly [C in CommandName]: Asked<C> }[CommandName];

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** The command of that name or alias, in any case. */
export function commandCalled(word: string): CommandName | null {
  return BY_NAME.get(word.toUpperCase()) ?? null;
}

/** A command's name and its aliases. */
export function namesOf(command: CommandName): readonly string[] {
  const { aliases }: Command = COMMANDS[command];
  return [command, ...(aliases ?? [])];
}

export function optionsOf(command: CommandName): readonly OptionName[] {
  const { options }: Command = COMMANDS[command];
  return options ?? [];
}

const BY_NAME: ReadonlyMap<string, CommandName> = new Map(
  COMMAND_NAMES.flatMap((command) => namesOf(command).map((name) => [name, command])),
);

/** `SEARCH [page=n] [size=n] <words>`. */
export function usage(command: CommandName): string {
  const options = optionsOf(command).map((option) => `[${OPTIONS[option].shown}]`);
  return [command, ...options, COMMANDS[command].argument].filter((part) => part !== '').join(' ');
}
