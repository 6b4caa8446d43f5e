/** Who goes before somebody by rounds and waiting, entry by entry, and what lets each of them go first (WHY). Pure. */
import type { Line, Placed, Singer } from './line.ts';

/**
 * here: those whose connection is lost go after. between: the other one would sing twice in a row. before-pin: the DJ chose
 * a later place.
 */
export type AheadBy = 'here' | 'fewer-turns' | 'longer-wait' | 'between' | 'before-pin';

export interface Ahead {
  readonly position: number;
  readonly singer: string;
  readonly by: AheadBy;
}

/** How somebody stood when the place came, as rounds.ts counts it. */
interface Claim {
  readonly singer: Singer;
  readonly turns: number;
  /** The place of the own entry before; 0: none. Each turn goes to the end of the next round, so it orders what is placed. */
  readonly lastPlace: number;
  readonly sinceMs: number;
}

/** Of the entries before `mine` those of others that no pin, announcement or hour of waiting put there. */
export function aheadByRules({ guests, entries }: Line, mine: Placed, before: readonly Placed[]): readonly Ahead[] {
  const singers = new Map(guests.map((singer) => [singer.id, singer]));
  const placed = new Map<number, { readonly turns: number; readonly at: number }>();
  const firstAsked = new Map<number, number>();
  for (const { guestId, askedAtMs } of entries)
    firstAsked.set(guestId, Math.min(askedAtMs, firstAsked.get(guestId) ?? Infinity));
  const claimOf = ({ guestId }: Placed['entry']): Claim => {
    const singer = singers.get(guestId);
    if (!singer) throw new Error(`guest ${guestId} waits and is not among the guests`);
    const { turns, at } = placed.get(guestId) ?? { turns: 0, at: 0 };
    const sinceMs = singer.lastTurnAtMs ?? firstAsked.get(guestId) ?? 0;
    return { singer, turns: singer.sung + singer.missed + turns, lastPlace: at, sinceMs };
  };
  const claims = before.map(({ entry, position, reason }) => {
    const claim = claimOf(entry);
    placed.set(entry.guestId, { turns: (placed.get(entry.guestId)?.turns ?? 0) + 1, at: position });
    return { claim, position, rule: reason.rule };
  });
  const own = claimOf(mine.entry);
  return claims
    .filter(({ rule }) => rule !== 'pinned' && rule !== 'announced' && rule !== 'overdue')
    .filter(({ claim }) => claim.singer.id !== own.singer.id)
    .map(({ claim, position }) => ({
      position,
      singer: claim.singer.name,
      by: mine.reason.rule === 'pinned' ? 'before-pin' : why(claim, own),
    }));
}

function why(theirs: Claim, own: Claim): AheadBy {
  if (own.singer.presence === 'absent' && theirs.singer.presence === 'present') return 'here';
  if (theirs.turns !== own.turns) return theirs.turns < own.turns ? 'fewer-turns' : 'between';
  const waitsLonger =
    theirs.lastPlace === own.lastPlace ? theirs.sinceMs <= own.sinceMs : theirs.lastPlace < own.lastPlace;
  return waitsLonger ? 'longer-wait' : 'between';
}
