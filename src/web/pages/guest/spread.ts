/** Two thousand phones hear the same event: each asks at a time of its own, and once for all that it heard meanwhile. */
import type { Reading } from './evening/action.ts';

export interface SpreadOptions {
  readonly stale: (readings: readonly Reading[]) => void;
  readonly after: (ms: number, then: () => void) => void;
  /** At least 0, less than 1. */
  readonly chance: () => number;
}

/** Makes a reading stale within so many milliseconds, unless it is to be so already. */
export type Spread = (reading: Reading, withinMs: number) => void;

export function createSpread({ stale, after, chance }: SpreadOptions): Spread {
  const due = new Set<Reading>();
  return (reading, withinMs) => {
    if (due.has(reading)) return;
    due.add(reading);
    after(chance() * withinMs, () => {
      due.delete(reading);
      stale([reading]);
    });
  };
}
