/** What SQLite can do without us: one process, one connection, a transaction of the same weight as a REQUEST, synced. */
import SQLite from 'better-sqlite3';
import { work } from '../work.ts';

export interface RawRequestsJob {
  readonly file: string;
  readonly songs: number;
  readonly guests: number;
  readonly seconds: number;
}

/** Milliseconds of each transaction. */
export type RawRequests = readonly number[];

await work('raw_requests', async ({ file, songs, guests, seconds }, say) => {
  const db = new SQLite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`
    CREATE TABLE song (id INTEGER PRIMARY KEY, artist TEXT NOT NULL, title TEXT NOT NULL) STRICT;
    CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT, guest INTEGER NOT NULL, song INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
    CREATE INDEX entry_of_guest ON entry (guest);
    CREATE TABLE pulse (queue INTEGER NOT NULL) STRICT;
    INSERT INTO pulse VALUES (0);`);
  const song = db.prepare('INSERT INTO song (artist, title) VALUES (?, ?)');
  db.transaction(() => {
    for (let number = 1; number <= songs; number += 1) song.run(`Artist ${number % 500}`, `Title ${number}`);
  })();
  const one = db.prepare('SELECT * FROM song WHERE id = ?');
  const own = db.prepare('SELECT id, song FROM entry WHERE guest = ? ORDER BY id DESC LIMIT 3');
  const insert = db.prepare('INSERT INTO entry (guest, song, at) VALUES (?, ?, ?)');
  const beat = db.prepare('UPDATE pulse SET queue = queue + 1');
  const request = db.transaction((guest: number, wanted: number) => {
    one.get(wanted);
    own.all(guest);
    insert.run(guest, wanted, Date.now());
    beat.run();
  });
  const samples: number[] = [];
  const endsAt = performance.now() + seconds * 1_000;
  for (let turn = 0; performance.now() < endsAt; turn += 1) {
    const startedAt = performance.now();
    request.immediate(turn % guests, 1 + (turn % songs));
    samples.push(performance.now() - startedAt);
  }
  db.close();
  say(samples);
});
