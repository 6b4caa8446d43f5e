/** When to connect again. Pure. */
import type { Bye } from './said.ts';

/** A house that greets and falls at once is no house that is up: only after so long the next loss begins anew. */
const HEALTHY_MS = 10_000;
const FIRST_MS = 500;
const MOST_MS = 15_000;
/** Who was told goodbye need not see the lights go out: the party's end closes all connections at the same moment. */
const AFTER_THE_PARTY_MS = 3_000;

export interface Loss {
  /** Attempts in a row before this one that came to nothing. */
  readonly failures: number;
  /** How long everything could be said; null: never. */
  readonly openMs: number | null;
  readonly bye: Bye | null;
  /** What a full house asked for. */
  readonly retryS: number | null;
}

export type Next =
  | { readonly is: 'again'; readonly afterMs: number; readonly failures: number }
  /** The house named the time: nothing makes it shorter. */
  | { readonly is: 'again-as-told'; readonly afterMs: number; readonly failures: number }
  | { readonly is: 'stay-out' };

/** `chance`: at least 0, less than 1. At once, then 0.5, 1, 2, 4, 8 and 15 s, give or take a quarter. */
export function afterLoss({ failures, openMs, bye, retryS }: Loss, chance: number): Next {
  if (bye?.reason === 'kicked') return { is: 'stay-out' };
  if (retryS !== null)
    return { is: 'again-as-told', afterMs: retryS * 1000 * (1 + chance / 4), failures: failures + 1 };
  if (bye?.reason === 'party-over') {
    return { is: 'again', afterMs: AFTER_THE_PARTY_MS * (0.5 + chance), failures: 1 };
  }
  const before = openMs !== null && openMs >= HEALTHY_MS ? 0 : failures;
  return { is: 'again', afterMs: waitMs(before) * (0.75 + chance / 2), failures: before + 1 };
}

const waitMs = (failures: number): number =>
  failures === 0 ? 0 : Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
