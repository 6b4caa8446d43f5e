/** Lets one waiter sleep until something may have changed, or its time has come. */
export interface Alarm {
  /** Wakes the waiter; when nobody waits, the next wait is over at once. */
  readonly ring: () => void;
  /** Resolves at a ring, after `ms` at the latest; Infinity: only at a ring. */
  wait(ms: number): Promise<void>;
}

/** The longest that a timer of Node can wait, some 24 days. */
const LONGEST_MS = 2 ** 31 - 1;

export function createAlarm(): Alarm {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: async (ms) => {
      const { promise, resolve } = Promise.withResolvers<null>();
      wake = () => {
        resolve(null);
      };
      if (rung) wake();
      const timer = setTimeout(wake, Math.min(ms, LONGEST_MS));
      await promise;
      clearTimeout(timer);
      wake = null;
      rung = false;
    },
  };
}
