/** AWAY and BACK: a guest keeps the place and is not called. It is the guest's, for this party, through reconnects and restarts. */
import type { AwayOutcome } from '../guests.ts';
import type { Store } from '../store.ts';
import { shownOut } from './forget.ts';
import type { Ground } from './ground.ts';
import { keyOf } from './guest_rows.ts';
import { placeAt, spotsOn } from './line.ts';
import { partyOn } from './night.ts';
import { beat } from './pulse.ts';
import type { Transactions } from './transact.ts';

export function awayMethods(ground: Ground, { read, write }: Transactions): Pick<Store, 'setAway' | 'isAway'> {
  return {
    setAway: (guestId, to) => write(() => setAway(ground, guestId, to)),
    isAway: (guestId) => read(() => isAway(ground, guestId)),
  };
}

function setAway(ground: Ground, guestId: number, to: 'away' | 'back'): AwayOutcome {
  const out = shownOut(ground, guestId);
  if (out !== null) return { is: out };
  const party = partyOn(ground);
  if (!party) return { is: 'no-party' };
  const changed = isAway(ground, guestId) !== (to === 'away');
  if (changed) {
    ground
      .sql(
        `INSERT INTO singer (party_id, guest_id, away_since_ms) VALUES (@partyId, @guestId, iif(@to = 'away', @now, NULL))
         ON CONFLICT (party_id, guest_id) DO UPDATE SET
           away_since_ms = excluded.away_since_ms, back_at_ms = iif(@to = 'back', @now, back_at_ms)`,
      )
      .run({ partyId: party.id, guestId, to, now: ground.now() });
    beat(ground, 'queue');
    if (to === 'away') releaseAnnounced(ground, guestId);
  }
  const spots = spotsOn(ground);
  const own = spots.filter(({ placed }) => placed.entry.guestId === guestId);
  return {
    is: 'so',
    changed,
    waiting: own.length,
    duets: spots.filter(({ placed }) => placed.entry.partner === guestId).length,
    first: own[0] ? placeAt(ground, own[0]) : null,
    onStage: onStage(ground, guestId),
  };
}

/** Whether the guest said AWAY at the party that is on, and not BACK since. */
export function isAway(ground: Ground, guestId: number): boolean {
  const away = ground.sql(
    `SELECT 1 FROM singer JOIN party ON party.id = party_id AND ended_at_ms IS NULL
     WHERE guest_id = ? AND away_since_ms IS NOT NULL`,
  );
  return away.get(guestId) !== undefined;
}

/** Whoever was told to be ready will not come: the next one should hear it now and not when the song is over. */
function releaseAnnounced(ground: Ground, guestId: number): void {
  const released = ground
    .sql(
      `DELETE FROM next_entry WHERE entry_id IN
         (SELECT id FROM queue_list WHERE state = 'waiting' AND (guest_id = ? OR partner_key = ?))`,
    )
    .run(guestId, keyOf(ground, guestId));
  if (released.changes > 0) beat(ground, 'song');
}

/** The turn that is on, if the guest sings in it. */
function onStage(ground: Ground, guestId: number): Extract<AwayOutcome, { is: 'so' }>['onStage'] {
  const play = ground
    .sql<{ entryId: number; artist: string; title: string }>(
      `SELECT entry_id AS entryId, artist, title FROM play
       WHERE ended_at_ms IS NULL AND entry_id IS NOT NULL AND (guest_id = ? OR partner_key = ?)`,
    )
    .get(guestId, keyOf(ground, guestId));
  return play ?? null;
}
