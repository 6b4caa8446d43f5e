/**
 * When the party ends, as guests hear it: when a closing time is set or moved, once more shortly before it, and as soon as
 * somebody begins to listen who has not heard it. Kept for each connection, so that nobody hears it twice.
 */
import type { Event } from '../protocol/events.ts';
import type { Party } from '../party/model.ts';
import type { Listener } from './listener.ts';

/** Time for one more song and a glass of water. */
const REMINDED_MS = 10 * 60_000;

interface Heard {
  readonly partyId: number;
  readonly closingAtMs: number;
  /** Long before it: it is to be said once more. */
  readonly early: boolean;
}

export interface LastCall {
  /** Tells each of `listening` what it has not heard of the end of the party that is on. Call it at least once a second. */
  tell(listening: Iterable<Listener>, party: Party | null): void;
}

export function createLastCall(now: () => number): LastCall {
  const heard = new WeakMap<Listener, Heard>();
  return {
    tell(listening, party) {
      for (const listener of listening) {
        const { event, after } = lastCallFor(heard.get(listener) ?? null, party, now());
        if (after) heard.set(listener, after);
        else heard.delete(listener);
        if (event) listener.tell(event);
      }
    },
  };
}

/** What a connection that has heard `before` is to be told at `nowMs`, and what it has heard then. */
function lastCallFor(
  before: Heard | null,
  party: Party | null,
  nowMs: number,
): { readonly event: Event | null; readonly after: Heard | null } {
  if (party?.closingAtMs == null) {
    const withdrawn = before !== null && before.partyId === party?.id;
    return { event: withdrawn ? { topic: 'OPENEND' } : null, after: null };
  }
  const { id: partyId, closingAtMs } = party;
  const leftMs = closingAtMs - nowMs;
  const isKnown = before?.partyId === partyId && before.closingAtMs === closingAtMs;
  // Over in this moment: the goodbye says it.
  if (leftMs <= 0 || (isKnown && !(before.early && leftMs <= REMINDED_MS))) return { event: null, after: before };
  return {
    event: { topic: 'LASTCALL', minutes: Math.ceil(leftMs / 60_000) },
    after: { partyId, closingAtMs, early: leftMs > REMINDED_MS },
  };
}
