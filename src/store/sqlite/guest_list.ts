/** Whom the DJ sees: everybody who is connected or has to do with tonight, and where they are. */
import type { Party } from '../../party/model.ts';
import { presence } from '../../party/presence.ts';
import type { PresenceFacts } from '../../party/presence.ts';
import type { GuestRow } from '../dj.ts';
import type { Ground } from './ground.ts';
import { partyOn } from './night.ts';
import { LEFT_AT_MS } from './presence.ts';

type Row = Omit<GuestRow, 'presence' | 'phone' | 'isNew' | 'banned'> &
  Omit<PresenceFacts, 'saidAway'> & {
    readonly awaySinceMs: number | null;
    readonly everConnected: 0 | 1;
    readonly bannedAtMs: number | null;
  };

/** `@partyId`, `@now`, `@graceMs`. */
const GUESTS = `SELECT guest.id AS guestId, guest.name,
         (SELECT count(*) FROM connection WHERE guest_id = guest.id) AS connections,
         (SELECT count(*) FROM play WHERE guest_id = guest.id AND party_id = @partyId AND how = 'sung')
           + (SELECT count(*) FROM play WHERE partner_key = name_key AND party_id = @partyId AND how = 'sung') AS sungTonight,
         (SELECT count(*) FROM queue_list WHERE guest_id = guest.id AND party_id = @partyId AND state = 'waiting') AS waiting,
         (SELECT count(*) FROM wish_asker JOIN download_list AS wish ON wish.id = wish_id
          WHERE guest_id = guest.id AND state IN ('wanted', 'fetching')) AS openWishes,
         first_seen_ms AS firstSeenAtMs,
         iif(EXISTS (SELECT 1 FROM connection WHERE guest_id = guest.id), @now, coalesce(last_seen_ms, first_seen_ms)) AS lastSeenAtMs,
         ${LEFT_AT_MS} AS leftAtMs,
         last_seen_ms IS NOT NULL AS everConnected, away_since_ms AS awaySinceMs, banned_at_ms AS bannedAtMs
       FROM guest LEFT JOIN party ON party.id = @partyId
       LEFT JOIN singer ON singer.party_id = @partyId AND singer.guest_id = guest.id`;

/** Who is connected, asked for something, sang, or said AWAY tonight; by name. */
export const guestsTonight = (ground: Ground): readonly GuestRow[] =>
  guestsOf(
    ground,
    `${GUESTS}
       WHERE guest.id IN
         (SELECT guest_id FROM connection WHERE guest_id IS NOT NULL
          UNION SELECT guest_id FROM queue_list WHERE party_id = @partyId AND state IN ('waiting', 'singing')
          UNION SELECT guest_id FROM play WHERE party_id = @partyId AND how = 'sung'
          UNION SELECT guest.id FROM play JOIN guest ON name_key = partner_key WHERE party_id = @partyId AND how = 'sung'
          UNION SELECT guest_id FROM singer WHERE party_id = @partyId)
         AND forgotten_at_ms IS NULL
       ORDER BY name_key`,
  );

/** Whom the DJ does not want here, whether they ever came tonight or not. */
export const guestsBanned = (ground: Ground): readonly GuestRow[] =>
  guestsOf(ground, `${GUESTS} WHERE banned_at_ms IS NOT NULL AND forgotten_at_ms IS NULL ORDER BY name_key`);

function guestsOf(ground: Ground, sql: string): readonly GuestRow[] {
  const party = partyOn(ground);
  return ground
    .sql<Row>(sql)
    .all({ partyId: party?.id ?? 0, now: ground.now(), graceMs: ground.limits().graceSeconds * 1_000 })
    .map((row) => guestRow(ground, party, row));
}

function guestRow(
  ground: Ground,
  party: Party | null,
  { leftAtMs, awaySinceMs, everConnected, bannedAtMs, ...row }: Row,
): GuestRow {
  return {
    ...row,
    presence: whereabouts(ground, { connections: row.connections, leftAtMs, saidAway: awaySinceMs !== null }),
    phone: row.connections > 0 || everConnected === 1,
    isNew: party !== null && row.firstSeenAtMs >= party.startedAtMs,
    banned: bannedAtMs !== null,
  };
}

/** The order asks who counts as here; the DJ also sees whose connection is lost while the grace lasts. */
function whereabouts(ground: Ground, facts: PresenceFacts): GuestRow['presence'] {
  switch (presence(facts, ground.now(), ground.limits().graceSeconds * 1_000)) {
    case 'away':
      return 'away';
    case 'absent':
      return 'gone';
    case 'present':
      return facts.connections === 0 && facts.leftAtMs !== null ? 'grace' : 'here';
  }
}
