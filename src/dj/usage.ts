/** How verbs and options are typed, for help and refusals. */
import type { KindName } from './kinds.ts';
import { verbTable } from './verbs.ts';
import type { Verb } from './verbs.ts';

/** How a verb is typed: `add --for <name> <song>`. */
export function usage(verb: Verb): string {
  const { args, options } = verbTable[verb];
  const flags = Object.entries(options).map(([name, { kind, need }]) =>
    need === 'required' ? flag(name, kind) : `[${flag(name, kind)}]`,
  );
  const words = Object.entries(args).map(([name, { need }]) => (need === 'required' ? `<${name}>` : `[${name}]`));
  return [verb, ...flags, ...words].join(' ');
}

/** How an option is typed: `--for <name>`, `--forget-vanished`. */
export function flag(name: string, kind: KindName): string {
  return kind === 'flag' ? `--${name}` : `--${name} <${METAVARIABLES[kind]}>`;
}

/** What stands for an option's value in usages. */
const METAVARIABLES: Readonly<Record<Exclude<KindName, 'flag'>, string>> = {
  number: 'n',
  text: 'name',
  file: 'file',
  'new-file': 'file',
  duration: 'time',
  closing: 'time',
  folder: 'folder',
  'known-folder': 'folder',
  'song-or-file': 'file',
  naming: 'naming',
  'csv-or-json': 'form',
  shell: 'shell',
};
