/** The index made anew, in batches, when the program has learnt to make it otherwise (WORDS_VERSION), or a migration emptied it. */
import type { Song } from '../../party/model.ts';
import type { Store } from '../store.ts';
import { wordsIn } from './bring.ts';
import type { Ground } from './ground.ts';
import type { Transactions } from './transact.ts';
import { learnWords } from './vocabulary.ts';
import { shelfMark, shelve, wordsOf, WORDS_VERSION } from './words.ts';

export function shelvingMethods(ground: Ground, { write }: Transactions): Pick<Store, 'shelveMore'> {
  return { shelveMore: (songs) => write(() => shelveMore(ground, songs)) };
}

/** One batch of up to `songs`; call it until it is done, before anything else brings songs. */
function shelveMore(ground: Ground, songs: number): 'more' | 'done' {
  const upTo = beginOrGoOn(ground);
  if (upTo === null) return 'done';
  const batch = ground
    .sql<Song>('SELECT id, artist, title, popularity FROM song WHERE id > ? AND gone = 0 ORDER BY id LIMIT ?')
    .all(upTo, songs);
  const shelved = batch.map((song) => ({ mark: shelfMark(song), words: wordsOf(song) }));
  shelve(ground, shelved);
  learnWords(ground, wordsIn(shelved));
  const last = batch.at(-1)?.id ?? null;
  ground.sql('UPDATE shelving SET song_id = ?').run(last);
  return last === null ? 'done' : 'more';
}

/** The song up to which all are in the index; null: no song is missing in it. */
function beginOrGoOn(ground: Ground): number | null {
  const state = ground
    .sql<{ version: number; upTo: number | null }>('SELECT version, song_id AS upTo FROM shelving')
    .get();
  if (state?.version === WORDS_VERSION) return state.upTo;
  ground.sql(`INSERT INTO song_fts (song_fts) VALUES ('delete-all')`).run();
  ground.sql(`INSERT INTO word_fts (word_fts) VALUES ('delete-all')`).run();
  ground.sql('DELETE FROM word').run();
  ground.sql('UPDATE shelving SET version = ?, song_id = 0').run(WORDS_VERSION);
  return 0;
}
