/**
 * Who is here, kept by what guests did and not by what karaoked thinks of it: connected, within the grace of the last
 * connection (counted anew when karaoked started since), or never connected at this party because the DJ added them.
 */
export interface PresenceBook {
  /** A connection on which somebody has said a name. */
  came(who: string): void;
  went(who: string): void;
  said(who: string, what: 'away' | 'back'): void;
  /** karaoked started: nobody could reconnect while it was down. */
  started(): void;
  /** Another party: AWAY was said at the last one. */
  partyBegan(): void;
  presenceOf(who: string): 'present' | 'absent' | 'away';
}

export function createPresenceBook(now: () => number, graceMs: number): PresenceBook {
  const connections = new Map<string, number>();
  const leftAt = new Map<string, number>();
  const away = new Set<string>();
  let graceFromMs = 0;
  let partyFromMs = 0;
  const key = (who: string): string => who.toLowerCase();
  return {
    came: (who) => {
      connections.set(key(who), (connections.get(key(who)) ?? 0) + 1);
      leftAt.set(key(who), now());
    },
    went: (who) => {
      connections.set(key(who), Math.max(0, (connections.get(key(who)) ?? 0) - 1));
      leftAt.set(key(who), now());
    },
    said: (who, what) => {
      if (what === 'away') away.add(key(who));
      else away.delete(key(who));
    },
    started: () => {
      graceFromMs = now();
    },
    partyBegan: () => {
      away.clear();
      partyFromMs = now();
    },
    presenceOf: (who) => {
      if (away.has(key(who))) return 'away';
      if ((connections.get(key(who)) ?? 0) > 0) return 'present';
      const left = leftAt.get(key(who));
      if (left === undefined || left < partyFromMs) return 'present';
      return now() - Math.max(left, graceFromMs) <= graceMs ? 'present' : 'absent';
    },
  };
}
