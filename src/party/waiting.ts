/** How long somebody waits: a range, because singers come late and songs are cut short. All doors show the same. */
import type { WaitRange } from './model.ts';

/** What waiting depends on. All times in milliseconds. */
export interface Ahead {
  /** Of the turn that is on, its gap included; 0: nothing is on. null: it is paused, and nobody knows until when. */
  readonly remainingMs: number | null;
  /** How long the music of each place should last, in the order of the line; null: away, not called, costs no time. */
  readonly durationsMs: readonly (number | null)[];
  /** Before each turn. */
  readonly gapMs: number;
  /** When set, each turn takes exactly this long, its gap included, whatever its song. */
  readonly everyMs: number | null;
  /** What tonight's turns took ÷ what was planned, gaps included, oldest first; the last 20 count. */
  readonly realToPlanned: readonly number[];
}

const TURNS_THAT_COUNT = 20;
const TURNS_THAT_TELL = 5;
/** Until enough turns tell: a little shorter when songs are skipped, longer when singers must be looked for. */
const GUESS = { low: 0.9, high: 1.2 } as const;
const EXACT = { low: 1, high: 1 } as const;
const MINUTE = 60_000;

/** The value below which `share` of `sorted` lies, between two neighbours in proportion. `sorted` is not empty. */
function percentile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}

function spread({ everyMs, realToPlanned }: Ahead): { readonly low: number; readonly high: number } {
  if (everyMs !== null) return EXACT;
  const recent = realToPlanned.slice(-TURNS_THAT_COUNT).sort((a, b) => a - b);
  if (recent.length < TURNS_THAT_TELL) return GUESS;
  return { low: percentile(recent, 0.25), high: percentile(recent, 0.75) };
}

/**
 * For each place the whole minutes until its gap begins, from-to, 0-1 when it is at once; null while paused, or away.
 * The 25th and 75th percentile: half of the guests wait as long as they were told, a quarter a little less, a quarter more.
 */
export function waitingRanges(ahead: Ahead): WaitRange[] {
  const { low, high } = spread(ahead);
  let beforeMs = Math.max(0, ahead.remainingMs ?? 0);
  return ahead.durationsMs.map((durationMs) => {
    if (ahead.remainingMs === null || durationMs === null) return null;
    const range = {
      fromMin: Math.floor((beforeMs * low) / MINUTE),
      toMin: Math.max(1, Math.ceil((beforeMs * high) / MINUTE)),
    };
    beforeMs += ahead.everyMs ?? durationMs + ahead.gapMs;
    return range;
  });
}
