/** A line of text to what was asked, by the table in commands.ts. What cannot be read is a refusal that names the remedy. */
import { COMMANDS, OPTIONS, commandCalled, optionsOf, usage } from './commands.ts';
import type { AnyAsked, CommandName, OptionName, Rests } from './commands.ts';
import { LIMITS } from './limits.ts';
import { takeOptions } from './options.ts';
import { Refused } from './refused.ts';
import { err } from './reply.ts';
import type { Err } from './reply.ts';
import { didYouMean, quoted } from './spelling.ts';

export type Parsed =
  | { readonly is: 'asked'; readonly tag: string | null; readonly asked: AnyAsked }
  | { readonly is: 'refused'; readonly tag: string | null; readonly reply: Err };

const TAG = new RegExp(`^#([A-Za-z0-9_-]{1,${LIMITS.tagLetters.value}})$`);

/** Reads a line that is not blank. Nothing of it is trusted, nothing is looked up. */
export function parseLine(line: string): Parsed {
  const [first, afterFirst] = takeWord(line);
  const tag = TAG.exec(first)?.[1] ?? null;
  try {
    if (first.startsWith('#') && tag === null) {
      throw new Refused(err(500, `a tag is # and 1 to ${LIMITS.tagLetters.value} letters, digits, - or _`));
    }
    const [word, rest] = tag === null ? [first, afterFirst] : takeWord(afterFirst);
    if (word === '') throw new Refused(err(500, 'a command belongs after the tag'));
    return { is: 'asked', tag, asked: readCommand(tag, word, rest) };
  } catch (error) {
    if (error instanceof Refused) return { is: 'refused', tag, reply: error.reply };
    throw error;
  }
}

function readCommand(tag: string | null, word: string, text: string): AnyAsked {
  const command = commandCalled(word);
  if (!command) throw new Refused(err(502, `${quoted(word)} is no command${didYouMean(word) || '; HELP lists them'}`));
  const { values, rest } = takeOptions(text, optionsOf(command));
  const options = Object.fromEntries(
    optionsOf(command).map((name) => [name, values.has(name) ? optionValue(name, values.get(name) ?? '') : null]),
  );
  const asked = { command, tag, options, rest: RESTS[COMMANDS[command].rest](rest, command) };
  // The table has checked each part; that they belong together is what no type of TypeScript can follow through a loop.
  return asked as unknown as AnyAsked;
}

/** How each kind of rest is read. A kind without a reader does not compile. */
const RESTS: { readonly [R in keyof Rests]: (text: string, command: CommandName) => Rests[R] } = {
  nothing: (text, command) => {
    if (text !== '')
      throw new Refused(err(501, `${command} takes no text, and ${quoted(text)} is some. ${say(command)}`));
    return null;
  },
  words: required,
  'words or nothing': (text) => (text === '' ? null : text),
  'song id or words': (text, command) => {
    const asked = required(text, command);
    return /^\d+$/.test(asked) ? { songId: wholeNumber('song id', asked) } : { text: asked };
  },
  id: (text, command) => {
    const argument = COMMANDS[command].argument.replaceAll(/[<>]/g, '');
    if (!/^\d+$/.test(text)) throw new Refused(err(501, `${argument} is a number. ${say(command)}`));
    return wholeNumber(argument, text);
  },
  'two ids': (text, command) => {
    const [, id = '', otherId = ''] = /^(\d+)[ \t]+(\d+)$/.exec(text) ?? [];
    if (id === '') throw new Refused(err(501, `${command} takes two queue ids; MINE lists yours. ${say(command)}`));
    const ids = { id: wholeNumber('queue id', id), otherId: wholeNumber('queue id', otherId) };
    if (ids.id === ids.otherId) throw new Refused(err(501, `queue id: ${ids.id} is there twice. ${say(command)}`));
    return ids;
  },
  watch: (text, command) => oneOf(['all', 'mine', 'none'], text, command),
  mode: (text, command) => oneOf(['text', 'json'], text, command),
};

function required(text: string, command: CommandName): string {
  if (text === '') throw new Refused(err(501, `${COMMANDS[command].argument} is missing. ${say(command)}`));
  return text;
}

function oneOf<T extends string>(choices: readonly T[], text: string, command: CommandName): T {
  const chosen = choices.find((choice) => choice === text.toLowerCase());
  if (chosen === undefined) {
    throw new Refused(err(501, `${command.toLowerCase()} is one of ${choices.join(', ')}. ${say(command)}`));
  }
  return chosen;
}

function optionValue(name: OptionName, value: string): number | string {
  const { type, least, most } = OPTIONS[name];
  if (type === 'text') {
    if (value.length >= least && value.length <= most) return value;
    throw new Refused(err(501, `${name} has ${least} to ${most} characters`));
  }
  const number = /^\d{1,15}$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  throw new Refused(err(501, `${name} is a whole number from ${least} to ${most}`));
}

/** Ids beyond what a number holds exactly would name another row. */
function wholeNumber(argument: string, digits: string): number {
  const number = Number(digits);
  if (!Number.isSafeInteger(number)) throw new Refused(err(501, `${argument} is a number of at most 15 digits`));
  return number;
}

/** The first word and what follows it, without the blanks around either. */
function takeWord(text: string): readonly [string, string] {
  const trimmed = text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
  const end = trimmed.search(/[ \t]/);
  return end < 0 ? [trimmed, ''] : [trimmed.slice(0, end), trimmed.slice(end).replace(/^[ \t]+/, '')];
}

const say = (command: CommandName): string => `Say: ${usage(command)}`;
