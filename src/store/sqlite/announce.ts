/** Who was told to be ready. Announced is locked (domain.md, The line, 2), so only the player announces. */
import { nextToCall } from '../../party/order.ts';
import type { Party } from '../../party/model.ts';
import type { NewsStore } from '../news.ts';
import type { Announced } from '../player.ts';
import { entryById } from './entries.ts';
import type { Ground } from './ground.ts';
import { lineOf } from './line_facts.ts';
import { partyOn } from './night.ts';
import { LEFT_AT_MS } from './presence.ts';
import { beat } from './pulse.ts';
import { songById } from './songs.ts';

/**
 * Announces whom the order calls next and returns it, or null when there is nobody to call. The order itself keeps the
 * announced entry in front; when it does not, the singer is gone and somebody else is here.
 */
export function announce(ground: Ground): Announced | null {
  const party = partyOn(ground);
  const line = party ? lineOf(ground, party) : null;
  const next = line ? nextToCall(line) : null;
  if (next && next.entry.id !== line?.announced?.entryId) {
    ground
      .sql('INSERT OR REPLACE INTO next_entry (only, entry_id, rule) VALUES (1, ?, ?)')
      .run(next.entry.id, next.reason.rule);
    beat(ground, 'song', 'queue');
  }
  if (!next && ground.sql('DELETE FROM next_entry').run().changes > 0) beat(ground, 'song', 'queue');
  const entry = next ? entryById(ground, next.entry.id) : null;
  const song = next ? songById(ground, next.entry.songId) : null;
  if (!party || !entry || !song) return null;
  return { entryId: entry.id, singer: entry.singer, song, goneAtMs: goneAtMs(ground, party, entry.guestId) };
}

/** When the grace of a lost connection is over; null for who is connected, has no phone, or counts as gone already. */
function goneAtMs(ground: Ground, party: Party, guestId: number): number | null {
  const graceMs = ground.limits().graceSeconds * 1_000;
  const lost = ground
    .sql<{ leftAtMs: number }>(
      `SELECT ${LEFT_AT_MS} AS leftAtMs FROM guest JOIN party ON party.id = @partyId
       WHERE guest.id = @guestId AND last_seen_ms >= started_at_ms
         AND NOT EXISTS (SELECT 1 FROM connection WHERE guest_id = guest.id)`,
    )
    .get({ partyId: party.id, guestId, graceMs });
  // presence.ts still counts the last millisecond.
  const atMs = lost ? lost.leftAtMs + graceMs + 1 : null;
  return atMs !== null && atMs > ground.now() ? atMs : null;
}

type AnnouncedEntry = Awaited<ReturnType<NewsStore['announced']>>;

export function announcedEntry(ground: Ground): AnnouncedEntry {
  const announced = ground
    .sql<NonNullable<AnnouncedEntry>>(
      `SELECT entry.id AS entryId, guest_id AS guestId, guest.name AS singer, partner, song_id AS songId, artist, title
       FROM next_entry JOIN queue_list AS entry ON entry.id = entry_id
       JOIN guest ON guest.id = guest_id JOIN song ON song.id = song_id
       WHERE entry.state = 'waiting'`,
    )
    .get();
  return announced ?? null;
}
