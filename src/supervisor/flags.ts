/** The command line of karaoked. */
import { Command, CommanderError } from 'commander';
import type { SettingName } from '../config/schema.ts';

/** What the operator typed. */
export interface Flags {
  readonly settings: readonly { readonly name: SettingName; readonly flag: string; readonly value: string }[];
  readonly config: string | null;
  readonly party: 'default' | 'always' | 'never';
  readonly daemon: boolean;
  readonly checkConfig: boolean;
}

/** The command line asks for something that is not a party: help, the version, or a mistake; `code` is the exit code. */
export class Answered extends Error {
  override readonly name = 'Answered';
  readonly code: number;
  constructor(code: number) {
    super('answered');
    this.code = code;
  }
}

/** Flags that are settings: flag name, argument, setting, meaning. */
const SETTING_FLAGS: readonly (readonly [flag: string, argument: string, name: SettingName, what: string])[] = [
  ['--var', 'DIR', 'var', 'where the database, now_playing, logs and run files live'],
  ['--host', 'H', 'tcp.host', 'the address to listen on (default: ::, both families)'],
  ['--port', 'N', 'tcp.port', "the guests' port (default: 8080; 0 takes a free one)"],
  ['--web-port', 'N', 'web.port', 'the port of the guest page (default: 8081; 0 takes a free one, off: none)'],
  ['--catalogue', 'FILE.csv', 'catalogue', 'a catalogue to import; repeated at no cost'],
];

/** The flags, for reading them and for the manual. */
export function commandLine(version: string): Command {
  const program = new Command('karaoked')
    .description('The karaoke-party daemon. Guests join with nc, the DJ steers with karaokectl.')
    .version(`karaoked ${version}`, '--version', 'print the version')
    .option('--config <FILE>', 'the settings file (default: karaoked.toml in the var directory, if it is there)')
    .option('--party <NAME>', 'the name of the party; begins one even if the DJ has just ended one')
    .option('--no-party', 'begin none; the DJ does it with karaokectl party start')
    .option('--daemon', 'detach; return when the party is ready, log to var/log/karaoked.log')
    .option('--check-config', 'print every setting with its origin and exit')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => {
        write(text.replace(/^error: /, 'karaoked: '));
      },
    });
  for (const [flag, argument, , what] of SETTING_FLAGS) program.option(`${flag} <${argument}>`, what);
  return program;
}

/** Reads the arguments after the program's name. Throws Answered after it printed help, the version or what was wrong. */
export function readFlags(argv: readonly string[], version: string): Flags {
  const program = commandLine(version);
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw new Answered(error.exitCode === 0 ? 0 : 2);
    throw error;
  }
  const said = program.opts<Record<string, string | boolean | undefined>>();
  const settings = SETTING_FLAGS.flatMap(([flag, , name]) => {
    const value = said[camel(flag)];
    return typeof value === 'string' ? [{ name, flag, value }] : [];
  });
  const { party } = said;
  if (typeof party === 'string') settings.push({ name: 'party.name', flag: '--party', value: party });
  return {
    settings,
    config: typeof said['config'] === 'string' ? said['config'] : null,
    party: party === false ? 'never' : typeof party === 'string' ? 'always' : 'default',
    daemon: said['daemon'] === true,
    checkConfig: said['checkConfig'] === true,
  };
}

const camel = (flag: string): string =>
  flag.slice(2).replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
