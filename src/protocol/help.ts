/** HELP, from the table of commands. */
import { COMMANDS, COMMAND_NAMES, namesOf, usage } from './commands.ts';
import type { CommandName } from './commands.ts';
import type { Said } from './frame.ts';
import type { FieldsOf, ROW_SHAPES } from './shapes.ts';

/** One row for each command, or for the one asked about. */
export function helpRows(about: CommandName | null): readonly Said[] {
  return (about ? [about] : COMMAND_NAMES).map(helpRow);
}

function helpRow(command: CommandName): Said & { readonly fields: FieldsOf<(typeof ROW_SHAPES)['help row']> } {
  const [, ...aliases] = namesOf(command);
  const also = aliases.length > 0 ? ` (also ${aliases.join(', ')})` : '';
  const what = `${COMMANDS[command].what}${also}`;
  return { head: '', text: `${usage(command)}: ${what}`, fields: { command, usage: usage(command), what } };
}
