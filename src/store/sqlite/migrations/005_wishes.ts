/** Songs asked for and not here. */
export const wishes = `
CREATE TABLE download_list (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  artist TEXT NOT NULL,
  title TEXT NOT NULL,
  artist_key TEXT NOT NULL,
  title_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('wanted', 'fetching', 'found', 'refused', 'withdrawn')),
  reason TEXT, -- of the last refusal
  song_id INTEGER REFERENCES song (id), -- found: what came
  UNIQUE (artist_key, title_key)
) STRICT;
CREATE INDEX download_list_open ON download_list (title_key) WHERE state IN ('wanted', 'fetching');

-- One row per resolution, because a wish can be refused, asked for again and refused again before everybody has heard.
CREATE TABLE wish_news (
  serial INTEGER PRIMARY KEY AUTOINCREMENT,
  wish_id INTEGER NOT NULL REFERENCES download_list (id),
  state TEXT NOT NULL CHECK (state IN ('found', 'refused')),
  reason TEXT,
  song_id INTEGER REFERENCES song (id)
) STRICT;
CREATE INDEX wish_news_of_wish ON wish_news (wish_id, serial);

CREATE TABLE wish_asker (
  wish_id INTEGER NOT NULL REFERENCES download_list (id),
  guest_id INTEGER NOT NULL REFERENCES guest (id),
  asked_at_ms INTEGER NOT NULL,
  since_serial INTEGER NOT NULL, -- older news is none of theirs
  told_serial INTEGER NOT NULL, -- has heard the news up to here
  PRIMARY KEY (wish_id, guest_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX wish_asker_guest ON wish_asker (guest_id);

-- What was similar when the wish was made: not that, said the guest; only another song fulfils it without the DJ.
CREATE TABLE wish_candidate (
  wish_id INTEGER NOT NULL REFERENCES download_list (id),
  song_id INTEGER NOT NULL REFERENCES song (id),
  PRIMARY KEY (wish_id, song_id)
) STRICT, WITHOUT ROWID;

-- A client's own id for a request, so that a lost answer is safe to ask for again. One of entry_id and wish_id is set.
CREATE TABLE request_key (
  guest_id INTEGER NOT NULL REFERENCES guest (id),
  party_id INTEGER NOT NULL REFERENCES party (id),
  key TEXT NOT NULL,
  entry_id INTEGER REFERENCES queue_list (id),
  wish_id INTEGER REFERENCES download_list (id),
  PRIMARY KEY (guest_id, party_id, key)
) STRICT, WITHOUT ROWID;
`;
