/** A catalogue file, read: bytes in, batches of rows and of reasons out, in the order of the file. */
import { CsvError, parse } from 'csv-parse/sync';
import type { BadRow, CatalogueRow } from '../store/librarian.ts';
import { recordsOf } from './records.ts';
import type { CsvRecord } from './records.ts';
import { readHeader, readRow } from './rows.ts';
import type { Header } from './rows.ts';

/** The file as a whole cannot be imported; the message says why and what to do. */
export class NotACatalogue extends Error {
  override readonly name = 'NotACatalogue';
}

/** What some lines of the file said. */
export interface Batch {
  readonly rows: readonly CatalogueRow[];
  readonly bad: readonly BadRow[];
}

/** Rows in one batch, which becomes one transaction: written in well under 50 ms. */
const BATCH = 200;

/** Throws NotACatalogue when the file is empty or its header lacks a column. */
export async function* readCatalogue(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Batch> {
  let header: Header | null = null;
  let records: CsvRecord[] = [];
  const isRow = (text: string): boolean => header === null || fieldsOf(text)?.length === header.width;
  for await (const record of recordsOf(bytes, isRow)) {
    if (header === null) {
      header = headerFrom(record);
      continue;
    }
    records.push(record);
    if (records.length < BATCH) continue;
    yield readBatch(header, records);
    records = [];
  }
  if (header === null) throw new NotACatalogue('The file is empty. It needs a first line that names artist and title.');
  if (records.length > 0) yield readBatch(header, records);
}

function headerFrom(record: CsvRecord): Header {
  const fields = 'text' in record ? fieldsOf(record.text) : null;
  if (fields === null)
    throw new NotACatalogue('The first line is not the header of a CSV file: its quotes do not match.');
  const header = readHeader(fields);
  if (typeof header === 'string') throw new NotACatalogue(header);
  return header;
}

function readBatch(header: Header, records: readonly CsvRecord[]): Batch {
  const fields = fieldsOfAll(records);
  const rows: CatalogueRow[] = [];
  const bad: BadRow[] = [];
  records.forEach((record, index) => {
    const row = 'broken' in record ? record.broken : readFields(header, fields[index] ?? null);
    if (typeof row === 'string') bad.push({ line: record.line, reason: row });
    else rows.push(row);
  });
  return { rows, bad };
}

function readFields(header: Header, fields: readonly string[] | null): CatalogueRow | string {
  return fields === null
    ? 'a quote stands where none belongs; double it and put the column in quotes'
    : readRow(header, fields);
}

/** The parser is set up once for a batch, which is most of its cost; only a batch with a stray quote is parsed singly. */
function fieldsOfAll(records: readonly CsvRecord[]): readonly (readonly string[] | null)[] {
  const texts = records.map((record) => ('text' in record ? record.text : 'broken'));
  return parsed(texts.join('\n')) ?? texts.map(fieldsOf);
}

function fieldsOf(text: string): readonly string[] | null {
  return parsed(text)?.[0] ?? null;
}

/** null when a quote stands where none belongs. */
function parsed(text: string): readonly (readonly string[])[] | null {
  try {
    return parse(text, { record_delimiter: '\n', relax_column_count: true, trim: true });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
