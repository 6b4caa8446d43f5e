/** The table, as Markdown: for a terminal and for the page alike. */
import type { Row } from './bench.ts';

const HEAD = ['figure', 'measured', 'aim', 'beside', 'from'];

export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, aim, beside, from }) => [
    what,
    measured,
    aim === null ? '' : `${aim.text} ${aim.met ? '✓' : '**missed**'}`,
    beside ?? '',
    from,
  ]);
  const widths = HEAD.map((head, at) => Math.max(head.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}
