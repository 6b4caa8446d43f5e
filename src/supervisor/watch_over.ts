/**
 * Notices a child that lives and does nothing: stopped, swapped out for good, or caught in a loop. It would keep its guests
 * waiting or the music silent, and no exit would ever tell.
 */

/** Answers that may be missing in a row. Counted, not timed: when the whole machine slept, nobody is to blame. */
const PATIENCE = 6;
const EVERY_MS = 5_000;

export interface WatchOver {
  /** It has said that it is there. */
  answered(): void;
  /** It ended; nothing is asked any more. */
  over(): void;
}

/** Asks again and again; `silent` is called once, after as many questions without an answer. `everyMs` is for tests. */
export function watchOver(
  { ask, silent }: { readonly ask: () => void; readonly silent: () => void },
  everyMs = EVERY_MS,
): WatchOver {
  let unanswered = 0;
  const timer = setInterval(() => {
    if (unanswered >= PATIENCE) {
      clearInterval(timer);
      silent();
      return;
    }
    unanswered += 1;
    ask();
  }, everyMs);
  timer.unref();
  return {
    answered: () => {
      unanswered = 0;
    },
    over: () => {
      clearInterval(timer);
    },
  };
}
