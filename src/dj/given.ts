/** Checks what came with a verb over a wire: nobody is believed, and a wrong argument is named. */
import { KINDS } from './kinds.ts';
import { refusal } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { usage } from './usage.ts';
import { verbTable } from './verbs.ts';
import type { Given, Verb } from './verbs.ts';

/** The arguments of `verb`, complete and of the right kinds; otherwise the refusal that names the wrong one. */
export function readGiven<V extends Verb>(
  verb: V,
  raw: Readonly<Record<string, unknown>>,
): { readonly ok: true; readonly given: Given<V> } | Refusal {
  const wanted = { ...verbTable[verb].args, ...verbTable[verb].options };
  const stranger = Object.keys(raw).find((name) => !Object.hasOwn(wanted, name));
  if (stranger !== undefined) {
    return refusal('usage', `"${verb}" has no argument "${stranger.slice(0, 40)}". Usage: ${usage(verb)}`);
  }
  const given: Record<string, unknown> = {};
  for (const [name, { kind, need }] of Object.entries(wanted)) {
    const value = raw[name] ?? null;
    if (value === null ? need === 'required' : !KINDS[kind].is(value)) {
      return refusal('usage', `<${name}> of "${verb}" must be ${KINDS[kind].teaches}. Usage: ${usage(verb)}`);
    }
    given[name] = value;
  }
  // Every argument of the table has been checked against its kind just above; the compiler cannot follow the loop.
  return { ok: true, given: given as Given<V> };
}
