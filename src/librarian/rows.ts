/** What a catalogue file's columns mean, and what makes a row bad. Pure: fields in, a row or a reason out. */
import type { CatalogueRow } from '../store/librarian.ts';

const COLUMNS = ['artist', 'title', 'duration_s', 'popularity', 'disc_id', 'file'] as const;
type Column = (typeof COLUMNS)[number];

/** Where each known column stands; other columns are ignored, and of two with one name the first counts. */
export interface Header {
  readonly width: number;
  readonly at: Readonly<Partial<Record<Column, number>>>;
}

/** Reads the header line; a string says what is missing and what to do. */
export function readHeader(fields: readonly string[]): Header | string {
  const names = fields.map((field) => field.trim().toLowerCase());
  const at: Partial<Record<Column, number>> = {};
  for (const column of COLUMNS) {
    const index = names.indexOf(column);
    if (index >= 0) at[column] = index;
  }
  const missing = (['artist', 'title'] as const).filter((column) => at[column] === undefined);
  if (missing.length === 0) return { width: fields.length, at };
  if (/[\0\uFFFD]/.test(fields.join())) return 'The file is not UTF-8 text. Save it as CSV UTF-8 and import it again.';
  const found = fields.length === 1 && /[;\t]/.test(fields[0] ?? '') ? ' The columns must be separated by commas.' : '';
  return (
    `The first line names no column ${missing.map((name) => `"${name}"`).join(' and no column ')}.${found} ` +
    'It must name artist and title; duration_s, popularity, disc_id and file are optional.'
  );
}

/** Characters; longer than any song's name, short enough for every door's line. */
const LONGEST_NAME = 200;
/** Characters; the longest path that Linux takes. */
const LONGEST_PATH = 4_096;

/** One data row; a string is the reason why it cannot be imported. Texts come out trimmed and in NFC. */
export function readRow(header: Header, fields: readonly string[]): CatalogueRow | string {
  if (fields.length !== header.width) {
    return `${fields.length} ${fields.length === 1 ? 'column' : 'columns'} where the header has ${header.width}`;
  }
  const text = (column: Column): string => {
    const index = header.at[column];
    return index === undefined ? '' : (fields[index] ?? '').trim().normalize('NFC');
  };
  const fault = faultIn(text);
  if (fault !== null) return fault;
  return {
    artist: text('artist'),
    title: text('title'),
    durationS: text('duration_s') === '' ? null : Number(text('duration_s')),
    popularity: Math.round(Number(text('popularity'))),
    discId: text('disc_id') || null,
    file: text('file') || null,
  };
}

/** Decimal digits only: Number() alone would take 0x10, 1e3 and Infinity. */
const NUMBER = /^\d{1,9}(\.\d+)?$/;

function faultIn(text: (column: Column) => string): string | null {
  for (const column of COLUMNS) {
    const value = text(column);
    if (value.includes('\uFFFD')) return `the ${column} is not UTF-8 text`;
    // Also line and paragraph separators: a name is one line on every door.
    if (/[\p{Cc}\u2028\u2029]/u.test(value)) return `the ${column} holds a control character`;
    const longest = column === 'file' ? LONGEST_PATH : LONGEST_NAME;
    if (value.length > longest) return `the ${column} is longer than ${longest} characters`;
  }
  if (text('artist') === '') return 'the artist is empty';
  if (text('title') === '') return 'the title is empty';
  const [duration, popularity] = [text('duration_s'), text('popularity')];
  if (duration !== '' && !(NUMBER.test(duration) && Number(duration) > 0)) {
    return `the duration_s "${short(duration)}" is not a positive number of seconds`;
  }
  if (popularity !== '' && !(NUMBER.test(popularity) && Number(popularity) <= 100)) {
    return `the popularity "${short(popularity)}" is not a number from 0 to 100`;
  }
  return null;
}

function short(value: string): string {
  return value.length > 20 ? `${value.slice(0, 20)}…` : value;
}
