/** A line as long as wanted, in the middle of a night: turns had, requests, duets, pins, and people who are gone. */
import type { Entry, Line, Singer } from '../src/party/order.ts';

const MINUTE_MS = 60_000;
const NOW_MS = 1_800_000_000_000;

/** Three entries to each singer. The same length, the same line. */
export function longLine(entries: number): Line {
  const singers = Math.ceil(entries / 3);
  let state = entries;
  const roll = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const ago = (minutes: number): number => NOW_MS - roll(minutes) * MINUTE_MS;
  return {
    entries: Array.from({ length: entries }, (_, at): Entry => {
      const partner = at % 20 === 0 ? 1 + ((at + 7) % singers) : null;
      const pin = at % 100 === 50 ? roll(entries) : null;
      return { id: at + 1, guestId: 1 + (at % singers), partner, rank: at + 1, askedAtMs: ago(90), pin };
    }),
    guests: Array.from({ length: singers }, (_, at): Singer => {
      const sung = roll(4);
      const presence = (['present', 'present', 'present', 'present', 'absent'] as const)[roll(5)] ?? 'present';
      const lastTurnAtMs = sung === 0 ? null : ago(90);
      const missed = roll(4) === 0 ? 1 : 0;
      return {
        id: at + 1,
        name: `Guest ${at + 1}`,
        presence: roll(20) === 0 ? 'away' : presence,
        sung,
        missed,
        round: 0,
        lastTurnAtMs,
        backAtMs: null,
      };
    }),
    announced: null,
    before: [1],
    turnsPlayed: 0,
    sinceOverdue: Infinity,
    nowMs: NOW_MS,
  };
}
