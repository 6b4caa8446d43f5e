/** Lets several waiters sleep until something may have changed. A ring carries no facts: whoever wakes looks at the store. */
export interface Bell {
  readonly ring: () => void;
  /** Resolves at the next ring, after `ms` at the latest: a lost hint costs time, never the answer. */
  wait(ms: number): Promise<void>;
}

export function createBell(): Bell {
  const waiters = new Set<() => void>();
  return {
    ring: () => {
      for (const wake of [...waiters]) wake();
    },
    wait: (ms) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiters.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        waiters.add(wake);
      }),
  };
}
