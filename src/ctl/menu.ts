/** karaokectl alone on a terminal: a plain numbered menu, made from the table of verbs. */
import { verbNames, verbTable } from '../dj/verbs.ts';
import type { Verb } from '../dj/verbs.ts';
import type { Typed } from './program.ts';

export interface MenuTerminal {
  /** What was typed, or null when the input is over (EOF, Ctrl-C). */
  ask(prompt: string): Promise<string | null>;
  print(lines: readonly string[]): void;
}

/** How words typed after a number are understood: as on the command line, or a sentence that says what was wrong with them. */
export type Understand = (words: readonly string[]) => Typed | string;

const entries = verbNames.filter((verb) => verbTable[verb].menu !== undefined);

/**
 * Shows the menu until somebody quits. `perform` prints what came of a verb. A number alone asks only for what its verb
 * needs, so that "All songs" shows them at once; what else the verb takes is typed after the number.
 */
export async function runMenu(
  terminal: MenuTerminal,
  understand: Understand,
  perform: (typed: Typed) => Promise<void>,
): Promise<void> {
  for (;;) {
    terminal.print([
      '',
      ...entries.map((verb, at) => line(at + 1, verbTable[verb].menu?.label ?? verb)),
      line(0, 'Quit'),
      `Words may follow the number: ${numberOf('songs')} abba, ${numberOf('songs')} --page 2, ${numberOf('party start')} My party`,
    ]);
    const [choice = '', ...words] = ((await terminal.ask('> ')) ?? '0').trim().split(/\s+/);
    if (/^(?:0|q|quit)$/i.test(choice)) return;
    const verb = /^\d+$/.test(choice) ? entries[Number(choice) - 1] : undefined;
    if (verb !== undefined) {
      const typed = await complete(terminal, verb, words, understand);
      if (typed) await perform(typed);
    } else if (choice !== '') {
      terminal.print([`Type a number from 0 to ${entries.length}.`]);
    }
  }
}

function line(number: number, label: string): string {
  return `${String(number).padStart(2)}  ${label}`;
}

function numberOf(verb: Verb): number {
  return entries.indexOf(verb) + 1;
}

/** The verb with all it needs; null when somebody thought better of it, or was told what was wrong. */
async function complete(
  terminal: MenuTerminal,
  verb: Verb,
  words: readonly string[],
  understand: Understand,
): Promise<Typed | null> {
  const { args, menu } = verbTable[verb];
  if (menu?.sure !== undefined && !/^y(?:es)?$/i.test((await terminal.ask(`${menu.sure} (y/N) `))?.trim() ?? ''))
    return null;
  const asked: string[] = [];
  for (const [name, { need, help }] of words.length === 0 ? Object.entries(args) : []) {
    if (need === 'optional') continue;
    const typed = (await terminal.ask(`${name} (${help}): `))?.trim() ?? '';
    if (typed === '') return null;
    asked.push(typed);
  }
  // After -- nothing is an option: a sentence may begin with a dash.
  const typed = understand([...verb.split(' '), ...words, '--', ...asked]);
  if (typeof typed !== 'string') return typed;
  terminal.print([typed]);
  return null;
}
