/** karaokectl's command line, made from the table of verbs: commands, help, and what is said about a wrong argument. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { beside, EVERYWHERE } from '../dj/everywhere.ts';
import { KINDS } from '../dj/kinds.ts';
import type { KindName } from '../dj/kinds.ts';
import { flag, usage } from '../dj/usage.ts';
import { verbNames, verbTable } from '../dj/verbs.ts';
import type { Verb } from '../dj/verbs.ts';
import { NAMINGS } from '../party/naming.ts';

/** What somebody typed, understood. */
export interface Typed {
  readonly verb: Verb;
  readonly given: Readonly<Record<string, string | number | null>>;
}

/** What goes with every verb. */
export interface Everywhere {
  readonly json?: true;
  /** Seconds. */
  readonly timeout?: number;
  readonly var?: string;
  /** Without a verb: the menu, not the console. */
  readonly plain?: true;
}

const GROUPS = {
  party: 'Party:',
  player: 'Player:',
  line: 'The line:',
  songs: 'Songs:',
  missing: 'Missing songs:',
  guests: 'Guests:',
  records: 'Records:',
  care: 'Care:',
} as const;

interface Building {
  readonly version: string;
  /** Hears everything that is meant for stderr. */
  readonly complain: (text: string) => void;
  /** Hears help that was asked for; without it, stdout does. */
  readonly tell?: (text: string) => void;
  /** Called with what was typed. */
  readonly choose: (typed: Typed) => void;
}

/** Builds the program. Parsing throws CommanderError instead of ending the process, also for `--help`. */
export function buildProgram({ version, complain, tell, choose }: Building): Command {
  const program = new Command('karaokectl')
    .description("The DJ's program: talks to the karaoked of this machine. Alone on a terminal it is the DJ's console.")
    .option(beside('json'), EVERYWHERE.json.about)
    .addOption(new Option(beside('timeout'), EVERYWHERE.timeout.about).argParser(readSeconds))
    .option(beside('var'), EVERYWHERE.var.about)
    .option(beside('plain'), EVERYWHERE.plain.about)
    .version(version, `-V, ${beside('version')}`, EVERYWHERE.version.about)
    .helpOption(`-h, ${beside('help')}`, EVERYWHERE.help.about)
    .exitOverride()
    .showHelpAfterError('(karaokectl help shows all commands)')
    .configureHelp({ subcommandTerm: term })
    .configureOutput({ writeErr: complain, ...(tell ? { writeOut: tell } : {}) });
  const parents = new Map<string, Command>();
  for (const verb of verbNames) {
    const words = verb.split(' ');
    const name = words.pop() ?? verb;
    const parentName = words.join(' ');
    const parent = parentName === '' ? program : (parents.get(parentName) ?? program.command(parentName));
    if (parent !== program && !parents.has(parentName)) {
      parents.set(parentName, parent);
      const own = verbNames
        .filter((each) => each.startsWith(`${parentName} `))
        .map((each) => usage(each).slice(parentName.length + 1));
      parent.description(own.join(' | ')).helpCommand(false).helpGroup(GROUPS[verbTable[verb].group]);
    }
    addVerb(parent.command(name), verb, choose);
  }
  return program;
}

function addVerb(command: Command, verb: Verb, choose: (typed: Typed) => void): void {
  const { args, options, help, group } = verbTable[verb];
  command.description(help).helpGroup(GROUPS[group]);
  const names = Object.keys(args);
  for (const [name, { kind, need, help: about }] of Object.entries(args)) {
    const rest = kind === 'text' && name === names.at(-1) ? '...' : '';
    const argument = new Argument(need === 'required' ? `<${name}${rest}>` : `[${name}${rest}]`, about);
    // The words of a variadic argument come one by one; they are read together, below.
    command.addArgument(rest === '' ? argument.argParser((typed: string) => read(kind, typed)) : argument);
  }
  const flags = Object.entries(options).map(([name, { kind, need, help: about }]) => {
    const option = new Option(flag(name, kind), about).makeOptionMandatory(need === 'required');
    command.addOption(kind === 'flag' ? option.preset('yes') : option.argParser((typed: string) => read(kind, typed)));
    if (kind === 'naming') command.addHelpText('after', namings(name));
    return { name, key: option.attributeName() };
  });
  command.action((...typed: unknown[]) => {
    const given: Record<string, string | number | null> = {};
    names.forEach((name, at) => {
      given[name] = together(command, name, typed[at]);
    });
    const said = command.opts<Record<string, string | number | undefined>>();
    for (const { name, key } of flags) given[name] = said[key] ?? null;
    choose({ verb, given });
  });
}

/** The naming orders, each with what it understands: nobody knows them by heart. */
function namings(option: string): string {
  const names = Object.keys(NAMINGS);
  const widest = Math.max(...names.map((name) => name.length));
  const lines = Object.entries(NAMINGS).map(([name, about]) => `  ${name.padEnd(widest)}  ${about}`);
  return ['', `--${option}:`, ...lines].join('\n');
}

function read(kind: KindName, typed: string): string | number {
  const value = KINDS[kind].read(typed);
  if (value === null) throw new InvalidArgumentError(`It must be ${KINDS[kind].teaches}.`);
  return value;
}

function together(command: Command, name: string, typed: unknown): string | number | null {
  if (Array.isArray(typed) && typed.length === 0) return null;
  if (!Array.isArray(typed)) return (typed as string | number | undefined) ?? null;
  const value = KINDS.text.read(typed.join(' '));
  if (value === null) command.error(`error: <${name}> must be ${KINDS.text.teaches}.`);
  return value;
}

function readSeconds(typed: string): number {
  const seconds = Number(typed);
  if (!(seconds > 0 && seconds <= 86_400)) throw new InvalidArgumentError('It must be seconds, for example 5 or 0.5.');
  return seconds;
}

/** A line of the help: the usage from the table, so that `party` shows itself with its verbs' own words. */
function term(command: Command): string {
  // commander's own help command has no parent.
  const parent = command.parent?.name() ?? 'karaokectl';
  const name = parent === 'karaokectl' ? command.name() : `${parent} ${command.name()}`;
  return name in verbTable ? usage(name as Verb) : name;
}
