/** What the order of the line is made from, as the rows say it (party/line.ts). */
import type { Entry, Line, Partner, Singer } from '../../party/line.ts';
import type { Party, Reason } from '../../party/model.ts';
import { presence } from '../../party/presence.ts';
import type { PresenceFacts } from '../../party/presence.ts';
import type { Ground } from './ground.ts';
import { LEFT_AT_MS } from './presence.ts';

/** An entry as a row shows it, with what is needed to show it. */
export interface WaitingEntry extends Entry {
  readonly songId: number;
  readonly durationS: number | null;
  /** Who sings it too, as it was typed. */
  readonly partnerName: string | null;
}

export function lineOf(ground: Ground, party: Party): Line<WaitingEntry> {
  const entries = ground
    .sql<WaitingEntry>(
      `SELECT entry.id, guest_id AS guestId, coalesce(rank, entry.id) AS rank, asked_at_ms AS askedAtMs, pin,
         partner AS partnerName, coalesce(partner.id, partner_key) AS partner, song_id AS songId, duration_s AS durationS
       FROM queue_list AS entry JOIN song ON song.id = song_id LEFT JOIN guest AS partner ON partner.name_key = partner_key
       WHERE party_id = ? AND state = 'waiting'`,
    )
    .all(party.id);
  const announced = ground
    .sql<{ entryId: number; rule: Reason['rule'] }>(
      `SELECT entry_id AS entryId, coalesce(rule, 'first') AS rule FROM next_entry`,
    )
    .get();
  return {
    entries,
    guests: singersOf(ground, party, 'waits or is waited with'),
    announced: announced ?? null,
    before: lastSingers(ground, party),
    turnsPlayed: turnsPlayed(ground, party),
    sinceOverdue: turnsSinceOverdue(ground, party),
    nowMs: ground.now(),
  };
}

interface SingerRow extends PresenceFacts {
  readonly id: number;
  readonly name: string;
  readonly sung: number;
  readonly missed: number;
  readonly round: number;
  readonly lastTurnAtMs: number | null;
  readonly backAtMs: number | null;
}

/** Whose facts are read. */
const WHO = {
  'waits or is waited with': `guest.id IN (SELECT guest_id FROM waiting)
    OR guest.name_key IN (SELECT partner_key FROM waiting WHERE partner_key IS NOT NULL)`,
  'sang tonight': 'turns.id IS NOT NULL',
} as const;

/**
 * Everybody of whom that is true. Who left before tonight has not been connected tonight: the DJ added them, with a
 * phone or without. The turn on the stage counts for its singer already, for a partner once it is sung.
 */
export function singersOf(ground: Ground, party: Party, who: keyof typeof WHO): readonly Singer[] {
  const graceMs = ground.limits().graceSeconds * 1_000;
  return ground
    .sql<Omit<SingerRow, 'saidAway'> & { readonly awaySinceMs: number | null }>(
      `WITH turn AS
         (SELECT guest_id AS id, taken_at_ms FROM play
          WHERE party_id = @partyId AND guest_id IS NOT NULL AND how IN ('sung', 'playing')
          UNION ALL SELECT guest.id, taken_at_ms FROM play JOIN guest ON guest.name_key = partner_key
          WHERE party_id = @partyId AND partner_key IS NOT NULL AND how = 'sung'),
       turns AS (SELECT id, count(*) AS sung, max(taken_at_ms) AS last FROM turn GROUP BY id),
       waiting AS (SELECT guest_id, partner_key FROM queue_list WHERE party_id = @partyId AND state = 'waiting')
       SELECT guest.id, guest.name, coalesce(sung, 0) AS sung, last AS lastTurnAtMs, coalesce(missed, 0) AS missed,
         coalesce(round, 0) AS round, back_at_ms AS backAtMs, away_since_ms AS awaySinceMs,
         ${LEFT_AT_MS} AS leftAtMs,
         (SELECT count(*) FROM connection WHERE guest_id = guest.id) AS connections
       FROM guest JOIN party ON party.id = @partyId LEFT JOIN turns ON turns.id = guest.id
       LEFT JOIN singer ON singer.party_id = @partyId AND singer.guest_id = guest.id
       WHERE ${WHO[who]}`,
    )
    .all({ partyId: party.id, graceMs })
    .map(({ awaySinceMs, connections, leftAtMs, ...singer }) => {
      const facts = { connections, leftAtMs, saidAway: awaySinceMs !== null };
      return { ...singer, presence: presence(facts, ground.now(), graceMs) };
    });
}

/** Who sang last, or sings now; nobody when a random song came since. */
function lastSingers(ground: Ground, party: Party): readonly Partner[] {
  const play = ground
    .sql<{ guestId: number | null; partner: Partner | null }>(
      `SELECT guest_id AS guestId, coalesce(partner.id, partner_key) AS partner
       FROM play LEFT JOIN guest AS partner ON partner.name_key = partner_key
       WHERE party_id = ? AND how <> 'skipped' ORDER BY play.id DESC LIMIT 1`,
    )
    .get(party.id);
  return [play?.guestId, play?.partner].filter((singer) => singer !== null && singer !== undefined);
}

/** Entries called tonight, also those that were skipped: by each of them the line moved up. */
export function turnsPlayed(ground: Ground, party: Party): number {
  const row = ground
    .sql<{ turns: number }>('SELECT count(*) AS turns FROM play WHERE party_id = ? AND entry_id IS NOT NULL')
    .get(party.id);
  return row?.turns ?? 0;
}

function turnsSinceOverdue(ground: Ground, party: Party): number {
  const row = ground
    .sql<{ last: number | null; turns: number }>(
      `SELECT last, (SELECT count(*) FROM play WHERE party_id = @partyId AND entry_id IS NOT NULL AND id > last) AS turns
       FROM (SELECT max(id) AS last FROM play WHERE party_id = @partyId AND rule = 'overdue')`,
    )
    .get({ partyId: party.id });
  return row?.last == null ? Infinity : row.turns;
}
