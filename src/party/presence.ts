/** Who is here. */

/** away: said so, and is never called. absent: the connection is lost for longer than the grace. */
export type Presence = 'present' | 'absent' | 'away';

export interface PresenceFacts {
  readonly connections: number;
  /**
   * When the last connection ended, or karaoked started if that was later: nobody can reconnect to a program that is down.
   * null: not connected at this party, so the DJ added this guest, who has no phone at hand and is in the room.
   */
  readonly leftAtMs: number | null;
  /** Said AWAY, and not BACK since. */
  readonly saidAway: boolean;
}

/** Where a guest is at `nowMs`, `graceMs` after a lost connection still counting as here. */
export function presence(facts: PresenceFacts, nowMs: number, graceMs: number): Presence {
  if (facts.saidAway) return 'away';
  if (facts.connections > 0 || facts.leftAtMs === null) return 'present';
  return nowMs - facts.leftAtMs <= graceMs ? 'present' : 'absent';
}
