/** The DJ's pins: an entry in a place of the line, until it is called or unpinned. Each is an order with a name to it. */
import type { Party } from '../../party/model.ts';
import { nextToCall } from '../../party/order.ts';
import { pushedDown } from '../../party/pins.ts';
import type { Pin } from '../../party/pins.ts';
import type { NotPinned, PinnedAt } from '../dj_line.ts';
import type { Store } from '../store.ts';
import { entryById } from './entries.ts';
import type { Entry } from './entries.ts';
import type { Ground } from './ground.ts';
import { placeAt, spotsOn } from './line.ts';
import { lineOf, turnsPlayed } from './line_facts.ts';
import { partyOn } from './night.ts';
import { logOrder } from './order_log.ts';
import { beat } from './pulse.ts';
import type { Transactions } from './transact.ts';

type PinMethods = Pick<Store, 'pinEntry' | 'unpinEntry'>;

export function pinMethods(ground: Ground, { write }: Transactions): PinMethods {
  return {
    pinEntry: (entryId, place, who) => write(() => move(ground, entryId, place, who)),
    unpinEntry: (entryId, who) => write(() => unpin(ground, entryId, who)),
  };
}

/** What became of pins: of the entry that was moved and of all that gave way to it. null: none. Kept with the order, for undo. */
export type PinChanges = readonly {
  readonly id: number;
  readonly from: number | null;
  readonly to: number | null;
}[];

function move(ground: Ground, entryId: number, place: number, who: string): PinnedAt | NotPinned {
  const here = waitingHere(ground, entryId);
  if ('is' in here) return here;
  const { entry, party } = here;
  const held = pinPlaces(ground, party);
  const own = held.find((each) => each.entryId === entryId)?.place;
  const alone = held.every((each) => each.entryId === entryId || each.place !== place);
  if (own === place && alone) return answer(ground, 'already', entry);
  const spot = spotsOn(ground).find(({ placed }) => placed.entry.id === entryId);
  const reason = spot?.placed.reason;
  if (reason?.rule === 'away') return { is: 'away', who: reason.who, singer: entry.singer };
  const before = JSON.stringify(pinTo(ground, party, entryId, place));
  logOrder(ground, { verb: 'move', who, entryId, guestId: entry.guestId, text: String(place), before });
  return answer(ground, 'done', entry);
}

function unpin(ground: Ground, entryId: number, who: string): PinnedAt | NotPinned {
  const here = waitingHere(ground, entryId);
  if ('is' in here) return here;
  const before = pinOf(ground, entryId);
  if (before === null) return answer(ground, 'already', here.entry);
  const changes: PinChanges = [{ id: entryId, from: before, to: null }];
  setPin(ground, entryId, null);
  // What the rules had announced stays so; what its pin alone had, does not.
  if (lineOf(ground, here.party).announced?.rule === 'pinned') giveWayToMoved(ground, here.party, [entryId]);
  logOrder(ground, { verb: 'unpin', who, entryId, guestId: here.entry.guestId, before: JSON.stringify(changes) });
  return answer(ground, 'done', here.entry);
}

function waitingHere(
  ground: Ground,
  entryId: number,
): { readonly entry: Entry; readonly party: Party } | Exclude<NotPinned, { is: 'away' }> {
  const entry = entryById(ground, entryId);
  const party = partyOn(ground);
  if (!entry) return { is: 'unknown' };
  if (entry.state !== 'waiting' || party?.id !== entry.partyId) return { is: 'too-late', state: entry.state };
  return { entry, party };
}

function answer(ground: Ground, is: 'done' | 'already', entry: Entry): PinnedAt {
  const spots = spotsOn(ground);
  const spot = spots.find(({ placed }) => placed.entry.id === entry.id);
  if (!spot) throw new Error(`Entry ${entry.id} waits and has no place`);
  const callable = spots.filter(({ placed }) => placed.reason.rule !== 'away').length;
  return { is, place: placeAt(ground, spot), callable };
}

/** Pins of all who wait tonight, as places from now on; what should have been called already is first. */
function pinPlaces(ground: Ground, party: Party): readonly Pin[] {
  const turns = turnsPlayed(ground, party);
  return ground
    .sql<{ entryId: number; pin: number }>(
      `SELECT id AS entryId, pin FROM queue_list WHERE party_id = ? AND state = 'waiting' AND pin IS NOT NULL`,
    )
    .all(party.id)
    .map(({ entryId, pin }) => ({ entryId, place: Math.max(1, pin - turns) }));
}

/** Pins the entry and moves down whoever is in its way. */
export function pinTo(ground: Ground, party: Party, entryId: number, place: number): PinChanges {
  const turns = turnsPlayed(ground, party);
  const others = pinPlaces(ground, party).filter((each) => each.entryId !== entryId);
  const changes = [{ entryId, place }, ...pushedDown(others, place)].map(({ entryId: id, place: to }) => ({
    id,
    from: pinOf(ground, id),
    to: to + turns,
  }));
  for (const { id, to } of changes) setPin(ground, id, to);
  giveWayToMoved(
    ground,
    party,
    changes.map(({ id }) => id),
  );
  return changes;
}

export const pinOf = (ground: Ground, entryId: number): number | null =>
  ground.sql<{ pin: number | null }>('SELECT pin FROM queue_list WHERE id = ?').get(entryId)?.pin ?? null;

/** null: unpinned. */
export function setPin(ground: Ground, entryId: number, pin: number | null): void {
  ground.sql('UPDATE queue_list SET pin = ? WHERE id = ?').run(pin, entryId);
  beat(ground, 'queue');
}

/**
 * What was announced is locked against the rules of the line, not against the DJ (domain.md, The line, 2): it is next no more
 * when it, or what is next without the lock, is one of the entries that the DJ has `moved`.
 */
export function giveWayToMoved(ground: Ground, party: Party, moved: readonly number[]): void {
  const line = lineOf(ground, party);
  const announced = line.announced?.entryId;
  const next = nextToCall({ ...line, announced: null })?.entry.id;
  if (announced === undefined || announced === next) return;
  if (!moved.some((id) => id === announced || id === next)) return;
  ground.sql('DELETE FROM next_entry').run();
  beat(ground, 'song');
}
