/** Rows in columns that stay where they are while rows come and go. Pure. */
import { cell, span } from './line.ts';
import type { Line, Span, Tone } from './line.ts';

export interface Column<Row> {
  readonly title: string;
  /** Columns, or a share of what the others leave. */
  readonly width: number | { readonly share: number };
  readonly side?: 'right';
  readonly cell: (row: Row) => string | number | null;
  /** How it stands out; the row's own tone where it says nothing. */
  readonly tone?: (row: Row) => Tone | null;
}

const MARK = 2;
const GAP = 1;

/** A row; `chosen` is marked by a sign and, where there is any, by reverse video. */
export function gridRow<Row>(columns: readonly Column<Row>[], row: Row, width: number, mark: 'chosen' | 'other'): Line {
  const widths = widthsOf(columns, width);
  const spans = columns.flatMap(({ cell: text, side, tone }, at): Span[] => {
    const shown = cell(String(text(row) ?? ''), widths[at] ?? 0, side ?? 'left');
    const own = tone?.(row) ?? 'plain';
    return [span(' '), span(shown, mark === 'chosen' && own !== 'alarm' ? 'chosen' : own)];
  });
  return [span(mark === 'chosen' ? '> ' : '  ', mark === 'chosen' ? 'strong' : 'plain'), ...spans.slice(1)];
}

export function gridHead<Row>(columns: readonly Column<Row>[], width: number, name = ''): Line {
  const widths = widthsOf(columns, width);
  const text = columns.map(({ title, side }, at) => cell(title, widths[at] ?? 0, side ?? 'left')).join(' ');
  return [span(`${name === '' ? '  ' : cell(name, MARK)}${text}`, 'dim')];
}

function widthsOf<Row>(columns: readonly Column<Row>[], width: number): readonly number[] {
  const shares = columns.map(({ width: own }) => (typeof own === 'number' ? 0 : own.share));
  const fixed = columns.reduce((sum, { width: own }) => sum + (typeof own === 'number' ? own : 0), 0);
  const room = Math.max(0, width - MARK - GAP * (columns.length - 1) - fixed);
  const all = shares.reduce((sum, share) => sum + share, 0);
  let left = room;
  return columns.map(({ width: own }, at) => {
    if (typeof own === 'number') return own;
    const last = shares.slice(at + 1).every((share) => share === 0);
    const part = last ? left : Math.floor((room * own.share) / all);
    left -= part;
    return part;
  });
}
