import { INDEX_VERSION } from '../../../party/indexed.ts';

/**
 * Finding what was typed, though it was mistyped. `song_fts` is made anew: without the beginnings of three letters, which
 * cost an import more than they save a search, and with the sounds of Cyrillic words (party/letters/sound.ts). Beside it the
 * vocabulary: each different word or sound once, and in `word_fts` what remains of it with letters deleted
 * (party/edits.ts). That too is a full-text index, because it takes new words in sorted runs; a B-tree of four million
 * scattered remains would write a page for each.
 * What is in the index depends on code, so it is filled by the librarian, in batches: `shelving` says how far it has come,
 * and by which version of the words (../words.ts).
 */
export const search = `
DROP TABLE song_fts;
DROP INDEX song_by_title; -- whole titles are in song_fts now
CREATE VIRTUAL TABLE song_fts USING fts5 (
  artist, title,
  content = '', contentless_delete = 1, detail = column, prefix = '1 2',
  tokenize = 'ascii'
);
INSERT INTO song_fts (song_fts, rank) VALUES ('automerge', 8);

CREATE TABLE word (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE word_fts USING fts5 (
  remains,
  content = '', detail = none, columnsize = 0,
  tokenize = 'ascii'
);
INSERT INTO word_fts (word_fts, rank) VALUES ('automerge', 8);

CREATE TABLE shelving (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  version INTEGER NOT NULL, -- of the words in the index; 0: it is to be made anew
  song_id INTEGER -- made anew up to this song; null: all songs are in it
) STRICT;
-- An index without songs is whole as it is.
INSERT INTO shelving SELECT 1, iif(EXISTS (SELECT 1 FROM song), 0, ${INDEX_VERSION}), NULL;
`;
