/** Lines for the tests of the order: drawn by hand, generated from a seed, and played to their end. */
import { placeInLine } from '../../../src/party/order.ts';
import type { Entry, Line, Placed, Singer } from '../../../src/party/order.ts';

export const MINUTE = 60_000;
export const NOW = 1_000 * MINUTE;
const NAMES = ['Ada', 'Bo', 'Cy', 'Di', 'Eve', 'Flo', 'Gus'];

export const idOf = (name: string): number => NAMES.indexOf(name) + 1;
const nameOf = (id: number): string => NAMES[id - 1] ?? `nobody ${id}`;

/** `last`: minutes since the last turn. */
export interface Guest extends Partial<Omit<Singer, 'id' | 'name' | 'lastTurnAtMs'>> {
  readonly last?: number;
}

/** Minutes since it was asked for, and what else is known of it. A partner is a name of NAMES, or a stranger's. */
export type Request = readonly [singer: string, minutesAgo: number, more?: Partial<Entry> & { readonly with?: string }];

/** A line by names: entries are numbered 11, 12, 13 … as they are listed; who is not described is here and has not sung. */
export function line(
  requests: readonly Request[],
  guests: Readonly<Record<string, Guest>> = {},
  rest: Partial<Line> = {},
): Line {
  return {
    entries: requests.map(([singer, minutesAgo, { with: partner = null, ...more } = {}], at) => ({
      id: 11 + at,
      guestId: idOf(singer),
      partner: partner === null ? null : idOf(partner) || partner,
      rank: 11 + at,
      askedAtMs: NOW - minutesAgo * MINUTE,
      pin: null,
      ...more,
    })),
    guests: NAMES.map((name) => {
      const { last, ...more } = guests[name] ?? {};
      const lastTurnAtMs = last === undefined ? null : NOW - last * MINUTE;
      return {
        id: idOf(name),
        name,
        presence: 'present',
        sung: 0,
        missed: 0,
        round: 0,
        lastTurnAtMs,
        backAtMs: null,
        ...more,
      };
    }),
    announced: null,
    before: [],
    turnsPlayed: 0,
    sinceOverdue: Infinity,
    nowMs: NOW,
    ...rest,
  };
}

/** `Ada 11`, `Bo 12` … in their places. */
export const shown = (of: Line): string[] => placeInLine(of).map(({ entry }) => `${nameOf(entry.guestId)} ${entry.id}`);
export const rules = (of: Line): string[] => placeInLine(of).map(({ reason }) => reason.rule);

/** Reproducible numbers below `below`: a failing line can be met again by its seed. */
export function dice(seed: number): (below: number) => number {
  let state = Math.imul(seed, 2654435761);
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export const shuffled = <T>(rows: readonly T[], roll: (below: number) => number): T[] =>
  rows
    .map((row) => ({ row, at: roll(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);

/** Any line, small enough to be read when it fails; `without` leaves out what a property does not speak of. */
export function anyLine(
  seed: number,
  ...without: readonly ('pins' | 'duets' | 'known partners' | 'announced' | 'overdue')[]
): Line {
  const roll = dice(seed);
  const no = (what: (typeof without)[number]): boolean => without.includes(what);
  const many = 1 + roll(NAMES.length);
  const minutes = no('overdue') ? 55 : 100;
  // No wait is an hour to the millisecond: nothing becomes overdue in the turns that take one.
  const before = (): number => NOW - (0.5 + roll(minutes)) * MINUTE;
  const guests = NAMES.slice(0, many).map((name): Singer => {
    const sung = roll(4);
    const presence = (['present', 'present', 'present', 'absent', 'away'] as const)[roll(5)] ?? 'present';
    const lastTurnAtMs = sung === 0 ? null : before();
    return {
      id: idOf(name),
      name,
      presence,
      sung,
      missed: roll(3) === 0 ? roll(3) : 0,
      round: 0,
      lastTurnAtMs,
      backAtMs: roll(4) === 0 ? before() : null,
    };
  });
  const partnerOf = (guestId: number): number | string | null => {
    const partner = [1 + roll(many), 'zed', null, null, null][roll(5)] ?? null;
    return no('duets') || partner === guestId || (typeof partner === 'number' && no('known partners')) ? null : partner;
  };
  const ranks = shuffled(
    Array.from({ length: roll(16) }, (_, at) => at + 1),
    roll,
  );
  const entries = ranks.map((rank, at): Entry => {
    const guestId = 1 + roll(many);
    const pin = no('pins') || roll(6) > 0 ? null : roll(20);
    const askedAtMs = before();
    return { id: at + 1, guestId, partner: partnerOf(guestId), rank, askedAtMs, pin };
  });
  return {
    entries,
    guests,
    announced: no('announced') || roll(2) === 0 ? null : { entryId: 1 + roll(16), rule: 'longest-wait' },
    before: [[], [1 + roll(many)], ['zed', 1 + roll(many)]][roll(3)] ?? [],
    turnsPlayed: roll(4),
    sinceOverdue: [0, 1, 2, Infinity][roll(4)] ?? 0,
    nowMs: NOW,
  };
}

/** The line as the player leaves it: the first place is announced, and what a pin has overtaken is not anymore. */
export function announcing(of: Line): Line {
  const [next] = placeInLine(of);
  if (!next || next.reason.rule === 'away') return { ...of, announced: null };
  const { entry, reason } = next;
  return entry.id === of.announced?.entryId ? of : { ...of, announced: { entryId: entry.id, rule: reason.rule } };
}

/**
 * The line once its first place was called: as store/sqlite/take.ts and line_facts.ts do it. The next one is announced at
 * once, and `waitedMs` later the turn is over.
 */
export function called(of: Line, waitedMs: number): { readonly turn: Placed; readonly after: Line } | null {
  const [turn] = placeInLine(of);
  if (!turn || turn.reason.rule === 'away') return null;
  const { entry, reason } = turn;
  const rule = reason.rule === 'announced' ? of.announced?.rule : reason.rule;
  const onStage = {
    ...of,
    entries: of.entries.filter(({ id }) => id !== entry.id),
    guests: of.guests.map((guest) =>
      guest.id === entry.guestId ? { ...guest, sung: guest.sung + 1, lastTurnAtMs: of.nowMs } : guest,
    ),
    announced: null,
    before: entry.partner === null ? [entry.guestId] : [entry.guestId, entry.partner],
    turnsPlayed: of.turnsPlayed + 1,
    sinceOverdue: rule === 'overdue' ? 0 : of.sinceOverdue + 1,
  };
  const { announced } = announcing(onStage);
  // The partner's turn counts from here on: it is sung.
  const guests = onStage.guests.map((guest) =>
    guest.id === entry.partner ? { ...guest, sung: guest.sung + 1, lastTurnAtMs: of.nowMs } : guest,
  );
  return { turn, after: { ...onStage, guests, announced, nowMs: of.nowMs + waitedMs } };
}
