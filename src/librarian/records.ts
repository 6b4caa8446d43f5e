/**
 * The bytes of a CSV file as records with the line where each begins. Why not leave it to the CSV parser: one quote that
 * is never closed would swallow the rest of a 400,000-row file. Here it costs the row it stands in. A record is whole when
 * its quotes are even (RFC 4180 doubles a quote inside quotes); one that spans lines must also look like a row, or two
 * rows with one stray quote each would take the good rows between them along.
 */

/** One record as written, or why there is none. Lines count from 1. */
export type CsvRecord =
  { readonly line: number; readonly text: string } | { readonly line: number; readonly broken: string };

/** A row of ours is a few hundred characters; what grows beyond this is not a row. In UTF-16 units. */
const LONGEST = 65_536;
/** Lines that a quoted field may span before its quote counts as never closed. */
const MOST_LINES = 50;

const UNCLOSED = 'a quote is not closed';
const ENDLESS = `a line is longer than ${LONGEST} characters`;

/**
 * Blank lines are left out. `isRow` judges a record of several lines: with one that is none, only its first line is
 * broken, and the next is read afresh. A file that ends within a quote breaks no more than that either.
 */
export async function* recordsOf(
  bytes: AsyncIterable<Uint8Array>,
  isRow: (text: string) => boolean,
): AsyncGenerator<CsvRecord> {
  let held: Line[] = [];
  for await (const line of linesOf(bytes)) {
    held.push(line);
    while (held.length > 0) {
      const whole = wholeRecord(held, isRow);
      if (whole === null && held.length < MOST_LINES) break;
      yield* named(held, whole);
      held = held.slice(whole?.lines ?? 1);
    }
  }
  while (held.length > 0) {
    const whole = wholeRecord(held, isRow);
    yield* named(held, whole);
    held = held.slice(whole?.lines ?? 1);
  }
}

interface Line {
  readonly number: number;
  /** null: longer than LONGEST. */
  readonly text: string | null;
}

interface Whole {
  readonly text: string | null;
  readonly lines: number;
}

function* named(held: readonly Line[], whole: Whole | null): Generator<CsvRecord> {
  const line = held[0]?.number ?? 0;
  if (whole === null) yield { line, broken: UNCLOSED };
  else if (whole.text === null) yield { line, broken: ENDLESS };
  else if (whole.text.trim() !== '') yield { line, text: whole.text };
}

/** The record that the lines begin with, or null when no number of them is one. */
function wholeRecord(lines: readonly Line[], isRow: (text: string) => boolean): Whole | null {
  let text = '';
  for (const [at, line] of lines.entries()) {
    if (line.text === null) return at === 0 ? { text: null, lines: 1 } : null;
    text = at === 0 ? line.text : `${text}\n${line.text}`;
    if (quotesIn(text) % 2 === 0 && (at === 0 || isRow(text))) return { text, lines: at + 1 };
  }
  return null;
}

function quotesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count;
}

/** A byte order mark is no part of the first line; bytes that are not UTF-8 become U+FFFD, which rows.ts refuses. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8');
  let held = '';
  let number = 1;
  let tooLong = false;
  const line = (text: string): Line => ({
    number: number++,
    text: tooLong || text.length > LONGEST ? null : text.replace(/\r$/, ''),
  });
  for await (const chunk of bytes) {
    const parts = (held + decoder.decode(chunk, { stream: true })).split('\n');
    held = parts.pop() ?? '';
    for (const part of parts) {
      yield line(part);
      tooLong = false;
    }
    if (held.length > LONGEST) {
      tooLong = true;
      held = '';
    }
  }
  held += decoder.decode();
  if (held !== '' || tooLong) yield line(held);
}
