/** Many causes, few events: the first is told at once, what comes within the pause is told once at its end. */

/** Runs something once after so many milliseconds. */
export type Later = (ms: number, run: () => void) => void;

export interface Paced {
  /** There is something to tell again. */
  again(): void;
}

/** Runs `run` at most once in `everyMs`, and once more after the last call if it came too early. */
export function atMostEvery(everyMs: number, now: () => number, later: Later, run: () => void): Paced {
  let ranAtMs = -Infinity;
  let waiting = false;
  const fire = (): void => {
    waiting = false;
    ranAtMs = now();
    run();
  };
  return {
    again() {
      if (waiting) return;
      // Never longer than the pause itself: a clock that was set back must not silence the event for an hour.
      const waitMs = Math.min(everyMs, ranAtMs + everyMs - now());
      if (waitMs <= 0) {
        fire();
        return;
      }
      waiting = true;
      later(waitMs, fire);
    },
  };
}
