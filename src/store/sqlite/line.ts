/** The line: rows and the clock go into party/order.ts, places come out. Nothing of it is stored. */
import { placeInLine } from '../../party/order.ts';
import type { Line, Placed, Presence } from '../../party/order.ts';
import type { Place, WaitRange } from '../../party/model.ts';
import { waitingRanges } from '../../party/waiting.ts';
import type { Ground } from './ground.ts';
import { lineOf } from './line_facts.ts';
import type { WaitingEntry } from './line_facts.ts';
import { partyOn } from './night.ts';
import { paceOf, remainingOn } from './pace.ts';
import { songById } from './songs.ts';
import { everyMs, turnLength } from './turn_length.ts';

/** A place in the line before its song and singer are looked up: of a line of thousands, twenty are shown. */
export interface Spot {
  readonly placed: Placed<WaitingEntry>;
  readonly presence: Presence;
  readonly wait: WaitRange;
  /** When the party ends, where its song is not over by then if all goes as fast as it may; while paused nobody knows. */
  readonly tooLateFor: number | null;
}

/** The whole line as it stands now; empty when no party is on. */
export const spotsOn = (ground: Ground): readonly Spot[] => lineNow(ground)?.spots ?? [];

/** The line as it stands now, and what it was made from. */
export interface LineNow {
  readonly line: Line<WaitingEntry>;
  readonly spots: readonly Spot[];
  readonly music: 'goes on' | 'is paused';
}

/** null: no party is on. */
export function lineNow(ground: Ground): LineNow | null {
  const party = partyOn(ground);
  if (!party) return null;
  const line = lineOf(ground, party);
  const places = placeInLine(line);
  const presences = new Map(line.guests.map(({ id, presence }) => [id, presence]));
  const limits = ground.limits();
  const remainingMs = remainingOn(ground);
  const waits = waitingRanges({
    remainingMs,
    durationsMs: places.map(({ entry, reason }) =>
      reason.rule === 'away' ? null : turnLength(limits, entry.durationS, 'guest').musicMs,
    ),
    gapMs: limits.gapSeconds * 1_000,
    everyMs: everyMs(limits),
    realToPlanned: paceOf(ground, party),
  });
  const spots = places.map((placed, at) => {
    const wait = waits[at] ?? null;
    const { gapMs, musicMs } = turnLength(limits, placed.entry.durationS, 'guest');
    const overAtMs = line.nowMs + (wait?.fromMin ?? 0) * 60_000 + gapMs + musicMs;
    const tooLateFor = party.closingAtMs !== null && overAtMs > party.closingAtMs ? party.closingAtMs : null;
    return { placed, presence: presences.get(placed.entry.guestId) ?? 'absent', wait, tooLateFor };
  });
  return { line, spots, music: remainingMs === null ? 'is paused' : 'goes on' };
}

export function placeAt(ground: Ground, { placed, presence, wait, tooLateFor }: Spot): Place {
  const { entry, position, reason } = placed;
  const song = songById(ground, entry.songId);
  const guest = ground
    .sql<{ name: string; connection: Place['connection'] }>(
      `SELECT guest.name, iif(EXISTS (SELECT 1 FROM connection WHERE guest_id = guest.id), 'open',
         iif(guest.last_seen_ms >= party.started_at_ms, 'lost', 'none')) AS connection
       FROM queue_list AS entry JOIN party ON party.id = party_id JOIN guest ON guest.id = guest_id WHERE entry.id = ?`,
    )
    .get(entry.id);
  if (!song || !guest) throw new Error(`Entry ${entry.id} has lost its song or its guest`);
  const { id: entryId, guestId, partnerName: partner } = entry;
  const { name: singer, connection } = guest;
  return { entryId, position, guestId, singer, partner, presence, connection, song, wait, tooLateFor, reason };
}
