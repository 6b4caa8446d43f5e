/** Names that were made over HTTP, where each request is a connection of its own: counted for the address. */
export const newNames = `
CREATE TABLE new_name (
  remote TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX new_name_from ON new_name (remote, at_ms);
`;
