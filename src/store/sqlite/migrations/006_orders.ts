/** What the DJ ordered: who, when, what, about which play, entry, guest or wish. */
export const orders = `
CREATE TABLE dj_order (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms INTEGER NOT NULL,
  who TEXT NOT NULL,
  verb TEXT NOT NULL,
  play_id INTEGER REFERENCES play (id),
  entry_id INTEGER REFERENCES queue_list (id),
  guest_id INTEGER REFERENCES guest (id),
  wish_id INTEGER REFERENCES download_list (id),
  text TEXT NOT NULL DEFAULT '',
  outcome TEXT CHECK (outcome IN ('done', 'nothing')) -- of an order to the player: null until it is carried out
) STRICT;
-- A song cannot be skipped twice; the other player orders may come again.
CREATE UNIQUE INDEX one_skip_a_play ON dj_order (play_id) WHERE verb = 'skip';
CREATE INDEX order_to_player ON dj_order (id) WHERE outcome IS NULL AND play_id IS NOT NULL;
CREATE INDEX order_to_guests ON dj_order (id) WHERE verb IN ('say', 'kick');
`;
