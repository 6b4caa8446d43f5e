/** Songs asked for and here. Positions are never stored: the order is a function of these rows and the clock. */
export const line = `
CREATE TABLE queue_list (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  party_id INTEGER NOT NULL REFERENCES party (id),
  guest_id INTEGER NOT NULL REFERENCES guest (id),
  song_id INTEGER NOT NULL REFERENCES song (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'singing', 'sung', 'skipped', 'cancelled', 'unsung')),
  asked_at_ms INTEGER NOT NULL,
  on_offer INTEGER NOT NULL DEFAULT 0 -- unsung, and to be offered to its guest until asked for again or cancelled
) STRICT;
CREATE INDEX queue_list_open ON queue_list (party_id, state) WHERE state IN ('waiting', 'singing');
CREATE INDEX queue_list_of_guest ON queue_list (guest_id, party_id, state);
CREATE INDEX queue_list_offered ON queue_list (guest_id) WHERE on_offer = 1;

-- Whom the player announced: at most one, written by the player alone, cleared by whatever makes it untrue.
CREATE TABLE next_entry (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  entry_id INTEGER NOT NULL REFERENCES queue_list (id)
) STRICT;
`;
