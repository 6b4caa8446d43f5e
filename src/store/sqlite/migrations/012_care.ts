/** What the DJ hid and whom the DJ banned are few: found without reading everything. */
export const care = `
CREATE INDEX song_hidden ON song (id) WHERE hidden = 1;
CREATE INDEX guest_banned ON guest (name_key) WHERE banned_at_ms IS NOT NULL;
`;
