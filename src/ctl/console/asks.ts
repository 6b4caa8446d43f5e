/** What an action asks for before it is done, a line each. */
import { emptyField } from './field.ts';
import type { Field } from './field.ts';

export type AskName =
  | 'name'
  | 'partner'
  | 'song'
  | 'wish-song'
  | 'place'
  | 'reason'
  | 'why-out'
  | 'sentence'
  | 'minutes'
  | 'time'
  | 'party'
  | 'file'
  | 'export'
  | 'words'
  | 'command';

export interface Ask {
  readonly what: AskName;
  /** What stands there already. */
  readonly field: Field;
  /** Whether nothing may be answered. */
  readonly need: 'required' | 'optional';
}

export function ask(what: AskName, field: Field = emptyField): Ask {
  return { what, field, need: 'required' };
}

export function maybe(what: AskName, field: Field = emptyField): Ask {
  return { what, field, need: 'optional' };
}

/** Whether songs are looked for while it is typed. */
export function findsSongs({ what }: Ask): boolean {
  return what === 'song' || what === 'wish-song';
}

/** Minutes, unless a unit was typed with them. */
export function minutes(typed: string): string {
  return /^\d+$/.test(typed) ? `${typed}m` : typed;
}

/** karaokectl says off; a Bulgarian console asks for its own word. */
export function closingTime(typed: string): string {
  return typed.toLowerCase() === 'няма' ? 'off' : typed;
}
