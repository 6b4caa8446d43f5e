/** Two thousand phones hear the same event: each asks at a time of its own, and once for all that it heard meanwhile. */
import type { Reading } from './evening/action.ts';

export interface SpreadOptions {
  readonly stale: (readings: readonly Reading[]) => void;
  readonly after: (ms: number, then: () => void) => void;
  /** At least 0, less than 1. */
  readonly chance: () => number;
}

/** Makes a reading stale within so many milliseconds, unless it is to be so as soon already. */
export type Spread = (reading: Reading, withinMs: number) => void;

export function createSpread({ stale, after, chance }: SpreadOptions): Spread {
  /** Within how many milliseconds it is to be, for the soonest that was asked. */
  const due = new Map<Reading, number>();
  return (reading, withinMs) => {
    if ((due.get(reading) ?? Number.POSITIVE_INFINITY) <= withinMs) return;
    due.set(reading, withinMs);
    after(chance() * withinMs, () => {
      // Who got into the line meanwhile has read it sooner than who only listens.
      if (due.get(reading) !== withinMs) return;
      due.delete(reading);
      stale([reading]);
    });
  };
}
