/** The two ways a server line is written. Every line passes here, so nothing unsanitised reaches another guest's terminal. */
import type { Fact } from '../party/explain.ts';
import type { Reason } from '../party/model.ts';
import { visible } from '../party/visible.ts';

/** How a connection is spoken to (MODE). */
export type Speech = 'text' | 'json';

/** A value of a field in JSON mode; null is "unknown" or "none". */
type Field = string | number | boolean | null | Reason | Fact;
export type Fields = Readonly<Record<string, Field>>;

/** Most lines are plain ASCII, which needs no judging; the judging costs more than the rest of a reply. */
const clean = (text: string): string => (/^[ -~]*$/.test(text) ? text : visible(text));

/** One line of text with its newline; empty parts are left out. */
export function textLine(...parts: readonly string[]): string {
  return `${clean(parts.filter((part) => part !== '').join(' '))}\n`;
}

/** One JSON object with its newline; the names within a reason are sanitised as everything else is. */
export function jsonLine(fields: Fields): string {
  const shown = (_name: string, value: unknown): unknown => (typeof value === 'string' ? clean(value) : value);
  return `${JSON.stringify(fields, shown)}\n`;
}

/** An event line. `head` is the part that programs read in text mode; in JSON mode it is in `fields`. */
export function eventLine(speech: Speech, topic: string, said: Said): string {
  return speech === 'text'
    ? textLine('*', topic, said.head, said.text)
    : jsonLine({ t: 'event', topic, text: said.text, ...said.fields });
}

/** The same thing for a person (`head text`) and for a program (`fields`). */
export interface Said {
  readonly head: string;
  readonly text: string;
  readonly fields: Fields;
}
