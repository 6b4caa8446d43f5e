/** What the fetch command has tried for a wish. A wish without a row was never tried. */
export const fetching = `
CREATE TABLE fetch (
  wish_id INTEGER PRIMARY KEY REFERENCES download_list (id),
  tries INTEGER NOT NULL DEFAULT 0, -- that failed
  next_at_ms INTEGER NOT NULL DEFAULT 0, -- not before, unless it was ordered
  reason TEXT, -- of the last failure
  ordered_at_ms INTEGER, -- by the DJ, to be fetched now
  -- Of the run that goes on, or was going on when the librarian fell.
  folder TEXT,
  landing TEXT,
  pid INTEGER,
  mark TEXT
) STRICT;
CREATE INDEX fetch_under_way ON fetch (wish_id) WHERE folder IS NOT NULL;
`;
