/** The line: rows and the clock go into party/order.ts, places come out. Nothing of it is stored. */
import { placeInLine, presence } from '../../party/order.ts';
import type { Entry, Line, Placed, PresenceFacts } from '../../party/order.ts';
import type { Party, Place, WaitRange } from '../../party/model.ts';
import { waitingRanges } from '../../party/waiting.ts';
import type { Store } from '../store.ts';
import type { Ground } from './ground.ts';
import { partyOn } from './night.ts';
import { pageFrom } from './pages.ts';
import { paceOf, remainingOn } from './pace.ts';
import { songById } from './songs.ts';
import type { Transactions } from './transact.ts';
import { everyMs, turnLength } from './turn_length.ts';

export function lineMethods(ground: Ground, { read }: Transactions): Pick<Store, 'line' | 'mine'> {
  return {
    line: (wanted) =>
      read(() => {
        const page = pageFrom(spotsOn(ground), wanted);
        return { ...page, rows: page.rows.map((spot) => placeAt(ground, spot)) };
      }),
    mine: (guestId) =>
      read(() =>
        spotsOn(ground)
          .filter(({ placed }) => placed.entry.guestId === guestId)
          .map((spot) => placeAt(ground, spot)),
      ),
  };
}

interface WaitingEntry extends Entry {
  readonly songId: number;
  readonly durationS: number | null;
}

/** A place in the line before its song and singer are looked up: of a line of thousands, twenty are shown. */
export interface Spot {
  readonly placed: Placed<WaitingEntry>;
  readonly wait: WaitRange;
}

/** The whole line as it stands now; empty when no party is on. */
export function spotsOn(ground: Ground): readonly Spot[] {
  const party = partyOn(ground);
  if (!party) return [];
  const places = placeInLine(lineOf(ground, party));
  const limits = ground.limits();
  const waits = waitingRanges({
    remainingMs: remainingOn(ground),
    durationsMs: places.map(({ entry, reason }) =>
      reason.rule === 'away' ? null : turnLength(limits, entry.durationS, 'guest').musicMs,
    ),
    gapMs: limits.gapSeconds * 1_000,
    everyMs: everyMs(limits),
    realToPlanned: paceOf(ground, party),
  });
  return places.map((placed, at) => ({ placed, wait: waits[at] ?? null }));
}

function placeAt(ground: Ground, { placed, wait }: Spot): Place {
  const { entry, position, reason } = placed;
  const song = songById(ground, entry.songId);
  const guest = ground.sql<{ name: string }>('SELECT name FROM guest WHERE id = ?').get(entry.guestId);
  if (!song || !guest) throw new Error(`Entry ${entry.id} has lost its song or its guest`);
  return { entryId: entry.id, position, guestId: entry.guestId, singer: guest.name, song, wait, reason };
}

/** What the order is made from. */
export function lineOf(ground: Ground, party: Party): Line<WaitingEntry> {
  const entries = ground
    .sql<WaitingEntry>(
      `SELECT entry.id, guest_id AS guestId, asked_at_ms AS askedAtMs, song_id AS songId, duration_s AS durationS
       FROM queue_list AS entry JOIN song ON song.id = song_id WHERE party_id = ? AND state = 'waiting'`,
    )
    .all(party.id);
  const announced = ground.sql<{ entryId: number }>('SELECT entry_id AS entryId FROM next_entry').get();
  return { entries, guests: guestsWaiting(ground, party), announced: announced?.entryId ?? null };
}

/** Who left before tonight has not been connected tonight: the DJ added them, with a phone or without. */
function guestsWaiting(ground: Ground, party: Party): Line['guests'] {
  const graceMs = ground.limits().graceSeconds * 1_000;
  return ground
    .sql<Omit<PresenceFacts, 'saidAway'> & { readonly id: number }>(
      `SELECT guest.id, iif(guest.last_seen_ms >= started_at_ms, max(guest.last_seen_ms, grace_from_ms), NULL) AS leftAtMs,
         (SELECT count(*) FROM connection WHERE guest_id = guest.id) AS connections
       FROM guest JOIN party ON party.id = @partyId
       WHERE guest.id IN (SELECT guest_id FROM queue_list WHERE party_id = @partyId AND state = 'waiting')`,
    )
    .all({ partyId: party.id })
    .map(({ id, ...facts }) => ({ id, presence: presence({ ...facts, saidAway: false }, ground.now(), graceMs) }));
}
