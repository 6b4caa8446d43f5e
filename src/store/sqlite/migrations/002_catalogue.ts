/**
 * What can be sung. `song_fts` holds the normalised words and nothing else (contentless: the texts are in `song`). Its
 * rowid is (100 - popularity) * 2^40 + song id: FTS5 answers in rowid order without sorting, so "the 1,000 most popular
 * hits" of a word that half the catalogue holds costs no more than 1,000 steps. prefix: the beginnings that would otherwise
 * be merged from thousands of words. The tokenizer takes every letter as it is and splits at blanks, since
 * party/normalise.ts has decided what a word is.
 */
export const catalogue = `
CREATE TABLE song (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  artist TEXT NOT NULL,
  title TEXT NOT NULL,
  duration_s REAL,
  popularity INTEGER NOT NULL,
  artist_key TEXT NOT NULL,
  title_key TEXT NOT NULL,
  disc_id TEXT,
  file TEXT
) STRICT;
-- Several files of one song are versions of one row. Also the order in which SONGS lists the catalogue.
CREATE UNIQUE INDEX song_by_key ON song (artist_key, title_key);
CREATE INDEX song_by_title ON song (title_key, popularity DESC);

CREATE VIRTUAL TABLE song_fts USING fts5 (
  artist, title,
  content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
  tokenize = 'ascii'
);
-- Rarer merges: with the default of 4 one import batch in a hundred held the write lock three times as long.
INSERT INTO song_fts (song_fts, rank) VALUES ('automerge', 8);

CREATE TABLE job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('import')),
  file TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  rows_done INTEGER NOT NULL DEFAULT 0,
  result TEXT, -- done: the ImportResult as JSON
  why TEXT, -- failed: the reason
  asked_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX job_open ON job (id) WHERE state IN ('waiting', 'running');

-- Files that were imported without a bad row, as they were then.
CREATE TABLE imported_file (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  mtime_ms REAL NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
`;
