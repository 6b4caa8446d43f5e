/** karaokectl alone on a terminal that shows no console: a plain numbered menu, made from the table of verbs. */
import { verbNames, verbTable } from '../dj/verbs.ts';
import type { Verb } from '../dj/verbs.ts';
import type { MenuWords } from './menu_words.ts';
import type { Typed } from './program.ts';

export interface MenuTerminal {
  /** What was typed, or null when the input is over (EOF, Ctrl-C). */
  ask(prompt: string): Promise<string | null>;
  print(lines: readonly string[]): void;
}

/** How words typed after a number are understood: as on the command line, or a sentence that says what was wrong with them. */
export type Understand = (words: readonly string[]) => Typed | string;

/** What the owner of the house asked for stands first, in that order. */
const OWNERS: readonly Verb[] = ['party start', 'party end', 'songs', 'queue', 'missing', 'guests'];
const OTHERS = verbNames.filter((verb) => verbTable[verb].menu !== undefined && !OWNERS.includes(verb));
export const menuVerbs: readonly Verb[] = [...OWNERS, ...OTHERS];

/** The keys of the console for the same (console/actions.ts): whoever knows those knows these, and sentences may name them. */
export const LETTERS: Partial<Readonly<Record<Verb, string>>> = {
  'party start': 'P',
  'party end': 'E',
  'party closing': 'C',
  stop: 'X',
  skip: 's',
  add: 'a',
  undo: 'u',
  say: 't',
  status: 'i',
};

/**
 * Shows the menu until somebody quits; after what was done only a prompt, so that the menu pushes no answer out of sight.
 * `perform` prints what came of a verb. A number alone asks only for what its verb needs, so that "All songs" shows them at
 * once; what else the verb takes is typed after the number.
 */
export async function runMenu(
  terminal: MenuTerminal,
  words: MenuWords,
  understand: Understand,
  perform: (typed: Typed) => Promise<void>,
): Promise<void> {
  let prompt: string | null = null;
  for (;;) {
    if (prompt === null) terminal.print(menuLines(words));
    const typed: string = (await terminal.ask(prompt ?? '> ')) ?? '0';
    const [choice = '', ...more] = typed.trim().split(/\s+/);
    if (/^(?:0|q|quit)$/i.test(choice)) return;
    prompt = choice === '' ? null : words.prompt;
    if (choice === '') continue;
    const verb = verbOf(choice);
    if (verb === null) terminal.print([words.wrong(menuVerbs.length)]);
    else {
      const whole = await complete(terminal, words, verb, more, understand);
      if (whole) await perform(whole);
    }
  }
}

function menuLines(words: MenuWords): readonly string[] {
  const lines = menuVerbs.map((verb, at) => {
    const letter = LETTERS[verb];
    return line(at + 1, letter === undefined ? words.label(verb) : `${words.label(verb)} (${letter})`);
  });
  return [
    '',
    ...lines.slice(0, OWNERS.length),
    '',
    ...lines.slice(OWNERS.length),
    line(0, `${words.quit} (q)`),
    words.hint(numberOf('songs'), numberOf('party start')),
  ];
}

function line(number: number, label: string): string {
  return `${String(number).padStart(2)}  ${label}`;
}

function numberOf(verb: Verb): number {
  return menuVerbs.indexOf(verb) + 1;
}

function verbOf(choice: string): Verb | null {
  if (/^\d+$/.test(choice)) return menuVerbs[Number(choice) - 1] ?? null;
  return menuVerbs.find((verb) => LETTERS[verb] === choice) ?? null;
}

/** The verb with all it needs; null when somebody thought better of it, or was told what was wrong. */
async function complete(
  terminal: MenuTerminal,
  words: MenuWords,
  verb: Verb,
  more: readonly string[],
  understand: Understand,
): Promise<Typed | null> {
  const sure = words.sure(verb);
  if (sure !== null && !/^(?:y(?:es)?|да?)$/i.test((await terminal.ask(sure))?.trim() ?? '')) {
    terminal.print([words.notDone]);
    return null;
  }
  const { args, options } = verbTable[verb];
  const given: { readonly options: string[]; readonly args: string[] } = { options: [], args: [] };
  for (const [kind, table] of more.length === 0
    ? ([
        ['options', options],
        ['args', args],
      ] as const)
    : []) {
    for (const [name, { need }] of Object.entries(table)) {
      if (need === 'optional') continue;
      const typed = (await terminal.ask(words.ask(verb, name)))?.trim() ?? '';
      if (typed === '') {
        terminal.print([words.notDone]);
        return null;
      }
      given[kind].push(kind === 'options' ? `--${name}=${typed}` : typed);
    }
  }
  // After -- nothing is an option: a sentence may begin with a dash.
  const typed = understand([...verb.split(' '), ...more, ...given.options, '--', ...given.args]);
  if (typeof typed !== 'string') return typed;
  terminal.print([typed]);
  return null;
}
