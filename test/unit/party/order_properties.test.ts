/** What holds for any line. A property that fails names the seed of its line: `anyLine(seed)` is that line again. */
import { describe, expect, test } from '@jest/globals';
import { nextToCall, placeInLine } from '../../../src/party/order.ts';
import type { Entry, Line, Placed, Singer } from '../../../src/party/order.ts';
import { MINUTE, NOW, announcing, anyLine, called, dice, shown, shuffled } from './lines.ts';

const SEEDS = Array.from({ length: 2_000 }, (_, at) => at + 1);
type Without = Parameters<typeof anyLine>[1];

/** Checks each line; what it says is wrong with one fails the test, with the seed. */
function everyLine(without: readonly Without[], check: (of: Line, seed: number) => string | null): void {
  const wrong = SEEDS.flatMap((seed) => {
    const said = check(anyLine(seed, ...without), seed);
    return said === null ? [] : [`seed ${seed}: ${said}`];
  });
  expect(wrong).toEqual([]);
}
const differ = (a: unknown, b: unknown): string | null =>
  JSON.stringify(a) === JSON.stringify(b) ? null : `${JSON.stringify(a)} is not ${JSON.stringify(b)}`;

const singersIn = ({ guestId, partner }: Entry): readonly (number | string)[] =>
  partner === null ? [guestId] : [guestId, partner];
const shares = (entry: Entry, before: readonly (number | string)[]): boolean =>
  singersIn(entry).some((singer) => before.includes(singer));
const guestOf = ({ guests }: Line, id: number | string | null): Singer | undefined =>
  guests.find((guest) => guest.id === id);
const presenceOf = (of: Line, { guestId }: Entry) => guestOf(of, guestId)?.presence;
const isAway = (of: Line, entry: Entry): boolean =>
  singersIn(entry).some((singer) => guestOf(of, singer)?.presence === 'away');

describe('any line', () => {
  test('is the same whatever order the rows come in, and leaves its input alone', () => {
    everyLine([], (of, seed) => {
      const before = JSON.stringify(of);
      const roll = dice(seed + 1);
      const mixed = { ...of, entries: shuffled(of.entries, roll), guests: shuffled(of.guests, roll) };
      return differ(placeInLine(mixed), placeInLine(of)) ?? differ(JSON.parse(before), of);
    });
  });
  test('has every entry once, in places 1, 2, 3 …', () => {
    everyLine([], (of) => {
      const ids = placeInLine(of).map(({ entry }) => entry.id);
      return (
        differ(
          ids.toSorted((a, b) => a - b),
          of.entries.map(({ id }) => id),
        ) ??
        differ(
          placeInLine(of).map(({ position }) => position),
          ids.map((_, at) => at + 1),
        )
      );
    });
  });
  test('keeps each guest’s own entries in the guest’s order, what is announced aside', () => {
    everyLine(['pins'], (of) => {
      const places = placeInLine(of).filter(({ reason: { rule } }) => rule !== 'announced' && rule !== 'away');
      for (const { id } of of.guests) {
        const ranks = places.flatMap(({ entry }) => (entry.guestId === id ? [entry.rank] : []));
        if (differ(ranks, ranks.toSorted((a, b) => a - b)) !== null) return `guest ${id} has ${ranks.join()}`; // prettier-ignore
      }
      return null;
    });
  });
  test('has last, and never called, what somebody would sing who said AWAY', () => {
    everyLine([], (of) => {
      const places = placeInLine(of);
      const away = places.map(({ entry }) => isAway(of, entry));
      const told = places.map(({ reason }) => reason.rule === 'away');
      const next = nextToCall(of);
      return (
        differ(away, told) ??
        differ(away, away.toSorted()) ??
        (next && isAway(of, next.entry) ? 'calls somebody who is away' : null)
      );
    });
  });
  test('has the present before the absent, but for the DJ’s pins', () => {
    everyLine(['pins'], (of) => {
      const here = placeInLine(of).flatMap(({ entry, reason }) =>
        reason.rule === 'away' ? [] : [presenceOf(of, entry) === 'present' ? 0 : 1],
      );
      return differ(here, here.toSorted());
    });
  });
  test('gives the overdue a place out of turn once, and at most every third', () => {
    everyLine([], (of) => {
      const places = placeInLine(of).map(({ entry, reason }) =>
        reason.rule === 'overdue' || (reason.rule === 'announced' && of.announced?.rule === 'overdue')
          ? entry.guestId
          : null,
      );
      let since = of.sinceOverdue;
      for (const guestId of places) {
        if (guestId !== null && since < 2) return `${places.join()} after ${of.sinceOverdue}`;
        since = guestId === null ? since + 1 : 0;
      }
      const once = places.filter((guestId) => guestId !== null);
      return differ(once, [...new Set(once)]);
    });
  });
  test('is not made worse for a guest by adding a song of one’s own', () => {
    everyLine(['pins'], (of, seed) => {
      const roll = dice(seed + 7);
      const { id: guestId } = of.guests[roll(of.guests.length)] ?? { id: 1 };
      const partner = [null, 'zed', 'yoyo', 1 + roll(of.guests.length)][roll(4)] ?? null;
      const added = {
        id: 90,
        guestId,
        partner: partner === guestId ? null : partner,
        rank: 90,
        askedAtMs: NOW,
        pin: null,
      };
      const placesIn = (line: Line): readonly [number, number][] =>
        placeInLine(line).flatMap(({ entry, position }) =>
          entry.guestId === guestId && entry.id !== 90 ? [[entry.id, position]] : [],
        );
      const before = placesIn(of).filter(([id]) => !isAway(of, of.entries.find((entry) => entry.id === id) ?? added));
      const after = new Map(placesIn({ ...of, entries: [...of.entries, added] }));
      const worse = before.find(([id, position]) => (after.get(id) ?? Infinity) > position);
      return worse ? `guest ${guestId}: ${worse[0]} falls from ${worse[1]} to ${after.get(worse[0])}` : null;
    });
  });
});

