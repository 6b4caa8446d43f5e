/** Something that one child is asked and answers, and that is not waited for longer than it is worth. */
export function question() {
  let answer: ((inTime: boolean) => void) | null = null;
  return {
    /** Resolves to whether it was answered in time. */
    ask: async (say: () => void, patienceMs: number): Promise<boolean> => {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      answer = resolve;
      const patience = setTimeout(resolve, patienceMs, false);
      say();
      const inTime = await promise;
      clearTimeout(patience);
      return inTime;
    },
    answered: (): void => {
      answer?.(true);
    },
  };
}
