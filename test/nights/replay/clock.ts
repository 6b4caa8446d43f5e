/**
 * The clock of a night that is replayed: it stands until it is told to go, and then steps from one due time to the next.
 * Wall and monotonic time are one clock here; everything that waits in the replay waits on it.
 */
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Moment } from '../../../src/player/clocks.ts';

type Cancel = () => void;

/** Runs `what` once after `ms`; the result cancels it. */
type After = (ms: number, what: () => void) => Cancel;

export interface NightClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly moment: () => Moment;
  readonly after: After;
  /** The timers of one process: `stop` drops all of them, as a kill would. */
  ownTimers(): { readonly after: After; readonly every: After; readonly stop: () => void };
  /** Time stands still until this is settled: work with real files, which takes no time of the night. */
  stillFor(work: Promise<unknown>): void;
  /** Runs everything that is due until `atMs`, and stands there then. */
  goTo(atMs: number): Promise<void>;
  /** Nothing happens until `atMs`: who waits for a time waits on as long as before. */
  leapTo(atMs: number): void;
  /** Lets time go on until the promise is settled, and returns what it came to. Throws when an hour of the night is not enough. */
  until<T>(promise: Promise<T>): Promise<T>;
}

interface Timer {
  atMs: number;
  readonly what: () => void;
}

const HOUR_MS = 3_600_000;

/** `looked` runs after everything that was due at one moment has happened. */
export function createClock(startMs: number, looked: () => void): NightClock {
  let nowMs = startMs;
  // In the order in which they are due; of the same moment the one that was set first.
  const timers: Timer[] = [];
  const still = new Set<Promise<unknown>>();

  const after: After = (ms, what) => {
    const timer: Timer = { atMs: nowMs + Math.max(0, ms), what };
    const at = timers.findLastIndex(({ atMs }) => atMs <= timer.atMs) + 1;
    timers.splice(at, 0, timer);
    return () => {
      const index = timers.indexOf(timer);
      if (index >= 0) timers.splice(index, 1);
    };
  };
  /** The store keeps its promises within a turn of the loop; only real files take longer. */
  const settle = async (): Promise<void> => {
    await turnOfTheLoop();
    while (still.size > 0) {
      await Promise.all(still);
      await turnOfTheLoop();
    }
    looked();
  };
  const runNext = async (untilMs: number): Promise<boolean> => {
    const [timer] = timers;
    if (!timer || timer.atMs > untilMs) return false;
    timers.shift();
    nowMs = Math.max(nowMs, timer.atMs);
    timer.what();
    await settle();
    return true;
  };

  return {
    now: () => nowMs,
    moment: () => ({ wall: nowMs, monotonic: nowMs - startMs }),
    after,
    ownTimers: () => {
      const cancels = new Set<Cancel>();
      let stopped = false;
      const own: After = (ms, what) => {
        if (stopped) return () => undefined;
        const cancel = after(ms, () => {
          cancels.delete(cancel);
          what();
        });
        cancels.add(cancel);
        return () => {
          cancels.delete(cancel);
          cancel();
        };
      };
      const every: After = (ms, what) => {
        const again = (): void => {
          what();
          own(ms, again);
        };
        return own(ms, again);
      };
      return {
        after: own,
        every,
        stop: () => {
          stopped = true;
          for (const cancel of cancels) cancel();
          cancels.clear();
        },
      };
    },
    stillFor: (work) => {
      const kept = work.finally(() => still.delete(kept));
      still.add(kept);
    },
    goTo: async (atMs) => {
      await settle();
      while (await runNext(atMs));
      nowMs = Math.max(nowMs, atMs);
    },
    leapTo: (atMs) => {
      const leapMs = Math.max(0, atMs - nowMs);
      for (const timer of timers) timer.atMs += leapMs;
      nowMs += leapMs;
    },
    until: async (promise) => {
      const patience = nowMs + HOUR_MS;
      let settled = false;
      const mark = (): void => {
        settled = true;
      };
      promise.then(mark, mark);
      await settle();
      while (!isTrue(() => settled)) {
        if (!(await runNext(patience))) throw new Error('Somebody waits for an answer, and nothing is left to happen');
      }
      return promise;
    },
  };
}

/** A question instead of the variable, which changes while something is awaited. */
const isTrue = (question: () => boolean): boolean => question();
