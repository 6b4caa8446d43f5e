/** What is written down when somebody asks while nothing of theirs waits: how far behind they may be at most. */
import { placeInLine } from '../../party/order.ts';
import { missedRounds, roundOn } from '../../party/rounds.ts';
import type { InRound } from '../../party/rounds.ts';
import type { Party } from '../../party/model.ts';
import type { Ground } from './ground.ts';
import { lineOf, singersOf } from './line_facts.ts';

/** As `singer` keeps it; nulls: nothing was asked for yet. */
interface Kept {
  readonly missed: number | null;
  readonly round: number | null;
}

/**
 * Joins the guest to the round that is on; call it before the first entry that waits is written. Returns what puts things
 * back as they were, for a request that is refused after all.
 */
export function joinRound(ground: Ground, party: Party, guestId: number): () => void {
  const before = ground
    .sql<Kept>('SELECT missed, round FROM singer WHERE party_id = ? AND guest_id = ?')
    .get(party.id, guestId) ?? { missed: null, round: null };
  const round = roundOn(others(ground, party, guestId));
  keep(ground, party, guestId, {
    missed: Math.max(before.missed ?? 0, missedRounds(turnsOf(ground, party, guestId), round)),
    round: Math.max(before.round ?? 0, round),
  });
  return () => {
    keep(ground, party, guestId, before);
  };
}

function keep(ground: Ground, party: Party, guestId: number, { missed, round }: Kept): void {
  ground
    .sql(
      `INSERT INTO singer (party_id, guest_id, missed, round) VALUES (?, ?, ?, ?)
       ON CONFLICT (party_id, guest_id) DO UPDATE SET missed = excluded.missed, round = excluded.round`,
    )
    .run(party.id, guestId, missed, round);
}

/** Those who wait and may be called; when nobody does at this moment, of those here who sang the one with the most turns. */
function others(ground: Ground, party: Party, guestId: number): readonly InRound[] {
  const line = lineOf(ground, party);
  const held = placeInLine(line).filter(({ reason }) => reason.rule === 'away');
  const callable = new Set(line.entries);
  for (const { entry } of held) callable.delete(entry);
  const ids = new Set([...callable].map((entry) => entry.guestId));
  const waiting = line.guests.filter(({ id, presence }) => presence === 'present' && ids.has(id));
  if (waiting.length > 0) return waiting;
  const sang = singersOf(ground, party, 'sang tonight');
  return sang
    .filter(({ id, presence }) => presence === 'present' && id !== guestId)
    .sort((a, b) => b.sung + b.missed - (a.sung + a.missed))
    .slice(0, 1);
}

/** Turns tonight, duets included, and the own one that is on the stage. */
function turnsOf(ground: Ground, party: Party, guestId: number): number {
  const row = ground
    .sql<{ turns: number }>(
      `SELECT count(*) AS turns FROM play JOIN guest ON guest.id = @guestId
       WHERE party_id = @partyId AND
         ((guest_id = guest.id AND how IN ('sung', 'playing')) OR (partner_key = guest.name_key AND how = 'sung'))`,
    )
    .get({ partyId: party.id, guestId });
  return row?.turns ?? 0;
}
