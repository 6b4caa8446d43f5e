/** The fair line: own order, duets, pins, who is away, what was missed; hidden songs and banned guests. */
export const fair = `
-- The guest's own order, exchanged by SWAP; null: the id.
ALTER TABLE queue_list ADD COLUMN rank INTEGER;
-- Who sings it too, by name: a partner may have no phone. The key finds the guest of that name, now or later.
ALTER TABLE queue_list ADD COLUMN partner TEXT;
ALTER TABLE queue_list ADD COLUMN partner_key TEXT;
-- The DJ's pin: the place that was wanted + the entries called until then, so that it moves up as the line does.
ALTER TABLE queue_list ADD COLUMN pin INTEGER;

-- A guest at one party. missed: rounds sung without them before they asked; round: the one that was on then (party/rounds.ts);
-- null: nothing asked for yet.
CREATE TABLE singer (
  party_id INTEGER NOT NULL REFERENCES party (id),
  guest_id INTEGER NOT NULL REFERENCES guest (id),
  missed INTEGER,
  round INTEGER,
  away_since_ms INTEGER, -- said AWAY, and not BACK since
  back_at_ms INTEGER, -- said BACK for the last time
  PRIMARY KEY (party_id, guest_id)
) STRICT, WITHOUT ROWID;

-- The last sign of life before the start that grace_from_ms is of: who was gone for good by then is not waited for again.
ALTER TABLE party ADD COLUMN alive_before_ms INTEGER;

-- The rule that put it first, before it was announced; and, once it is called, of the play.
ALTER TABLE next_entry ADD COLUMN rule TEXT;
ALTER TABLE play ADD COLUMN rule TEXT;
-- Names are copied in, as the singer's is.
ALTER TABLE play ADD COLUMN partner TEXT;
ALTER TABLE play ADD COLUMN partner_key TEXT;
CREATE INDEX play_of_partner ON play (party_id, partner_key) WHERE partner_key IS NOT NULL;

-- The DJ does not want it played or found.
ALTER TABLE song ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
-- The DJ does not want them here.
ALTER TABLE guest ADD COLUMN banned_at_ms INTEGER;

-- What can be taken back is more than it was, and the newest of a day is found without it.
DROP INDEX order_to_undo;
`;
