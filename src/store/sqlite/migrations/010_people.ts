/** People and their wishes: who looks like whom, who was forgotten, what may be a wish, what the DJ took back. */
export const people = `
-- What a name looks like (party/look_alikes.ts); null: not worked out yet. That is JavaScript's, so whoever needs it first
-- fills it (../looks.ts), also for rows that a session process of before a reload still writes.
ALTER TABLE guest ADD COLUMN look TEXT;
CREATE INDEX guest_by_look ON guest (look);
-- The row outlives the person: its id must not come to mean somebody else, and the plays need a guest to be nobody's.
ALTER TABLE guest ADD COLUMN forgotten_at_ms INTEGER;

-- Songs that may be a wish; the DJ decides. One row each, the first reason stays. id: a serial for those who watch.
CREATE TABLE wish_near (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  wish_id INTEGER NOT NULL REFERENCES download_list (id),
  song_id INTEGER NOT NULL REFERENCES song (id),
  why TEXT NOT NULL CHECK (why IN ('was-here', 'came')), -- when it was asked for, or brought since
  at_ms INTEGER NOT NULL,
  UNIQUE (wish_id, song_id)
) STRICT;
-- The newest song when this wish was last compared with the catalogue; null: never.
ALTER TABLE download_list ADD COLUMN compared_upto INTEGER;

-- The order that took this one back, or found that nothing of it stood anymore.
ALTER TABLE dj_order ADD COLUMN undone_by INTEGER REFERENCES dj_order (id);
-- The state of the wish before a found or a refuse.
ALTER TABLE dj_order ADD COLUMN before TEXT;
CREATE INDEX order_to_undo ON dj_order (id) WHERE undone_by IS NULL AND verb IN ('found', 'refuse', 'fetch');
`;
