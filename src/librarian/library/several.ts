/** A few things done at once, in the order in which they were begun as far as that goes. */

export interface Several {
  /** Begins one, when there is room. Rejects with what an earlier one failed for. */
  readonly begin: (work: () => Promise<void>) => Promise<void>;
  /** Resolves when all are done; rejects with what the first failed for. */
  readonly done: () => Promise<void>;
  /** Resolves when none is under way any more, however they ended. */
  readonly still: () => Promise<void>;
}

export function severalAtOnce(most: number): Several {
  const going = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const passOn = (): void => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    begin: async (work) => {
      while (going.size >= most) await Promise.race(going);
      passOn();
      const one: Promise<void> = work()
        .catch((error: unknown) => {
          failures.push(error);
        })
        .finally(() => going.delete(one));
      going.add(one);
    },
    done: async () => {
      await Promise.all(going);
      passOn();
    },
    still: async () => {
      await Promise.all(going);
    },
  };
}
