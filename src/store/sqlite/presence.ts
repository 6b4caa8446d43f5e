/** Who is here: the rows of `connection`, and when somebody left. */
import type { Company, ConnectionId, Guest } from '../guests.ts';
import type { Store } from '../store.ts';
import type { Ground } from './ground.ts';
import { partyOn } from './night.ts';
import { beat } from './pulse.ts';
import type { Transactions } from './transact.ts';

/**
 * When a guest of tonight who is not connected left, in SQL over `guest` and `party`: nobody can reconnect to a program that
 * is down, so the grace counts from the start for those who still had some of it left. `@graceMs`. NULL: not here tonight.
 */
export const LEFT_AT_MS = `iif(guest.last_seen_ms < party.started_at_ms, NULL,
  iif(guest.last_seen_ms + @graceMs < coalesce(party.alive_before_ms, 0), guest.last_seen_ms,
    max(guest.last_seen_ms, party.grace_from_ms)))`;

type PresenceMethods = Pick<Store, 'recordConnections' | 'forgetSessions' | 'who'>;
type Change = Parameters<Store['recordConnections']>[0];

export function presenceMethods(ground: Ground, { read, write }: Transactions): PresenceMethods {
  return {
    recordConnections: (change) =>
      write(() => {
        recordConnections(ground, change);
      }),
    forgetSessions: (alive, upTo) =>
      write(() => {
        forget(
          ground,
          ground
            .sql<{ id: number }>(
              `SELECT id FROM connection WHERE epoch <= ? AND epoch NOT IN (SELECT value FROM json_each(?))`,
            )
            .all(Math.max(upTo, ...alive), JSON.stringify(alive)),
        );
      }),
    who: () => read(() => company(ground)),
  };
}

function recordConnections(ground: Ground, { epoch, opened, closed }: Change): void {
  const came = ground.sql(
    `INSERT INTO connection (epoch, seat, remote, since_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (epoch, seat) DO UPDATE SET remote = excluded.remote, since_ms = excluded.since_ms`,
  );
  for (const { seat, remote, sinceMs } of opened) came.run(epoch, seat, remote, sinceMs);
  const at = ground.sql<{ id: number }>('SELECT id FROM connection WHERE epoch = ? AND seat = ?');
  forget(
    ground,
    closed.map((seat) => at.get(epoch, seat)).filter((row) => row !== undefined),
  );
}

/** Puts a guest on a connection, whose row it makes when HELLO was faster than the news of the connection. */
export function seatGuest(ground: Ground, guestId: number, connection: ConnectionId, remote: string): void {
  const { epoch, seat } = connection;
  const before = ground
    .sql<{ guestId: number | null }>('SELECT guest_id AS guestId FROM connection WHERE epoch = ? AND seat = ?')
    .get(epoch, seat);
  if (before?.guestId === guestId) return;
  if (before) noteLeaving(ground, before.guestId);
  const graceMs = graceLeftMs(ground, guestId);
  ground
    .sql(
      `INSERT INTO connection (epoch, seat, guest_id, remote, since_ms) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (epoch, seat) DO UPDATE SET guest_id = excluded.guest_id`,
    )
    .run(epoch, seat, guestId, remote, ground.now());
  // Somebody who comes back moves up, ahead of those who are still away. Within the grace nothing moves.
  if (graceMs !== null && graceMs < 0) beat(ground, 'queue');
}

/**
 * How long the order still counts a guest as here who is not connected, in ms; below 0 it does not. null: it is not asked,
 * because the guest has no song in the line, is connected, said AWAY or has no phone here tonight (party/presence.ts).
 */
export function graceLeftMs(ground: Ground, guestId: number): number | null {
  const graceMs = ground.limits().graceSeconds * 1_000;
  const left = ground
    .sql<{ atMs: number | null }>(
      `SELECT ${LEFT_AT_MS} AS atMs FROM guest JOIN party ON ended_at_ms IS NULL
       WHERE guest.id = @guestId AND NOT EXISTS (SELECT 1 FROM connection WHERE guest_id = guest.id)
         AND EXISTS (SELECT 1 FROM queue_list WHERE guest_id = guest.id AND party_id = party.id AND state = 'waiting')
         AND NOT EXISTS (SELECT 1 FROM singer
           WHERE guest_id = guest.id AND party_id = party.id AND away_since_ms IS NOT NULL)`,
    )
    .get({ guestId, graceMs });
  return typeof left?.atMs === 'number' ? left.atMs + graceMs - ground.now() : null;
}

/** Deletes connections; the guests on them leave now. */
function forget(ground: Ground, rows: readonly { readonly id: number }[]): void {
  const gone = ground.sql<{ guestId: number | null }>(
    'DELETE FROM connection WHERE id = ? RETURNING guest_id AS guestId',
  );
  for (const { id } of rows) noteLeaving(ground, gone.get(id)?.guestId ?? null);
}

/** Nobody of an earlier run is connected anymore. */
export function forgetEverybody(ground: Ground): void {
  forget(ground, ground.sql<{ id: number }>('SELECT id FROM connection').all());
}

function noteLeaving(ground: Ground, guestId: number | null): void {
  if (guestId === null) return;
  ground.sql('UPDATE guest SET last_seen_ms = ? WHERE id = ?').run(ground.now(), guestId);
}

export function connectionCount(ground: Ground): number {
  return ground.sql<{ open: number }>('SELECT count(*) AS open FROM connection').get()?.open ?? 0;
}

function company(ground: Ground): Company {
  const guests = ground
    .sql<Guest>(
      `SELECT id, name FROM guest WHERE id IN (SELECT guest_id FROM connection WHERE guest_id IS NOT NULL) ORDER BY name_key`,
    )
    .all();
  const singers = ground
    .sql<{ name: string }>(
      `SELECT name FROM guest WHERE id IN
         (SELECT guest_id FROM queue_list WHERE party_id = @partyId AND state IN ('waiting', 'singing')
          UNION SELECT guest_id FROM play WHERE party_id = @partyId AND how = 'sung')
         OR name_key IN
         (SELECT partner_key FROM queue_list WHERE party_id = @partyId AND state IN ('waiting', 'singing')
          UNION SELECT partner_key FROM play WHERE party_id = @partyId AND how = 'sung')
       ORDER BY name_key`,
    )
    .all({ partyId: partyOn(ground)?.id ?? 0 });
  return { connections: connectionCount(ground), guests, singers: singers.map(({ name }) => name) };
}
