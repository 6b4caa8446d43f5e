/** `name=value` before the text. Values are bare or in double quotes, where \" and \\ are the only escapes. */
import { err } from './reply.ts';
import { Refused } from './refused.ts';

export interface Options<O extends string> {
  readonly values: ReadonlyMap<O, string>;
  /** What begins with the first word that is no option. */
  readonly rest: string;
}

/** Takes the options off the head of a text; `names` are those that this command has, anything else begins the text. */
export function takeOptions<O extends string>(text: string, names: readonly O[]): Options<O> {
  const values = new Map<O, string>();
  let rest = text;
  for (;;) {
    const name = names.find((each) => rest.startsWith(`${each}=`));
    if (name === undefined) return { values, rest };
    if (values.has(name)) throw new Refused(err(501, `${name} was given twice`));
    const taken = takeValue(name, rest.slice(name.length + 1));
    values.set(name, taken.value);
    rest = taken.rest.replace(/^[ \t]+/, '');
  }
}

function takeValue(name: string, text: string): { readonly value: string; readonly rest: string } {
  if (!text.startsWith('"')) {
    const value = /^[^ \t]*/.exec(text)?.[0] ?? '';
    return { value, rest: text.slice(value.length) };
  }
  const closed = /^"((?:[^"\\]|\\["\\])*)"(?=[ \t]|$)/.exec(text);
  if (!closed) throw new Refused(err(501, `${name} has quotes that do not end, or an escape other than \\" and \\\\`));
  return { value: (closed[1] ?? '').replaceAll(/\\(["\\])/g, '$1'), rest: text.slice(closed[0].length) };
}
