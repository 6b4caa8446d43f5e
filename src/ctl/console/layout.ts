/** How the screen is divided, by its size and what is on it. Pure. */
import { clip, columnsOf } from '../width.ts';
import type { Tab } from './rows.ts';
import type { Said, Size } from './state.ts';

/** The smallest screen that is drawn on; below, the plain menu is better. */
export const SMALLEST: Size = { columns: 60, rows: 16 };

export interface Layout {
  readonly columns: number;
  /** Places shown above the tabs; 0: there is no room but for the list. */
  readonly next: number;
  /** Rows of the list below the tabs. */
  readonly list: number;
  /** Lines about the chosen row. */
  readonly details: number;
  readonly saidLines: readonly string[];
  /** Lines for what lies over the places and the list. */
  readonly over: number;
}

const HEADER = 1;
const NOW = 2;
const TITLE = 1;
const TAB_LINE = 1;
const HEADINGS = 1;
const FOOTER = 1;
const NEXT = 5;
const LONGEST_SAID = 4;

export function layoutOf({ columns, rows }: Size, tab: Tab, said: Said | null): Layout {
  const saidLines = wrapped(said?.text ?? '', columns).slice(0, LONGEST_SAID);
  const fixed = HEADER + NOW + FOOTER + Math.max(1, saidLines.length);
  const roomy = rows >= 20;
  // The line shows who is next itself where there is no room to say it twice.
  const next = roomy ? NEXT : tab === 'line' ? 0 : 2;
  const nextPane = next === 0 ? 0 : TITLE + next;
  const details = roomy ? 2 : 1;
  const list = Math.max(1, rows - fixed - nextPane - TAB_LINE - HEADINGS - details);
  return { columns, next, list, details, saidLines, over: rows - fixed };
}

/** How many rows of the line stand above the tabs, so that the list goes on after them. */
export function above(layout: Layout, tab: Tab): number {
  return tab === 'line' ? layout.next : 0;
}

/** A text in lines of so many columns, broken at blanks where there are any. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columnsOf(longer) <= columns) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (columnsOf(line) > columns) {
      const part = clip(line, columns + 1).slice(0, -1);
      if (part === '') break;
      lines.push(part);
      line = line.slice(part.length);
    }
  }
  return line === '' ? lines : [...lines, line];
}
