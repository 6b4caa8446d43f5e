/** A line that somebody types: the text and where the cursor stands. Pure; a character is what a person sees as one. */
import { columnsOf } from '../width.ts';

export interface Field {
  readonly before: string;
  readonly after: string;
}

export const emptyField: Field = { before: '', after: '' };

export function fieldOf(text: string): Field {
  return { before: text, after: '' };
}

export function textOf({ before, after }: Field): string {
  return before + after;
}

/** What can be done to it beside typing. */
export type Edit = 'left' | 'right' | 'home' | 'end' | 'backspace' | 'delete' | 'clear' | 'word';

export function typed(field: Field, text: string): Field {
  // A pasted list is one line here; what else is no text is left out.
  const line = text.replace(/[\r\n\t]+/g, ' ').replace(/\p{Cc}/gu, '');
  return { ...field, before: field.before + line };
}

export function edited({ before, after }: Field, edit: Edit): Field {
  switch (edit) {
    case 'left':
      return { before: withoutLast(before), after: last(before) + after };
    case 'right':
      return { before: before + first(after), after: after.slice(first(after).length) };
    case 'home':
      return { before: '', after: before + after };
    case 'end':
      return { before: before + after, after: '' };
    case 'backspace':
      return { before: withoutLast(before), after };
    case 'delete':
      return { before, after: after.slice(first(after).length) };
    case 'clear':
      return emptyField;
    case 'word':
      return { before: before.replace(/\S+\s*$/u, ''), after };
  }
}

/** The field in so many columns with the cursor in sight: what is before, at and behind it. */
export function windowOf({ before, after }: Field, columns: number): readonly [string, string, string] {
  const at = first(after) || ' ';
  let left = before;
  // The end is what somebody types at; of what does not fit the beginning goes.
  while (columnsOf(left) > columns - columnsOf(at) && left !== '') left = left.slice(first(left).length);
  let right = '';
  let room = columns - columnsOf(left) - columnsOf(at);
  for (const { segment } of segments(after.slice(first(after).length))) {
    room -= columnsOf(segment);
    if (room < 0) break;
    right += segment;
  }
  return [left, at, right];
}

let splitter: Intl.Segmenter | null = null;
function segments(text: string): Intl.Segments {
  splitter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return splitter.segment(text);
}

function first(text: string): string {
  for (const { segment } of segments(text)) return segment;
  return '';
}

function last(text: string): string {
  return [...segments(text)].at(-1)?.segment ?? '';
}

function withoutLast(text: string): string {
  return text.slice(0, text.length - last(text).length);
}
