/** A client's own ids for its requests: a lost answer can be asked for again and queues nothing twice. */
import type { Queued, RequestOutcome, Wished } from '../guests.ts';
import { wishedView } from './ask_wish.ts';
import type { Ground } from './ground.ts';
import { spotsOn } from './line.ts';
import { queuedView } from './queue_song.ts';
import { wishById } from './wish_rows.ts';

/** `key` null: the client counts on no repetition. */
export interface Asker {
  readonly guestId: number;
  readonly partyId: number;
  readonly key: string | null;
}

/** Today's view of what the same key asked for before, or null. */
export function answeredBefore(ground: Ground, { guestId, partyId, key }: Asker): Queued | Wished | null {
  if (key === null) return null;
  const row = ground
    .sql<{ entryId: number | null; wishId: number | null }>(
      `SELECT entry_id AS entryId, wish_id AS wishId FROM request_key WHERE guest_id = ? AND party_id = ? AND key = ?`,
    )
    .get(guestId, partyId, key);
  if (!row) return null;
  if (row.entryId !== null) {
    const spot = spotsOn(ground).find(({ placed }) => placed.entry.id === row.entryId) ?? null;
    return queuedView(ground, row.entryId, spot, 'again');
  }
  const wish = row.wishId === null ? null : wishById(ground, row.wishId);
  return wish && wishedView(ground, wish, 'again');
}

/** Only what was granted is remembered: after a refusal the same request may well be granted later. */
export function rememberAnswer(ground: Ground, { guestId, partyId, key }: Asker, outcome: RequestOutcome): void {
  if (key === null || (outcome.is !== 'queued' && outcome.is !== 'wished')) return;
  const [entryId, wishId] = outcome.is === 'queued' ? [outcome.entryId, null] : [null, outcome.wishId];
  ground
    .sql('INSERT INTO request_key (guest_id, party_id, key, entry_id, wish_id) VALUES (?, ?, ?, ?, ?)')
    .run(guestId, partyId, key, entryId, wishId);
}
