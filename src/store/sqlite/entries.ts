/** Rows of `queue_list`. party/entry.ts says which moves there are; this makes them, and keeps what hangs on them true. */
import { moved } from '../../party/entry.ts';
import type { EntryMove } from '../../party/entry.ts';
import type { EntryState } from '../../party/model.ts';
import type { Unsung } from '../guests.ts';
import type { Ground } from './ground.ts';
import { beat } from './pulse.ts';
import { songHere } from './songs.ts';

export interface Entry {
  readonly id: number;
  readonly partyId: number;
  readonly guestId: number;
  readonly singer: string;
  /** Who sings it too; null: nobody. */
  readonly partner: string | null;
  readonly partnerKey: string | null;
  readonly songId: number;
  readonly artist: string;
  readonly title: string;
  readonly state: EntryState;
  /** Unsung, and offered to its guest until asked for again or cancelled. */
  readonly onOffer: 0 | 1;
}

/** Who sings an entry too. */
export interface Partner {
  /** As its owner writes it, where somebody is called so. */
  readonly name: string;
  readonly key: string;
}

export function entryById(ground: Ground, id: number): Entry | null {
  const entry = ground
    .sql<Entry>(
      `SELECT entry.id, party_id AS partyId, guest_id AS guestId, guest.name AS singer, partner,
         partner_key AS partnerKey, song_id AS songId, artist, title, state, on_offer AS onOffer
       FROM queue_list AS entry JOIN guest ON guest.id = guest_id JOIN song ON song.id = song_id
       WHERE entry.id = ?`,
    )
    .get(id);
  return entry ?? null;
}

export function insertEntry(
  ground: Ground,
  entry: {
    readonly partyId: number;
    readonly guestId: number;
    readonly songId: number;
    readonly partner: Partner | null;
  },
): number {
  const { partyId, guestId, songId, partner } = entry;
  const { lastInsertRowid } = ground
    .sql(
      `INSERT INTO queue_list (party_id, guest_id, song_id, partner, partner_key, state, asked_at_ms)
       VALUES (?, ?, ?, ?, ?, 'waiting', ?)`,
    )
    .run(partyId, guestId, songId, partner?.name ?? null, partner?.key ?? null, ground.now());
  return Number(lastInsertRowid);
}

/** Returns whether the move did anything: false when the entry's state has no such move. */
export function moveEntry(ground: Ground, id: number, move: EntryMove): boolean {
  const before = ground.sql<{ state: EntryState }>('SELECT state FROM queue_list WHERE id = ?').get(id);
  const after = before ? moved(before.state, move) : null;
  if (after === null) return false;
  ground.sql('UPDATE queue_list SET state = ?, on_offer = ? WHERE id = ?').run(after, after === 'unsung' ? 1 : 0, id);
  beat(ground, 'queue');
  if (ground.sql('DELETE FROM next_entry WHERE entry_id = ?').run(id).changes > 0) beat(ground, 'song');
  return true;
}

/** Asked for again, or cancelled: nobody needs to be reminded of it. Returns whether there was an offer. */
export function withdrawOffer(ground: Ground, guestId: number, songId: number): boolean {
  const offers = ground.sql('UPDATE queue_list SET on_offer = 0 WHERE guest_id = ? AND song_id = ? AND on_offer = 1');
  return offers.run(guestId, songId).changes > 0;
}

/** What `guestId` did not come to sing, each song once, the newest first. */
export function unsungOf(ground: Ground, guestId: number): readonly Unsung[] {
  return ground
    .sql<{ entryId: number; songId: number; partner: string | null }>(
      // Of the row with the greatest id, which is SQLite's word for columns beside max().
      `SELECT max(id) AS entryId, song_id AS songId, partner FROM queue_list WHERE guest_id = ? AND on_offer = 1
       GROUP BY song_id ORDER BY entryId DESC`,
    )
    .all(guestId)
    .flatMap(({ entryId, songId, partner }) => {
      const song = songHere(ground, songId);
      return song ? [{ entryId, song, partner }] : [];
    });
}

export function waitingCount(ground: Ground): number {
  const row = ground
    .sql<{ waiting: number }>(
      `SELECT count(*) AS waiting FROM queue_list
       WHERE state = 'waiting' AND party_id = (SELECT id FROM party WHERE ended_at_ms IS NULL)`,
    )
    .get();
  return row?.waiting ?? 0;
}
