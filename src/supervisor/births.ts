/** What each child is told at birth. The epoch grows with every fork of this karaoked, whatever is forked. */
import type { Config } from '../config/schema.ts';
import type { ChildFacts } from '../ipc/messages.ts';

export interface Births {
  /** `door`: how the child comes to a listening socket, if it has one. */
  facts(first: boolean, door: ChildFacts['door']): ChildFacts;
  /** Of the youngest. */
  readonly epoch: number;
  /** From now on children are born with these settings. */
  settings(config: Config): void;
}

export function countBirths(same: Pick<ChildFacts, 'config' | 'logFile' | 'version'>): Births {
  let { config } = same;
  let epoch = 0;
  return {
    facts: (first, door) => {
      epoch += 1;
      return { ...same, config, epoch, door, first };
    },
    get epoch() {
      return epoch;
    },
    settings: (fresh) => {
      config = fresh;
    },
  };
}
