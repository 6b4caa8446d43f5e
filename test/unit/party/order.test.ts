import { describe, expect, test } from '@jest/globals';
import { type Entry, type Line, nextToCall, placeInLine, type Presence, presence } from '../../../src/party/order.ts';
import { reasonSentence } from '../../../src/party/order.ts';

const entry = (id: number, guestId: number, askedAtMs: number): Entry => ({ id, guestId, askedAtMs });
const [ADA, BO, CY] = [1, 2, 3];
const entries = [entry(10, ADA, 100), entry(11, BO, 200), entry(12, ADA, 300), entry(13, CY, 400)];
const line = (ada: Presence, bo: Presence, cy: Presence, announced: number | null = null): Line => ({
  entries,
  guests: [
    { id: ADA, presence: ada },
    { id: BO, presence: bo },
    { id: CY, presence: cy },
  ],
  announced,
});
const ids = (of: Line): number[] => placeInLine(of).map((place) => place.entry.id);
const rules = (of: Line): string[] => placeInLine(of).map((place) => place.reason.rule);

/** Reproducible numbers below `below`: a failing line can be met again. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
function anyLine(seed: number): Line {
  const roll = dice(seed);
  const guests = Array.from({ length: 1 + roll(6) }, (_, at) => ({
    id: at + 1,
    presence: (['present', 'absent', 'away'] as const)[roll(3)] ?? 'present',
  }));
  const some = Array.from({ length: roll(15) }, (_, at) => entry(at + 1, 1 + roll(guests.length), roll(8)));
  return { entries: some, guests, announced: roll(2) === 0 ? null : 1 + roll(16) };
}
const shuffled = <T>(rows: readonly T[], roll: (below: number) => number): T[] =>
  rows
    .map((row) => ({ row, at: roll(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);

describe('the line', () => {
  test('is first come, first served among those who are here', () => {
    expect(ids(line('present', 'present', 'present'))).toEqual([10, 11, 12, 13]);
    expect(placeInLine(line('present', 'present', 'present')).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });
  test('passes the absent over while somebody is here, and says how many go first', () => {
    const absentAda = line('absent', 'present', 'present');
    expect(ids(absentAda)).toEqual([11, 13, 10, 12]);
    expect(placeInLine(absentAda)[2]?.reason).toEqual({ rule: 'after-present', presentWaiting: 2 });
  });
  test('of absent guests only is first come, first served', () => {
    expect(ids(line('absent', 'absent', 'absent'))).toEqual([10, 11, 12, 13]);
    expect(new Set(rules(line('absent', 'absent', 'absent')))).toEqual(new Set(['first-come']));
  });
  test('keeps the place of the announced entry', () => {
    expect(ids(line('present', 'present', 'present', 13))).toEqual([13, 10, 11, 12]);
    expect(rules(line('present', 'present', 'present', 13))[0]).toBe('announced');
    expect(ids(line('absent', 'absent', 'absent', 13))).toEqual([13, 10, 11, 12]);
  });
  test('does not wait for an announced singer who left while another is here, nor for one who is away', () => {
    expect(ids(line('present', 'present', 'absent', 13))).toEqual([10, 11, 12, 13]);
    expect(ids(line('absent', 'absent', 'away', 13))).toEqual([10, 11, 12, 13]);
  });
  test('forgets an announced entry that no longer waits', () => {
    expect(ids(line('present', 'present', 'present', 99))).toEqual([10, 11, 12, 13]);
  });
  test('shows those who are away last and never calls them', () => {
    expect(ids(line('away', 'absent', 'present'))).toEqual([13, 11, 10, 12]);
    expect(nextToCall(line('away', 'away', 'absent'))?.id).toBe(13);
    expect(nextToCall(line('away', 'away', 'away'))).toBeNull();
    expect(nextToCall({ entries: [], guests: [], announced: null })).toBeNull();
  });
  test('of two who asked in the same millisecond takes the lower id', () => {
    const both = [entry(2, ADA, 5), entry(1, BO, 5)];
    expect(ids({ ...line('present', 'present', 'present'), entries: both })).toEqual([1, 2]);
  });
  test('refuses an entry of nobody', () => {
    expect(() => placeInLine({ entries, guests: [], announced: null })).toThrow('entry 10 is of guest 1');
  });
});

describe('any line', () => {
  const lines = Array.from({ length: 300 }, (_, seed) => anyLine(seed + 1));

  test('is the same whatever order the rows come in, and leaves its input alone', () => {
    for (const [seed, of] of lines.entries()) {
      const before = JSON.stringify(of);
      const roll = dice(seed);
      const mixed = { ...of, entries: shuffled(of.entries, roll), guests: shuffled(of.guests, roll) };
      expect(placeInLine(mixed)).toEqual(placeInLine(of));
      expect(JSON.stringify(of)).toBe(before);
    }
  });
  test('has every entry once, in places 1, 2, 3 …', () => {
    for (const of of lines) {
      expect(ids(of).toSorted((a, b) => a - b)).toEqual(of.entries.map(({ id }) => id));
      expect(placeInLine(of).map(({ position }) => position)).toEqual(of.entries.map((_, at) => at + 1));
    }
  });
  test('has the present before the absent before those who are away, each group in the order of asking', () => {
    for (const of of lines) {
      const presenceOf = new Map(of.guests.map(({ id, presence: is }) => [id, is]));
      const places = placeInLine(of).filter(({ reason }) => reason.rule !== 'announced');
      const groups = places.map(({ entry: { guestId } }) =>
        ['present', 'absent', 'away'].indexOf(presenceOf.get(guestId) ?? ''),
      );
      expect(groups).toEqual(groups.toSorted((a, b) => a - b));
      for (const group of [0, 1, 2]) {
        const asked = places.filter((_, at) => groups[at] === group).map(({ entry: { askedAtMs } }) => askedAtMs);
        expect(asked).toEqual(asked.toSorted((a, b) => a - b));
      }
    }
  });
  test('keeps each guest’s own entries in the guest’s order, the announced one aside', () => {
    for (const of of lines) {
      for (const guest of of.guests) {
        const own = placeInLine(of).filter(
          ({ entry: { guestId }, reason }) => guestId === guest.id && reason.rule !== 'announced',
        );
        const asked = own.map(({ entry: { askedAtMs, id } }) => askedAtMs * 100 + id);
        expect(asked).toEqual(asked.toSorted((a, b) => a - b));
      }
    }
  });
});

describe('a guest', () => {
  const facts = { connections: 0, leftAtMs: 1000, saidAway: false };
  test.each([
    ['present while connected', { ...facts, connections: 1, leftAtMs: 0 }, 9_999_999, 'present'],
    ['present within the grace of the last connection', facts, 301_000, 'present'],
    ['absent after it', facts, 301_001, 'absent'],
    ['present without a phone, added by the DJ', { ...facts, leftAtMs: null }, 9_999_999, 'present'],
    ['away when saying so, connected or not', { ...facts, connections: 2, saidAway: true }, 1000, 'away'],
  ] as const)('is %s', (_what, of, nowMs, expected) => {
    expect(presence(of, nowMs, 300_000)).toBe(expected);
  });
});

test('every reason is a sentence of its own', () => {
  const sentences = [
    reasonSentence({ rule: 'announced' }),
    reasonSentence({ rule: 'first-come' }),
    reasonSentence({ rule: 'after-present', presentWaiting: 1 }),
    reasonSentence({ rule: 'after-present', presentWaiting: 4 }),
    reasonSentence({ rule: 'away' }),
  ];
  expect(new Set(sentences).size).toBe(5);
  expect(sentences[2]).toContain('1 guest who is here goes first');
  expect(sentences[3]).toContain('4 guests who are here go first');
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
