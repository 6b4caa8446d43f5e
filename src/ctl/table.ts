/** Short plain tables that fit the terminal. Pure: rows and a width in, lines out. */
import { visible } from '../party/visible.ts';
import { clip, columnsOf } from './width.ts';

/** What lines are made for. `columns` is Infinity where nobody looks (a pipe): nothing is cut off there. */
export interface Screen {
  readonly columns: number;
  readonly style: 'plain' | 'colour';
  /** Milliseconds since 1970: times of another day are written with their date. */
  readonly nowMs: number;
}

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string | number | null;
  /** `text` columns give way when the terminal is narrow; numbers stay whole and stand right. */
  readonly as: 'text' | 'number';
}

const GAP = '  ';
const NARROWEST = 6;

/** A head and a line for each row; no lines for no rows. Cells are sanitised here: names come from guests. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], screen: Screen): readonly string[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) => columns.map(({ cell }) => visible(String(cell(row) ?? '-'))));
  const natural = columns.map(({ title }, at) =>
    Math.max(columnsOf(title), ...cells.map((line) => columnsOf(line[at] ?? ''))),
  );
  const widths = fit(
    natural,
    columns.map(({ as }) => as === 'text'),
    screen.columns - GAP.length * (columns.length - 1),
  );
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, at) => pad(text, widths[at] ?? 0, columns[at]?.as ?? 'text'))
      .join(GAP)
      .trimEnd();
  return [head(line(columns.map(({ title }) => title)), screen), ...cells.map(line)];
}

/** The widths, the widest text columns narrowed a column at a time until all fit into `room`. */
export function fit(natural: readonly number[], mayShrink: readonly boolean[], room: number): readonly number[] {
  const widths = [...natural];
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    const shrinkable = widths.map((width, at) => (mayShrink[at] ? width : 0));
    const widest = Math.max(...shrinkable);
    if (widest <= NARROWEST) break;
    widths[shrinkable.indexOf(widest)] = widest - 1;
    over -= 1;
  }
  return widths;
}

function pad(text: string, width: number, as: Column<unknown>['as']): string {
  const clipped = clip(text, width);
  const blanks = ' '.repeat(Math.max(0, width - columnsOf(clipped)));
  return as === 'number' ? blanks + clipped : clipped + blanks;
}

/** A heading, dimmed where there is colour: the rows are what one came for. */
function head(text: string, { style }: Screen): string {
  return style === 'colour' ? `\u001b[2m${text}\u001b[0m` : text;
}

/** A word that should not be overlooked. */
export function alarm(text: string, { style }: Screen): string {
  return style === 'colour' ? `\u001b[31m${text}\u001b[0m` : text;
}

/** What moves. */
export function alive(text: string, { style }: Screen): string {
  return style === 'colour' && text !== '' ? `\u001b[36m${text}\u001b[0m` : text;
}