/** The contract, read aloud: for each place everybody who is left is compared with everybody. Slow and plain. */
function asContracted(of: Line): readonly number[] {
  const left = of.entries.filter((entry) => !isAway(of, entry));
  const turns = new Map(of.guests.map(({ id, sung, missed }) => [id, sung + missed]));
  const gotOverdue = new Set<number>();
  const asked = (id: number): number =>
    Math.min(...of.entries.flatMap(({ guestId, askedAtMs }) => (guestId === id ? [askedAtMs] : [])));
  /** The last turn or the first request, then the turns placed so far, each later than the one before. */
  const since = new Map(of.guests.map(({ id, lastTurnAtMs }) => [id, lastTurnAtMs ?? asked(id)]));
  const waited = (id: number): number => of.nowMs - Math.max(guestOf(of, id)?.lastTurnAtMs ?? 0, asked(id));
  const someoneHere = left.some((entry) => entry.pin === null && presenceOf(of, entry) === 'present');
  let locked = left.find(({ id }) => id === of.announced?.entryId);
  if (locked && (locked.pin !== null || (someoneHere && presenceOf(of, locked) !== 'present'))) locked = undefined;
  let { before, sinceOverdue } = of;

  const order: number[] = [];
  while (left.length > 0) {
    const byRules = left.filter(({ pin }) => pin === null);
    // The guest's own order: of each guest one can be next.
    const firsts = of.guests.flatMap(({ id }) =>
      byRules.filter(({ guestId }) => guestId === id).sort((a, b) => a.rank - b.rank).slice(0, 1),
    ); // prettier-ignore
    const here = firsts.filter((entry) => presenceOf(of, entry) === 'present');
    const group = here.length > 0 ? here : firsts;
    const others = group.filter((entry) => !shares(entry, before));
    const eligible = others.length > 0 ? others : group;
    const best = eligible.toSorted(
      (a, b) =>
        (turns.get(a.guestId) ?? 0) - (turns.get(b.guestId) ?? 0) ||
        (since.get(a.guestId) ?? 0) - (since.get(b.guestId) ?? 0) ||
        a.id - b.id,
    )[0];
    const late = here
      .filter((entry) => !shares(entry, before) && !gotOverdue.has(entry.guestId))
      .map((entry) => ({ entry, waited: waited(entry.guestId) }))
      .filter((late) => late.waited > 60 * MINUTE)
      .sort((a, b) => b.waited - a.waited || a.entry.id - b.entry.id)[0];
    const pins = left
      .flatMap((entry) => (entry.pin === null ? [] : [{ entry, place: entry.pin - of.turnsPlayed }]))
      .sort((a, b) => a.place - b.place || a.entry.id - b.entry.id);
    const pin = pins.find(({ place }) => place <= order.length + 1);

    let next = best ?? pins[0]?.entry;
    let cause = 'the rounds';
    if (pin) next = pin.entry;
    else if (locked) [next, cause] = [locked, of.announced?.rule ?? ''];
    else if (late && sinceOverdue >= 2) [next, cause] = [late.entry, 'overdue'];
    if (!next) throw new Error('nobody is next');
    const { id, guestId } = next;
    if (next === locked) locked = undefined;
    left.splice(left.indexOf(next), 1);
    order.push(id);
    turns.set(guestId, (turns.get(guestId) ?? 0) + 1);
    since.set(guestId, of.nowMs + order.length);
    gotOverdue.add(guestId);
    sinceOverdue = cause === 'overdue' ? 0 : sinceOverdue + 1;
    before = singersIn(next);
  }
  return order;
}

