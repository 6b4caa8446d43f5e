/** The client's own id for the HELLO that made a name, so that a lost answer can be asked for again. */
export const helloKey = `
-- As long as it may be said again: gone once the guest was proven by the code.
CREATE TABLE hello_key (
  guest_id INTEGER PRIMARY KEY REFERENCES guest (id),
  key_hash BLOB NOT NULL,
  made_at_ms INTEGER NOT NULL
) STRICT;
`;
