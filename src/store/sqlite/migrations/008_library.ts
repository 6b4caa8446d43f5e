/**
 * Library folders and the files of each song. One row of `file` is one version of a song: the files of one directory that
 * belong together. Paths are kept in two pieces because a directory's is long and shared by its files.
 */
export const library = `
CREATE TABLE folder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  naming TEXT NOT NULL,
  files INTEGER NOT NULL DEFAULT 0, -- on the disk, of songs and of problems; kept true by whatever writes \`file\`
  problems INTEGER NOT NULL DEFAULT 0,
  added_at_ms INTEGER NOT NULL,
  scanned_at_ms INTEGER, -- end of the last whole scan
  -- The last scan found so many of so many files missing that it asked first.
  asks_vanished INTEGER,
  asks_known INTEGER
) STRICT;

CREATE TABLE directory (
  id INTEGER PRIMARY KEY,
  folder_id INTEGER REFERENCES folder (id), -- null: files brought from outside every folder
  dir TEXT NOT NULL, -- relative to the folder, '' at its top; absolute without a folder
  naming TEXT, -- by which its files were examined
  signature TEXT, -- of names, sizes and times; null: every file is to be compared
  files INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX directory_by_dir ON directory (coalesce(folder_id, 0), dir);

CREATE TABLE file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  directory_id INTEGER NOT NULL REFERENCES directory (id),
  name TEXT NOT NULL, -- of the file that is played; '' stands for the directory itself, which could not be read
  others TEXT NOT NULL, -- the other files of it, separated by slashes
  size INTEGER NOT NULL,
  mtime_ms REAL NOT NULL,
  format TEXT,
  disc_id TEXT,
  duration_s REAL,
  song_id INTEGER REFERENCES song (id),
  reason TEXT, -- why it is no song
  since_ms INTEGER NOT NULL, -- of what it is now
  CHECK ((song_id IS NULL) <> (reason IS NULL)),
  UNIQUE (directory_id, name)
) STRICT;
CREATE INDEX file_of_song ON file (song_id) WHERE song_id IS NOT NULL;
CREATE INDEX file_that_is_a_problem ON file (id) WHERE reason IS NOT NULL;
-- Where a file that is new here may have been before.
CREATE INDEX file_alike ON file (mtime_ms, size, name);

-- gone: its last file went and no catalogue names it. The row stays for the history, its id is never used again.
ALTER TABLE song ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE song ADD COLUMN listed INTEGER NOT NULL DEFAULT 1; -- a catalogue file names it: it stays when its files go
ALTER TABLE song ADD COLUMN listed_file TEXT; -- what the catalogue says, while a file of the library is preferred
ALTER TABLE song ADD COLUMN format TEXT; -- of the preferred file
CREATE INDEX song_gone ON song (id) WHERE gone = 1;
-- When a song goes, the wishes that it fulfilled are wanted again.
CREATE INDEX download_list_found ON download_list (song_id) WHERE song_id IS NOT NULL;

CREATE TABLE job_of_008 (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('import', 'scan', 'remove', 'bring')),
  file TEXT, -- import, bring
  folder_id INTEGER, -- scan (null: all), remove
  vanished TEXT CHECK (vanished IN ('ask', 'forget')), -- scan
  wish_id INTEGER, -- bring
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  rows_done INTEGER NOT NULL DEFAULT 0,
  rows_total INTEGER,
  at_folder TEXT, -- a running scan is there
  result TEXT, -- done: as JSON, by kind
  why TEXT, -- failed: the reason
  asked_at_ms INTEGER NOT NULL
) STRICT;
INSERT INTO job_of_008 (id, kind, file, state, rows_done, result, why, asked_at_ms)
  SELECT id, kind, file, state, rows_done, result, why, asked_at_ms FROM job;
DROP TABLE job;
ALTER TABLE job_of_008 RENAME TO job;
CREATE INDEX job_open ON job (id) WHERE state IN ('waiting', 'running');
`;