test('any line is that of the contract, place by place', () => {
  everyLine([], (of) => {
    const callable = placeInLine(of).filter(({ reason }) => reason.rule !== 'away');
    return differ(
      callable.map(({ entry }) => entry.id),
      asContracted(of),
    );
  });
});

describe('a line that is played to its end', () => {
  const playAll = (of: Line, waitedMs: number): readonly Placed[] => {
    const step = called(of, waitedMs);
    return step ? [step.turn, ...playAll(step.after, waitedMs)] : [];
  };
  test('calls everybody as it was shown, if nothing changes meanwhile', () => {
    // A duet counts for the partner once it is sung, so that a line with the partner's own songs moves by it.
    everyLine(['known partners'], (drawn) => {
      const of = announcing(drawn);
      const callable = placeInLine(of).filter(({ reason }) => reason.rule !== 'away');
      return differ(
        playAll(of, 1).map(({ entry }) => entry.id),
        callable.map(({ entry }) => entry.id),
      );
    });
  });
  test('calls at each turn whom it announced in the turn before', () => {
    everyLine([], (of) => {
      for (let at = called(of, 4 * MINUTE); at; at = called(at.after, 4 * MINUTE)) {
        const { announced } = at.after;
        const next = nextToCall(at.after);
        if (announced?.entryId !== next?.entry.id) return `announced ${announced?.entryId}, calls ${next?.entry.id}`;
      }
      return null;
    });
  });
  test('has nobody starve', () => {
    // Each of the others may have turns until they have had as many, one more, and one out of turn when overdue; one was
    // announced, and one goes in between when whoever waits has just sung.
    everyLine(['pins', 'duets'], (of) => {
      const order = playAll(of, 4 * MINUTE).map(({ entry }) => entry.guestId);
      for (const self of of.guests) {
        if (self.presence !== 'present' || !of.entries.some(({ guestId }) => guestId === self.id)) continue;
        const ahead = (other: Singer): number => self.sung + self.missed - other.sung - other.missed;
        const others = of.guests.filter(({ id }) => id !== self.id);
        const most = others.reduce((sum, other) => sum + Math.max(0, ahead(other)) + 2, 2);
        const had = order.indexOf(self.id);
        if (had < 0 || had > most) return `guest ${self.id} is called after ${had} turns of others, ${most} at most`;
      }
      return null;
    });
  });
  test('gives nobody two turns more than somebody who waits and began with as many', () => {
    everyLine(['pins', 'announced', 'duets', 'overdue'], (of) => {
      const equals = of.guests.map((guest): Singer => ({ ...guest, presence: 'present', sung: 0, missed: 0 }));
      const left = new Map(of.guests.map(({ id }) => [id, of.entries.filter(({ guestId }) => guestId === id).length]));
      const turns = new Map(of.guests.map(({ id }) => [id, 0]));
      for (const { entry } of playAll({ ...of, guests: equals }, 1)) {
        const own = (turns.get(entry.guestId) ?? 0) + 1;
        turns.set(entry.guestId, own);
        left.set(entry.guestId, (left.get(entry.guestId) ?? 0) - 1);
        const short = [...turns].find(([id, had]) => (left.get(id) ?? 0) > 0 && had < own - 1);
        if (short) return `guest ${entry.guestId} has had ${own} turns, guest ${short[0]} ${short[1]}`;
      }
      return null;
    });
  });
});

test('the lines are of many kinds', () => {
  const seen = new Set(SEEDS.flatMap((seed) => placeInLine(anyLine(seed)).map(({ reason }) => reason.rule)));
  expect([...seen].toSorted()).toEqual([
    'after-present',
    'announced',
    'away',
    'fewest-turns',
    'first',
    'in-between',
    'longest-wait',
    'not-twice',
    'overdue',
    'pinned',
  ]);
  expect(shown(anyLine(1)).length).toBeGreaterThan(0);
});
