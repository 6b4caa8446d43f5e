/**
 * Who comes next among those who may be called: fewest turns first, of as many the longest since the last turn. Each turn
 * moves a guest to the end of the next round, so the rounds stay sorted by themselves and a line of 1,500 is placed in a
 * walk, without comparing everybody with everybody.
 */
import type { Entry, Partner, Singer } from './line.ts';

/** A guest with entries to place. */
export interface Waiting<E extends Entry = Entry> {
  readonly singer: Singer;
  /** Still to be placed by the rules, in the guest's own order; what the DJ has pinned is not among them. */
  readonly left: E[];
  /** Turns that count: sung, missed, and placed so far. */
  turns: number;
  placed: number;
  /** The last turn, or without one the first open request. */
  readonly sinceMs: number;
  /** The latest of the two and of BACK: what overdue is measured from. */
  readonly waitsSinceMs: number;
}

/** What tells which round somebody is in. */
export type InRound = Pick<Singer, 'sung' | 'missed' | 'round'>;

/**
 * The round that is on: the fewest turns of those who wait. Somebody who was let in a round behind and has not sung since
 * counts as one of the round they were let into; else each newcomer would let the next one in another round behind.
 */
export function roundOn(waiting: readonly InRound[]): number {
  if (waiting.length === 0) return 0;
  return Math.min(...waiting.map(({ sung, missed, round }) => Math.max(sung + missed, round)));
}

/** How many rounds count as sung for somebody with `sung` turns who joins: so many that only one is left to catch up with. */
export function missedRounds(sung: number, round: number): number {
  return Math.max(0, round - 1 - sung);
}

/** Groups entries by guest. What is not `callable` gets no place by the rules, but was asked for like the rest. */
export function waitingGuests<E extends Entry>(
  entries: readonly E[],
  singerOf: (entry: E) => Singer,
  callable: ReadonlySet<E>,
): readonly Waiting<E>[] {
  return [...Map.groupBy(entries, singerOf)].map(([singer, own]) => {
    const firstAskedMs = Math.min(...own.map(({ askedAtMs }) => askedAtMs));
    return {
      singer,
      left: own.filter((entry) => entry.pin === null && callable.has(entry)).sort(byOwnOrder),
      turns: singer.sung + singer.missed,
      placed: 0,
      sinceMs: singer.lastTurnAtMs ?? firstAskedMs,
      waitsSinceMs: Math.max(singer.lastTurnAtMs ?? firstAskedMs, firstAskedMs, singer.backAtMs ?? firstAskedMs),
    };
  });
}

/** A guest's own order; of different guests nearly the order of asking. */
export const byOwnOrder = (a: Entry, b: Entry): number => a.rank - b.rank || a.id - b.id;

/** Of those who wait equally long the one whose entry is older. */
export const firstId = ({ left }: Waiting): number => left[0]?.id ?? 0;

export const singersOf = ({ guestId, partner }: Entry): readonly Partner[] =>
  partner === null ? [guestId] : [guestId, partner];

/** Whether somebody who sings in the entry is among `others`. */
export const sharesSinger = (entry: Entry, others: readonly Partner[]): boolean =>
  others.includes(entry.guestId) || (entry.partner !== null && others.includes(entry.partner));

export interface Rounds<E extends Entry> {
  /**
   * The guest whose turn it is, and those with a better claim who are passed over because they sing in `before`; null when
   * nobody is left. When everybody would sing twice in a row, nobody is passed over.
   */
  next(before: readonly Partner[]): { readonly who: Waiting<E>; readonly passed: readonly Waiting<E>[] } | null;
  /** Whether nobody of as many turns waits longer. */
  leads(who: Waiting<E>): boolean;
  /** The guest has a place: a turn more counts. `entry` is one of `left`, or was pinned. */
  place(who: Waiting<E>, entry: E): void;
}

export function rounds<E extends Entry>(guests: readonly Waiting<E>[]): Rounds<E> {
  const byTurns = new Map<number, Waiting<E>[]>();
  const join = (who: Waiting<E>): void => {
    const round = byTurns.get(who.turns);
    if (round) round.push(who);
    else byTurns.set(who.turns, [who]);
  };
  const claims = guests.filter(({ left }) => left.length > 0);
  claims.toSorted((a, b) => a.sinceMs - b.sinceMs || firstId(a) - firstId(b)).forEach(join);

  const leave = (who: Waiting<E>): void => {
    const round = byTurns.get(who.turns) ?? [];
    const at = round.indexOf(who);
    if (at >= 0) round.splice(at, 1);
    if (round.length === 0) byTurns.delete(who.turns);
  };
  return {
    next(before) {
      const passed: Waiting<E>[] = [];
      for (const turns of [...byTurns.keys()].sort((a, b) => a - b)) {
        for (const who of byTurns.get(turns) ?? []) {
          const [entry] = who.left;
          if (entry && !sharesSinger(entry, before)) return { who, passed };
          passed.push(who);
        }
      }
      const [first] = passed;
      return first ? { who: first, passed: [] } : null;
    },
    leads: (who) => byTurns.get(who.turns)?.[0] === who,
    place(who, entry) {
      leave(who);
      const at = who.left.indexOf(entry);
      if (at >= 0) who.left.splice(at, 1);
      who.turns += 1;
      who.placed += 1;
      if (who.left.length > 0) join(who);
    },
  };
}
