/**
 * The evaluation set: what people type, and the song they mean. queries.tsv has a query on each line, under a heading that
 * says in which way it was typed: the text, then the artist and title that it should find, in columns of their own; after
 * them other songs that would be as right (a version, a cover when the artist was not typed). A title of * is any song of
 * that artist. A text alone is of a song that is not here.
 */
import { readFileSync } from 'node:fs';
import type { Named } from '../../src/party/model.ts';

export interface Query {
  readonly kind: string;
  /** As a guest types it behind SEARCH or REQUEST. */
  readonly typed: string;
  /** Any of them is right; none: the song is not in the catalogue. */
  readonly expected: readonly Named[];
}

export const ANY_TITLE = '*';

const pairs = (columns: readonly string[]): readonly Named[] =>
  columns.flatMap((artist, at) => (at % 2 === 0 ? [{ artist, title: columns[at + 1] ?? '' }] : []));

/** In the order of the file. */
export function readQueries(): readonly Query[] {
  const queries: Query[] = [];
  let kind = '';
  for (const line of readFileSync(new URL('queries.tsv', import.meta.url), 'utf8').split('\n')) {
    const [typed = '', ...columns] = line.split('\t');
    if (line.startsWith('# ')) kind = line.slice(2);
    else if (typed !== '') queries.push({ kind, typed, expected: pairs(columns) });
  }
  return queries;
}
