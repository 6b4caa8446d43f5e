/** karaokectl alone on a terminal: a plain numbered menu, made from the table of verbs. */
import { KINDS } from '../dj/kinds.ts';
import { verbNames, verbTable } from '../dj/verbs.ts';
import type { Verb } from '../dj/verbs.ts';
import type { Typed } from './program.ts';

export interface MenuTerminal {
  /** What was typed, or null when the input is over (EOF, Ctrl-C). */
  ask(prompt: string): Promise<string | null>;
  print(lines: readonly string[]): void;
}

const entries = verbNames.filter((verb) => verbTable[verb].menu !== undefined);

/** Shows the menu until somebody quits. `perform` prints what came of a verb. */
export async function runMenu(terminal: MenuTerminal, perform: (typed: Typed) => Promise<void>): Promise<void> {
  for (;;) {
    terminal.print([
      '',
      ...entries.map((verb, at) => line(at + 1, verbTable[verb].menu?.label ?? verb)),
      line(0, 'Quit'),
    ]);
    const typed = await terminal.ask('> ');
    const choice = typed?.trim().toLowerCase() ?? '0';
    if (choice === '0' || choice === 'q' || choice === 'quit') return;
    const verb = /^\d+$/.test(choice) ? entries[Number(choice) - 1] : undefined;
    if (verb !== undefined) {
      const given = await askArguments(terminal, verb);
      if (given) await perform({ verb, given });
    } else if (choice !== '') {
      terminal.print([`Type a number from 0 to ${entries.length}.`]);
    }
  }
}

function line(number: number, label: string): string {
  return `${String(number).padStart(2)}  ${label}`;
}

/** Asks for each argument; an empty answer leaves an optional one out and takes a verb back that needs it. */
async function askArguments(terminal: MenuTerminal, verb: Verb): Promise<Typed['given'] | null> {
  const { args, menu } = verbTable[verb];
  if (menu?.sure !== undefined && (await terminal.ask(`${menu.sure} (y/N) `))?.trim().toLowerCase() !== 'y')
    return null;
  const given: Record<string, string | number | null> = {};
  for (const [name, { kind, need, help }] of Object.entries(args)) {
    const typed = (await terminal.ask(`${name} (${help}): `))?.trim() ?? null;
    if (typed === null || (typed === '' && need === 'required')) return null;
    const value = typed === '' ? null : KINDS[kind].read(typed);
    if (typed !== '' && value === null) {
      terminal.print([`It must be ${KINDS[kind].teaches}.`]);
      return null;
    }
    given[name] = value;
  }
  return given;
}
