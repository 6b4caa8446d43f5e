/**
 * Every setting: its type, default, meaning, and whether a reload applies it. One table; the file format, environment
 * names, `--check-config` and docs/operations.md are derived from it. Only the supervisor imports this at run time
 * (zod costs memory); children are handed the resolved Config and import the type.
 */
import { z } from 'zod';
import { readCommand } from './command.ts';

/** One setting. `live`: a reload (SIGHUP) applies it; otherwise it needs a restart. */
interface Setting<T extends z.ZodType> {
  readonly type: T;
  readonly default: z.output<T>;
  readonly live: boolean;
  readonly what: string;
}

const setting = <T extends z.ZodType>(type: T, fallback: z.output<T>, live: boolean, what: string): Setting<T> => ({
  type,
  default: fallback,
  live,
  what,
});

const port = z.number().int().min(0).max(65_535);
const count = z.number().int().min(1);
const seconds = z.number().min(0);
const said = z.union([z.string(), z.array(z.string())], { error: 'must be a text or a list of texts' });
const command = said.transform((words, context): readonly string[] => {
  const read = readCommand(words);
  if (read.ok) return read.words;
  context.addIssue(read.why);
  return z.NEVER;
});

export const SETTINGS = {
  var: setting(
    z.string(),
    '',
    false,
    'where the database, now_playing, logs and run files live; empty: var/ of the checkout',
  ),
  catalogue: setting(
    z.string(),
    '',
    false,
    'a CSV catalogue imported at every start, at no cost when it has not changed; empty: none',
  ),
  'tcp.host': setting(z.string().min(1), '::', false, 'the address guests connect to, numeric; :: is both families'),
  'tcp.port': setting(port, 8080, false, "the guests' port; 0 takes a free one"),
  'web.port': setting(
    z.union([port, z.literal('off')], { error: 'must be a port (0 takes a free one) or off' }),
    8081,
    false,
    'the port of the guest page and the stage page; 0 takes a free one, off: no pages',
  ),
  'web.host': setting(z.string(), '', false, 'the address the pages are served on; empty: that of tcp.host'),
  'web.url': setting(
    z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'must be an address like http://karaoke.local/' })]),
    '',
    true,
    "where guests' phones find the page, for the QR code; empty: as the stage page was opened, or this machine's address",
  ),
  'web.connections': setting(count, 5_000, false, 'open pages in all; beyond that guests hear 421 FULL'),
  'control.group': setting(
    z.string(),
    '',
    false,
    'a group whose members may be DJ; empty: only the user that runs karaoked',
  ),
  'log.level': setting(
    z.enum(['debug', 'info', 'warn', 'error']),
    'info',
    true,
    'the least important lines that are logged',
  ),
  'party.name': setting(
    z.string().min(1).max(80),
    'Karaoke night',
    false,
    'the name of a party that this start begins',
  ),
  'party.staleHours': setting(
    z.number().min(0),
    8,
    false,
    'a party without a sign of life for so many hours has ended',
  ),
  'session.processes': setting(count, 32, false, 'connections that get a process of their own; beyond that they share'),
  'session.spare': setting(count, 4, false, 'idle session processes kept ready, so that a guest does not wait for one'),
  'session.connections': setting(count, 10_000, false, 'connections in all; beyond that guests hear 421 FULL'),
  'session.idleSeconds': setting(
    seconds,
    3600,
    true,
    'a connection that never said anything ends after so many seconds',
  ),
  'queue.perGuest': setting(count, 3, true, 'waiting entries of one guest'),
  'queue.graceSeconds': setting(
    seconds,
    300,
    true,
    'how long a guest whose connection was lost still counts as present',
  ),
  'wish.perGuest': setting(count, 100, true, 'open wishes of one guest'),
  'library.rescanMinutes': setting(
    z.number().min(1).max(100_000),
    60,
    true,
    'how often all library folders are scanned, watched or not; disks that come and go are noticed then',
  ),
  'fetch.command': setting(
    command,
    [],
    true,
    'a program with its arguments (a text split at blanks, or a list) that brings a missing song; empty: off',
  ),
  'fetch.when': setting(
    z.enum(['wanted', 'asked']),
    'wanted',
    true,
    'which missing songs it is run for: all of them by themselves, or those that the DJ names with karaokectl fetch',
  ),
  'fetch.timeoutSeconds': setting(z.number().positive().max(86_400), 600, true, 'how long the program may take'),
  'fetch.folder': setting(z.string(), '', true, 'where what it brings is kept; empty: fetched/ in the var directory'),
  'player.output': setting(z.enum(['clock']), 'clock', false, 'clock keeps the time and makes no sound'),
  'player.gapSeconds': setting(seconds, 15, true, 'the gap before a song, for the singer to come to the stage'),
  'player.songSeconds': setting(z.number().positive(), 240, true, 'how long a song of unknown duration lasts'),
  'player.onRequest': setting(
    z.enum(['finish', 'fade', 'cut']),
    'finish',
    true,
    'a random song when somebody asks for one: plays to its end, is over in five seconds, or at once',
  ),
  'player.randomFrom': setting(
    z.string(),
    '',
    true,
    'a folder of the library, or one in it, that random songs come from; empty: the whole library',
  ),
  'player.everyMinutes': setting(
    z.number().positive().nullable(),
    null,
    true,
    'every turn takes exactly so many minutes; unset: a song lasts its duration',
  ),
} as const;

export type SettingName = keyof typeof SETTINGS;

/** The effective configuration: every setting under its dotted name, with its type. Plain data, sent to every child. */
export type Config = { readonly [K in SettingName]: z.output<(typeof SETTINGS)[K]['type']> };
