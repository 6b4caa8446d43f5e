/**
 * The line, read once for many: after each change of it two thousand phones ask how it stands, and nothing has changed
 * between their questions. To place fifteen hundred entries takes milliseconds, to see that nobody has committed since
 * takes microseconds.
 */
import type { Place } from '../../party/model.ts';
import type { Ground } from './ground.ts';
import { placeAt, spotsOn } from './line.ts';
import type { Spot } from './line.ts';

export interface KeptLine {
  readonly spots: readonly Spot[];
  /** Own entries of a guest, and the duets that others sing with them. */
  readonly mine: (guestId: number) => readonly Spot[];
  /** With its song and its singer, looked up at the first question. */
  readonly placeAt: (spot: Spot) => Place;
}

/**
 * Returns what to ask for the line as it stands. Call it inside a read only: what a write that may come to nothing has
 * changed must not be kept.
 */
export function keepLine(ground: Ground): () => KeptLine {
  let kept: { readonly state: string; readonly atMs: number; readonly line: KeptLine } | null = null;
  return () => {
    // Asked first: it is what opens the snapshot, so that the line is not newer than what it is kept under.
    const state = stateOf(ground);
    const atMs = ground.now();
    const age = atMs - (kept?.atMs ?? -Infinity);
    // A clock that was set back makes it older, not younger.
    if (kept?.state !== state || age >= ground.keepLineMs || age < 0) kept = { state, atMs, line: readLine(ground) };
    return kept.line;
  };
}

/** Another one after every commit, whoever made it: `data_version` counts those of others, `total_changes` our own. */
function stateOf(ground: Ground): string {
  const others = ground.sql<{ data_version: number }>('PRAGMA data_version').get()?.data_version;
  const own = ground.sql<{ changes: number }>('SELECT total_changes() AS changes').get()?.changes;
  return `${others} ${own}`;
}

function readLine(ground: Ground): KeptLine {
  const spots = spotsOn(ground);
  const places = new Map<Spot, Place>();
  const ofGuest = new Map<number | string, Spot[]>();
  for (const spot of spots) {
    const { guestId, partner } = spot.placed.entry;
    for (const singer of new Set([guestId, partner])) {
      if (singer === null) continue;
      const own = ofGuest.get(singer);
      if (own) own.push(spot);
      else ofGuest.set(singer, [spot]);
    }
  }
  return {
    spots,
    mine: (guestId) => ofGuest.get(guestId) ?? [],
    placeAt: (spot) => {
      const place = places.get(spot) ?? placeAt(ground, spot);
      places.set(spot, place);
      return place;
    },
  };
}
