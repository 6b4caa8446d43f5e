/** A catalogue as large as wanted, with words as unequal as in a real one: some are everywhere, most are rare. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bench } from './bench.ts';

const COMMON = ['love', 'you', 'night', 'time', 'heart', 'dance', 'baby', 'world', 'home', 'fire', 'blue', 'song'];
const SYLLABLES = ['ba', 'dor', 'kel', 'mi', 'no', 'ras', 'ta', 'vel', 'zu', 'lin', 'ham', 'per'];

/** A made-up word for each number: a few syllables. */
function rareWord(number: number): string {
  let word = '';
  for (let left = number + 12; left > 0; left = Math.floor(left / 12)) word += SYLLABLES[left % 12] ?? '';
  return word;
}

/** About forty songs to an artist, three to five words to a song. The same number, the same song. */
export const artistOf = (number: number): string => `${rareWord(Math.floor(number / 40))} ${rareWord(number % 37)}`;
export const titleOf = (number: number): string =>
  `${COMMON[number % 12] ?? ''} ${rareWord((number * 7_919) % 20_011)} ${COMMON[(number * 5) % 11] ?? ''} ${number}`;

/** Writes songs 1 to `songs`; an import into an empty database gives them these ids. Resolves to the path. */
export async function writeCatalogue(bench: Bench, songs: number): Promise<string> {
  const file = join(bench.folder, `songs-${songs}.csv`);
  await pipeline(Readable.from(lines(songs)), createWriteStream(file));
  return file;
}

function* lines(songs: number): Generator<string> {
  yield 'artist,title,duration_s,popularity\n';
  for (let number = 1; number <= songs; number += 1)
    yield `${artistOf(number)},${titleOf(number)},${150 + (number % 200)},${number % 101}\n`;
}
