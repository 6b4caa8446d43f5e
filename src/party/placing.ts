/** Works out, while the line is placed, why each entry stands where it stands: who of those ahead is the cause. */
import type { Entry } from './line.ts';
import type { Counted, Others, Reason } from './model.ts';
import type { Waiting } from './rounds.ts';

/** More are counted, not named: a sentence with seven names explains nothing. */
const NAMED = 2;

/** Guests who had a place of a round, in order of their places: enough to name two besides oneself. */
interface Had {
  readonly first: { readonly id: number; readonly name: string }[];
  count: number;
  counted: Counted;
  since: 'request' | 'turn' | 'either';
}

export interface ReasonTeller<E extends Entry> {
  /** Why `who` comes now; those in `passed` would have come before. */
  why(next: { readonly who: Waiting<E>; readonly passed: readonly Waiting<E>[] }): Reason;
  /** `who` was given the next place, before that counts as a turn. In turn: nobody of as many turns waits longer. */
  placed(who: Waiting<E>, reason: Reason, came: 'in turn' | 'out of turn'): void;
}

export function reasonTeller<E extends Entry>(presentWaiting: number): ReasonTeller<E> {
  /** By turns: everybody, however they came there; and those who wait longer than whoever comes later with as many. */
  const all = new Map<number, Had>();
  const inTurn = new Map<number, Had>();
  /** Who was passed over for the place before. */
  let passedBefore: ReadonlySet<Waiting<E>> = new Set();
  let passedNow: ReadonlySet<Waiting<E>> = new Set();
  let last: { readonly singer: Waiting<E>['singer']; readonly rule: Reason['rule'] } | null = null;

  return {
    why({ who, passed }) {
      passedNow = new Set(passed);
      if (who.singer.presence === 'absent' && presentWaiting > 0) return { rule: 'after-present', presentWaiting };
      if (last && passedBefore.has(who)) return { rule: 'not-twice', between: last.singer.name };
      const { turns, placed, singer } = who;
      for (let fewer = turns - 1; fewer >= 0; fewer -= 1) {
        const had = all.get(fewer);
        const others = had ? othersOf(had, fewer, who) : null;
        if (!had || !others) continue;
        const counted = coarser(had.counted, countedOf(who));
        return { rule: 'fewest-turns', turns, placed, missed: singer.missed, others, counted };
      }
      const had = inTurn.get(turns);
      const others = had ? othersOf(had, turns, who) : null;
      if (had && others) {
        const counted = coarser(had.counted, countedOf(who));
        const since = had.since === sinceOf(who) ? had.since : 'either';
        return { rule: 'longest-wait', turns, placed, others, counted, since };
      }
      const [first] = passed;
      if (first) return { rule: 'in-between', passed: first.singer.name };
      if (last?.singer.id === singer.id) return { rule: 'own-first' };
      return { rule: 'first', behind: last && outOfTurn(last) };
    },
    placed(who, { rule }, came) {
      note(all, who);
      if (came === 'in turn') note(inTurn, who);
      passedBefore = passedNow;
      passedNow = new Set();
      last = { singer: who.singer, rule };
    },
  };
}

function note(rounds: Map<number, Had>, who: Waiting): void {
  const { singer, turns } = who;
  const had = rounds.get(turns);
  if (!had) {
    rounds.set(turns, { first: [singer], count: 1, counted: countedOf(who), since: sinceOf(who) });
    return;
  }
  if (had.first.length <= NAMED) had.first.push(singer);
  had.count += 1;
  had.counted = coarser(had.counted, countedOf(who));
  if (had.since !== sinceOf(who)) had.since = 'either';
}

function othersOf({ first, count }: Had, turns: number, self: Waiting): Others | null {
  const names: string[] = [];
  for (const { id, name } of first) if (id !== self.singer.id && names.length < NAMED) names.push(name);
  if (names.length === 0) return null;
  // Every guest is at most once in a round, and this one was in those of the places so far.
  const own = turns < self.turns && turns >= self.turns - self.placed ? 1 : 0;
  return { names, more: count - own - names.length, turns };
}

const COARSENESS: readonly Counted[] = ['sung', 'ahead', 'missed'];
const coarser = (a: Counted, b: Counted): Counted => (COARSENESS.indexOf(a) >= COARSENESS.indexOf(b) ? a : b);

function countedOf({ singer, placed }: Waiting): Counted {
  if (singer.missed > 0) return 'missed';
  return placed > 0 ? 'ahead' : 'sung';
}

const sinceOf = ({ singer }: Waiting): 'request' | 'turn' => (singer.lastTurnAtMs === null ? 'request' : 'turn');

function outOfTurn({ singer, rule }: { readonly singer: { readonly name: string }; readonly rule: Reason['rule'] }) {
  return rule === 'pinned' || rule === 'announced' || rule === 'overdue' ? { singer: singer.name, rule } : null;
}
