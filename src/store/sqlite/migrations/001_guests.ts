/** Who comes, and who is here. */
export const guests = `
CREATE TABLE guest (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  code_hash BLOB, -- null: added by the DJ, has no code
  first_seen_ms INTEGER NOT NULL,
  last_seen_ms INTEGER -- end of the last connection; null: never connected
) STRICT;

-- Presence: a row for every open connection, with the guest once it said HELLO.
CREATE TABLE connection (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  epoch INTEGER NOT NULL,
  seat INTEGER NOT NULL,
  guest_id INTEGER REFERENCES guest (id),
  remote TEXT NOT NULL,
  since_ms INTEGER NOT NULL,
  UNIQUE (epoch, seat)
) STRICT;
CREATE INDEX connection_of_guest ON connection (guest_id) WHERE guest_id IS NOT NULL;

CREATE TABLE wrong_code (
  name_key TEXT NOT NULL,
  remote TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX wrong_code_tries ON wrong_code (name_key, remote, at_ms);
`;
