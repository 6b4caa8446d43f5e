/** What holds for any line. A property that fails names the seed of its line: `anyLine(seed)` is that line again. */
import { describe, expect, test } from '@jest/globals';
import { nextToCall, placeInLine } from '../../../src/party/order.ts';
import type { Line, Placed, Singer } from '../../../src/party/order.ts';
import { asContracted, presenceOf, isAway } from './as_contracted.ts';
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
    'own-first',
    'pinned',
  ]);
  expect(shown(anyLine(1)).length).toBeGreaterThan(0);
});
