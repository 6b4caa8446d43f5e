/**
 * The DJ's language, in one table, a file for each group. karaokectl's commands, help, validation and menu, the answers
 * (answers.ts) and the printers are derived from it; a verb without an answer or a printer does not compile.
 */
import type { KindName, Values } from './kinds.ts';
import { careVerbs } from './verbs/care.ts';
import { guestsVerbs } from './verbs/guests.ts';
import { lineVerbs } from './verbs/line.ts';
import { missingVerbs } from './verbs/missing.ts';
import { partyVerbs } from './verbs/party.ts';
import { playerVerbs } from './verbs/player.ts';
import { recordsVerbs } from './verbs/records.ts';
import { songsVerbs } from './verbs/songs.ts';
import type { VerbSpec } from './verbs/spec.ts';

export { PAGE_ROWS } from './verbs/spec.ts';

const VERBS = {
  ...partyVerbs,
  ...playerVerbs,
  ...lineVerbs,
  ...songsVerbs,
  ...missingVerbs,
  ...guestsVerbs,
  ...recordsVerbs,
  ...careVerbs,
} as const;

export type Verb = keyof typeof VERBS;

type ValueOf<A> = A extends { readonly kind: infer K extends KindName; readonly need: infer N }
  ? N extends 'required'
    ? Values[K]
    : Values[K] | null
  : never;

type Read<Arguments> = { readonly [A in keyof Arguments]: ValueOf<Arguments[A]> };

/** What is given with a verb: a value for each argument and option, null for what was left out. */
export type Given<V extends Verb> = Read<(typeof VERBS)[V]['args']> & Read<(typeof VERBS)[V]['options']>;

/** The same table without its literal types, for code that treats all verbs alike. */
export const verbTable: Readonly<Record<Verb, VerbSpec>> = VERBS;

export const verbNames = Object.keys(VERBS) as readonly Verb[];

/** Whether somebody named a verb; own keys only, so that `constructor` is none. */
export function isVerb(name: unknown): name is Verb {
  return typeof name === 'string' && Object.hasOwn(VERBS, name);
}
