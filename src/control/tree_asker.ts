/** Asks the supervisor how the tree stands. Its answers carry no number, so they belong to the questions in their order. */
import type { Tree } from '../ipc/messages.ts';

export interface TreeAsker {
  /** Resolves to null when there is no answer within `patienceMs`. */
  readonly ask: () => Promise<Tree | null>;
  answered(tree: Tree): void;
}

export function createTreeAsker(send: () => void, patienceMs: number): TreeAsker {
  /** A question that was given up stays in the row: its answer may still come, and is not the next one's. */
  const asked: ((tree: Tree) => void)[] = [];
  return {
    ask: () =>
      new Promise((resolve) => {
        const giveUp = setTimeout(() => {
          resolve(null);
        }, patienceMs);
        asked.push((tree) => {
          clearTimeout(giveUp);
          resolve(tree);
        });
        send();
      }),
    answered: (tree) => asked.shift()?.(tree),
  };
}
