/** SWAP: two own entries change places with all that belongs to the place. */
import type { SwapOutcome } from '../guests.ts';
import type { Store } from '../store.ts';
import { entryById } from './entries.ts';
import type { Entry } from './entries.ts';
import type { Ground } from './ground.ts';
import { spotsOn } from './line.ts';
import { beat } from './pulse.ts';
import type { Transactions } from './transact.ts';

export function swapMethods(ground: Ground, { write }: Transactions): Pick<Store, 'swap'> {
  return { swap: (guestId, entryId, otherId) => write(() => swap(ground, guestId, [entryId, otherId])) };
}

function swap(ground: Ground, guestId: number, ids: readonly [number, number]): SwapOutcome {
  const entries = ids.map((id) => entryById(ground, id));
  for (const [at, entryId] of ids.entries()) {
    const entry = entries[at];
    if (!entry) return { is: 'unknown', entryId };
    if (entry.guestId !== guestId) return { is: 'not-yours', entryId, owner: entry.singer };
    if (entry.state !== 'waiting') return { is: 'too-late', entryId, state: entry.state };
  }
  exchangePlaces(ground, ids);
  const places = new Map(spotsOn(ground).map(({ placed }) => [placed.entry.id, placed.position]));
  const swapped = entries
    .filter((entry): entry is Entry => entry !== null)
    .map(({ id, artist, title }) => ({ entryId: id, artist, title, position: places.get(id) ?? null }))
    .sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity));
  return { is: 'done', entries: swapped };
}

/** Rank, the DJ's pin, and having been announced: the place is the DJ's and the line's word, what is sung there the guest's. */
function exchangePlaces(ground: Ground, [one, other]: readonly [number, number]): void {
  const place = ground.sql<{ rank: number; pin: number | null }>(
    'SELECT coalesce(rank, id) AS rank, pin FROM queue_list WHERE id = ?',
  );
  const [first, second] = [place.get(one), place.get(other)];
  if (!first || !second) throw new Error(`Entry ${one} or ${other} is gone`);
  const put = ground.sql('UPDATE queue_list SET rank = ?, pin = ? WHERE id = ?');
  put.run(second.rank, second.pin, one);
  put.run(first.rank, first.pin, other);
  beat(ground, 'queue');
  const announced = ground
    .sql('UPDATE next_entry SET entry_id = iif(entry_id = @one, @other, @one) WHERE entry_id IN (@one, @other)')
    .run({ one, other });
  if (announced.changes > 0) beat(ground, 'song');
}
