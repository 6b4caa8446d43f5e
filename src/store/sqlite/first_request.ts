/** What is written down when somebody asks for the first time in a night. */
import { missedRounds } from '../../party/order.ts';
import type { Party } from '../../party/model.ts';
import type { Ground } from './ground.ts';
import { lineOf, singersOf } from './line_facts.ts';
import type { Singer } from '../../party/line.ts';

/** Keeps how many rounds the guest has missed; once a night, before the first entry is written. */
export function noteFirstRequest(ground: Ground, party: Party, guestId: number): void {
  const known = ground.sql<{ missed: number | null }>('SELECT missed FROM singer WHERE party_id = ? AND guest_id = ?');
  if (known.get(party.id, guestId)?.missed != null) return;
  const sung = ground
    .sql<{ turns: number }>(
      `SELECT count(*) AS turns FROM play JOIN guest ON guest.id = @guestId
       WHERE party_id = @partyId AND how = 'sung' AND (guest_id = guest.id OR partner_key = guest.name_key)`,
    )
    .get({ partyId: party.id, guestId });
  const missed = missedRounds(sung?.turns ?? 0, turnsToCatchUpWith(ground, party));
  ground
    .sql(
      `INSERT INTO singer (party_id, guest_id, missed) VALUES (?, ?, ?)
       ON CONFLICT (party_id, guest_id) DO UPDATE SET missed = excluded.missed`,
    )
    .run(party.id, guestId, missed);
}

/** Of those who wait and are here; when nobody waits at this moment, of those here who sang tonight. */
function turnsToCatchUpWith(ground: Ground, party: Party): readonly number[] {
  const { guests, entries } = lineOf(ground, party);
  const ids = new Set(entries.map(({ guestId }) => guestId));
  const waiting = turnsOf(guests.filter(({ id }) => ids.has(id)));
  return waiting.length > 0 ? waiting : turnsOf(singersOf(ground, party, 'sang tonight'));
}

const turnsOf = (guests: readonly Singer[]): readonly number[] =>
  guests.filter(({ presence }) => presence === 'present').map(({ sung, missed }) => sung + missed);
