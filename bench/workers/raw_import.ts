/** What SQLite can do without us: the songs inserted in batches as large as the librarian's, keys and words included. */
import SQLite from 'better-sqlite3';
import { artistOf, titleOf } from '../catalogue.ts';
import { work } from '../work.ts';

export interface RawImportJob {
  readonly file: string;
  readonly songs: number;
  readonly batch: number;
}

/** Rows per second. */
export type RawImport = number;

await work('raw_import', async ({ file, songs, batch }, say) => {
  const db = new SQLite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`
    CREATE TABLE song (id INTEGER PRIMARY KEY AUTOINCREMENT, artist TEXT NOT NULL, title TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX song_by_key ON song (artist, title);
    CREATE VIRTUAL TABLE song_fts USING fts5 (artist, title, content = '', detail = column, prefix = '1 2');`);
  const insert = db.prepare('INSERT INTO song (artist, title) VALUES (?, ?)');
  const words = db.prepare('INSERT INTO song_fts (rowid, artist, title) VALUES (?, ?, ?)');
  const insertBatch = db.transaction((first: number) => {
    for (let number = first; number < Math.min(first + batch, songs + 1); number += 1) {
      insert.run(artistOf(number), titleOf(number));
      words.run(number, artistOf(number), titleOf(number));
    }
  });
  const startedAt = performance.now();
  for (let first = 1; first <= songs; first += batch) insertBatch(first);
  const rate: RawImport = (songs * 1_000) / (performance.now() - startedAt);
  db.close();
  say(rate);
});
