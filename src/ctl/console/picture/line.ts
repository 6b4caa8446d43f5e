/** What is on the screen, line by line, before anybody draws it. Pure. */
import { visible } from '../../../party/visible.ts';
import { clip, columnsOf } from '../../width.ts';

/** How a piece of text stands out. Each means something that is said in words or signs too: there may be no colour. */
export type Tone = 'plain' | 'dim' | 'strong' | 'alarm' | 'live' | 'chosen' | 'bar' | 'cursor';

export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

export type Line = readonly Span[];

/** A piece of text; whoever wrote it, nothing in it moves a cursor. */
export function span(text: string, tone: Tone = 'plain'): Span {
  return { text: visible(text), tone };
}

export const blank: Line = [];

/** Exactly so many columns: clipped with … or filled with blanks. */
export function cell(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const clipped = clip(visible(text), Math.max(0, columns));
  const blanks = ' '.repeat(Math.max(0, columns - columnsOf(clipped)));
  return side === 'left' ? clipped + blanks : blanks + clipped;
}

export function widthOf(line: Line): number {
  return line.reduce((sum, { text }) => sum + columnsOf(text), 0);
}

/** `left` at the left edge and `right` at the right one; of what does not fit the left one gives way. */
export function between(left: Line, right: Line, columns: number): Line {
  const room = columns - widthOf(right) - 1;
  const kept = fitted(left, room);
  return [
    ...kept,
    { text: ' '.repeat(Math.max(1, columns - widthOf(kept) - widthOf(right))), tone: 'plain' },
    ...right,
  ];
}

/** As much of a line as there is room for. */
export function fitted(line: Line, columns: number): Line {
  let room = columns;
  return line.flatMap(({ text, tone }) => {
    if (room <= 0) return [];
    const clipped = clip(text, room);
    room -= columnsOf(clipped);
    return clipped === '' ? [] : [{ text: clipped, tone }];
  });
}
