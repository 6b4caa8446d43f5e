/**
 * The catalogue that the evaluation searches: the demo, 13,103 songs that were in the charts, and some two hundred songs in
 * Cyrillic letters. Of the last, durations are unknown and popularities a guess; artists and titles are real in all three.
 */
import { createReadStream } from 'node:fs';
import { readCatalogue } from '../../src/librarian/csv.ts';
import type { CatalogueRow } from '../../src/store/librarian.ts';

const FILES = ['../../data/demo.csv', 'chart-songs.csv', 'cyrillic-songs.csv'];

/**
 * In batches of at most 200, as an import writes them. Nine lines of the charts are bad (a control character in a mangled
 * letter) and are left out, as an import would.
 */
export async function* evaluationCatalogue(): AsyncGenerator<readonly CatalogueRow[]> {
  for (const file of FILES)
    for await (const { rows } of readCatalogue(createReadStream(new URL(file, import.meta.url)))) yield rows;
}
