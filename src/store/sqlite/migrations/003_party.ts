/** The night, what was played in it, and the counters that tell other processes to look again (../../news.ts, Pulse). */
export const party = `
CREATE TABLE party (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER,
  ended_by TEXT CHECK (ended_by IN ('dj', 'host', 'closing', 'stale')),
  closing_at_ms INTEGER,
  grace_from_ms INTEGER NOT NULL, -- the absent count as present for a grace from here at the earliest
  alive_at_ms INTEGER NOT NULL -- the last sign of life
) STRICT;
CREATE UNIQUE INDEX one_party_is_on ON party (ended_at_ms IS NULL) WHERE ended_at_ms IS NULL;

-- One turn on the stage. Names are copied in: history must not change when a song or a guest does.
CREATE TABLE play (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  party_id INTEGER NOT NULL REFERENCES party (id),
  entry_id INTEGER, -- of queue_list; null: a random song
  guest_id INTEGER REFERENCES guest (id),
  song_id INTEGER NOT NULL REFERENCES song (id),
  singer TEXT,
  artist TEXT NOT NULL,
  title TEXT NOT NULL,
  duration_ms INTEGER NOT NULL, -- of the music as planned
  planned_ms INTEGER NOT NULL, -- of the turn, gap included
  running_since_ms INTEGER, -- null: paused, or over
  offset_ms INTEGER NOT NULL, -- into the music, at running_since_ms or while paused
  music_started INTEGER NOT NULL,
  taken_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER,
  how TEXT NOT NULL DEFAULT 'playing' CHECK (how IN ('playing', 'sung', 'skipped', 'unsung'))
) STRICT;
CREATE UNIQUE INDEX one_play_is_on ON play (ended_at_ms IS NULL) WHERE ended_at_ms IS NULL;
CREATE INDEX play_of_party ON play (party_id, song_id);
CREATE INDEX play_of_guest ON play (guest_id, how) WHERE guest_id IS NOT NULL;

-- Which player may write: the one that took the stage last.
CREATE TABLE player (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  epoch INTEGER NOT NULL
) STRICT;
INSERT INTO player VALUES (1, 0);

CREATE TABLE pulse (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  queue INTEGER NOT NULL DEFAULT 0,
  song INTEGER NOT NULL DEFAULT 0,
  orders INTEGER NOT NULL DEFAULT 0,
  wishes INTEGER NOT NULL DEFAULT 0,
  party INTEGER NOT NULL DEFAULT 0,
  catalogue INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO pulse (only) VALUES (1);
`;
