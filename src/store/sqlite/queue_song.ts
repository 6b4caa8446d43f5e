/** Putting a song into the line, and the answer about an entry. */
import type { Party, Song } from '../../party/model.ts';
import type { AskRefusal, Queued } from '../guests.ts';
import { joinRound } from './catching_up.ts';
import type { Entry, Partner } from './entries.ts';
import { entryById, insertEntry, withdrawOffer } from './entries.ts';
import type { Ground } from './ground.ts';
import { guestByKey } from './guest_rows.ts';
import { spotsOn } from './line.ts';
import type { Spot } from './line.ts';
import { beat } from './pulse.ts';
import { songById } from './songs.ts';

export interface SongAsked {
  readonly party: Party;
  readonly guestId: number;
  readonly song: Song;
  /** Who sings it too; null: nobody. */
  readonly partner: Partner | null;
  /** No limit and no closing time hold for the DJ. */
  readonly by: 'guest' | 'dj';
}

export function queueSong(ground: Ground, { party, guestId, song, partner, by }: SongAsked): Queued | AskRefusal {
  const own = ground
    .sql<{ id: number; songId: number }>(
      `SELECT id, song_id AS songId FROM queue_list WHERE guest_id = ? AND party_id = ? AND state = 'waiting'`,
    )
    .all(guestId, party.id);
  const same = own.find(({ songId }) => songId === song.id);
  if (same) return { is: 'duplicate-entry', entryId: same.id, song };
  const limit = ground.limits().queuePerGuest;
  if (by === 'guest' && own.length >= limit) return { is: 'queue-limit', limit };

  const stepBack = own.length === 0 ? joinRound(ground, party, guestId) : null;
  const entryId = insertEntry(ground, { partyId: party.id, guestId, songId: song.id, partner });
  const spot = spotsOn(ground).find(({ placed }) => placed.entry.id === entryId) ?? null;
  if (by === 'guest' && spot && spot.tooLateFor !== null) {
    // Only in its place could be seen that it does not fit; nobody has seen the entry.
    ground.sql('DELETE FROM queue_list WHERE id = ?').run(entryId);
    stepBack?.();
    return { is: 'too-late', closingAtMs: spot.tooLateFor, song, wait: spot.wait };
  }
  withdrawOffer(ground, guestId, song.id);
  beat(ground, 'queue');
  return queuedView(ground, entryId, spot, 'first');
}

/** Today's view of an entry; `again`: asked for with the same key as before. */
export function queuedView(ground: Ground, entryId: number, spot: Spot | null, asked: 'first' | 'again'): Queued {
  const entry = entryById(ground, entryId);
  const song = entry && songById(ground, entry.songId);
  if (!entry || !song) throw new Error(`Entry ${entryId} or its song is gone`);
  return {
    is: 'queued',
    entryId,
    song,
    position: spot?.placed.position ?? null,
    wait: spot?.wait ?? null,
    tooLateFor: spot?.tooLateFor ?? null,
    repeated: asked === 'again',
    alsoAskedBy: othersWaitingFor(ground, entry),
    partner: entry.partner,
    partnerIsKnown: entry.partnerKey !== null && guestByKey(ground, entry.partnerKey) !== null,
    heldBy: spot?.placed.reason.rule === 'away' ? spot.placed.reason.who : null,
    state: entry.state,
  };
}

function othersWaitingFor(ground: Ground, { partyId, songId, guestId }: Entry): readonly string[] {
  return ground
    .sql<{ name: string }>(
      `SELECT name FROM queue_list AS entry JOIN guest ON guest.id = guest_id
       WHERE party_id = ? AND state = 'waiting' AND song_id = ? AND guest_id <> ? ORDER BY entry.id`,
    )
    .all(partyId, songId, guestId)
    .map(({ name }) => name);
}
