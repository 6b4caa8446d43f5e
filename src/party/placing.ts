/** Works out, while the line is placed, why each entry stands where it stands: who of those ahead is the cause. */
import type { Entry } from './line.ts';
import type { Others, Reason } from './model.ts';
import type { Waiting } from './rounds.ts';

/** More are counted, not named: a sentence with seven names explains nothing. */
const NAMED = 2;

/** Who had a place of a round, in order of their places: enough to name two besides oneself. */
interface Had {
  readonly first: { readonly id: number; readonly name: string }[];
  count: number;
}

export interface ReasonTeller<E extends Entry> {
  /** Why `who` comes now; those in `passed` would have come before. */
  why(next: { readonly who: Waiting<E>; readonly passed: readonly Waiting<E>[] }): Reason;
  /** `who` was given the next place, before that counts as a turn. */
  placed(who: Waiting<E>, reason: Reason): void;
}

export function reasonTeller<E extends Entry>(presentWaiting: number): ReasonTeller<E> {
  const rounds = new Map<number, Had>();
  /** Who was passed over for the place before. */
  let passedBefore: ReadonlySet<Waiting<E>> = new Set();
  let lastSinger = '';
  let passedNow: ReadonlySet<Waiting<E>> = new Set();

  const others = (turns: number, { singer, ...self }: Waiting<E>): Others | null => {
    const had = rounds.get(turns);
    const names = had?.first.filter(({ id }) => id !== singer.id).slice(0, NAMED) ?? [];
    if (!had || names.length === 0) return null;
    // Every guest is at most once in a round, and this one was in those of the places so far.
    const own = turns < self.turns && turns >= self.turns - self.placed ? 1 : 0;
    return { names: names.map(({ name }) => name), more: had.count - own - names.length, turns };
  };
  const fewer = (who: Waiting<E>): Others | null => {
    for (let turns = who.turns - 1; turns >= 0; turns -= 1) {
      const found = others(turns, who);
      if (found) return found;
    }
    return null;
  };
  return {
    why({ who, passed }) {
      passedNow = new Set(passed);
      if (who.singer.presence === 'absent' && presentWaiting > 0) return { rule: 'after-present', presentWaiting };
      if (passedBefore.has(who)) return { rule: 'not-twice', between: lastSinger };
      const { turns, placed, singer } = who;
      const before = fewer(who);
      if (before) return { rule: 'fewest-turns', turns, placed, missed: singer.missed, others: before };
      const same = others(turns, who);
      return same ? { rule: 'longest-wait', turns, others: same } : { rule: 'first' };
    },
    placed(who) {
      const { singer, turns } = who;
      const had = rounds.get(turns) ?? { first: [], count: 0 };
      if (had.first.length <= NAMED) had.first.push({ id: singer.id, name: singer.name });
      had.count += 1;
      rounds.set(turns, had);
      passedBefore = passedNow;
      passedNow = new Set();
      lastSinger = singer.name;
    },
  };
}
