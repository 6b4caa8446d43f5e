/**
 * The care of the index, in batches: it is made anew when the program has learnt to make it otherwise (INDEX_VERSION)
 * or a migration emptied it, and its pieces are merged when there are many.
 */
import { indexed, INDEX_VERSION } from '../../party/indexed.ts';
import type { Song } from '../../party/model.ts';
import type { Store } from '../store.ts';
import { wordsIn } from './bring.ts';
import type { Ground } from './ground.ts';
import type { Transactions } from './transact.ts';
import { learnWords } from './vocabulary.ts';
import { shelfMark, shelve } from './words.ts';

export function shelvingMethods(ground: Ground, { read, write }: Transactions): Pick<Store, 'shelveMore' | 'tidyMore'> {
  // Asked after every commit of anybody and mostly in vain, so the lock is taken only when there is something to do.
  return {
    shelveMore: async (songs) =>
      (await read(() => isShelved(ground))) ? 'done' : write(() => shelveMore(ground, songs)),
    tidyMore: async () => {
      const untidy = await read(() => [SONGS, VOCABULARY].find((shelf) => isUntidy(ground, shelf)));
      return untidy === undefined ? 'done' : write(() => tidy(ground, untidy));
    },
  };
}

/** One batch of up to `songs`; call it until it is done, before anything else brings songs. */
function shelveMore(ground: Ground, songs: number): 'more' | 'done' {
  const upTo = beginOrGoOn(ground);
  if (upTo === null) return 'done';
  const batch = ground
    .sql<Song>(
      'SELECT id, artist, title, popularity FROM song WHERE id > ? AND gone = 0 AND hidden = 0 ORDER BY id LIMIT ?',
    )
    .all(upTo, songs);
  const shelved = batch.map((song) => ({ mark: shelfMark(song), ...indexed(song) }));
  shelve(ground, shelved);
  learnWords(ground, wordsIn(shelved));
  const last = batch.at(-1)?.id ?? null;
  ground.sql('UPDATE shelving SET song_id = ?').run(last);
  return last === null ? 'done' : 'more';
}

/** Whether every song is in the index, as this program makes it. */
export const isShelved = (ground: Ground): boolean =>
  ground.sql('SELECT 1 FROM shelving WHERE version = ? AND song_id IS NULL').get(INDEX_VERSION) !== undefined;

/** The song up to which all are in the index; null: no song is missing in it. */
function beginOrGoOn(ground: Ground): number | null {
  const state = ground
    .sql<{ version: number; upTo: number | null }>('SELECT version, song_id AS upTo FROM shelving')
    .get();
  if (state?.version === INDEX_VERSION) return state.upTo;
  ground.sql(`INSERT INTO song_fts (song_fts) VALUES ('delete-all')`).run();
  ground.sql(`INSERT INTO word_fts (word_fts) VALUES ('delete-all')`).run();
  ground.sql('DELETE FROM word').run();
  ground.sql('UPDATE shelving SET version = ?, song_id = 0').run(INDEX_VERSION);
  return 0;
}

/** One constant text for each table, because the statement is kept by its text. */
interface Shelf {
  readonly pieces: string;
  readonly merge: string;
}
const shelf = (table: string): Shelf => ({
  pieces: `SELECT count(DISTINCT segid) AS pieces FROM ${table}_idx`,
  merge: `INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`,
});
const [SONGS, VOCABULARY] = [shelf('song_fts'), shelf('word_fts')];

/** FTS5 looks for every word in every piece, and each commit adds one: an import left 14, and searches took three times as long. */
const MOST_PIECES = 6;
/** Pages merged at once, some 15 ms (64 took 30 to 70). Negative: all pieces into one, not only those of a size. */
const PAGES = -16;

/** Fewer pieces are left to FTS5 itself, which merges as it writes. */
const isUntidy = (ground: Ground, { pieces }: Shelf): boolean =>
  (ground.sql<{ pieces: number }>(pieces).get()?.pieces ?? 0) > MOST_PIECES;

function tidy(ground: Ground, { merge }: Shelf): 'more' {
  ground.sql(merge).run(PAGES);
  return 'more';
}
