/** What the house says, brought to the evening: heard as it comes, and read again when it has changed. */
import { lostIsTold } from '../talk/lost.ts';
import type { Answer } from '../talk/said.ts';
import type { Talk } from '../talk/talk.ts';
import type { Reading } from './evening/action.ts';
import type { Evening } from './evening/evening.ts';
import { staleAfter } from './evening/stale.ts';
import { createReader } from './reader.ts';
import type { Reader } from './reader.ts';
import { createSpread } from './spread.ts';

export interface House {
  readonly stale: Reader['stale'];
  readonly look: (at: readonly Reading[]) => void;
  /** One more page of a list. */
  readonly moreOf: (list: 'QUEUE' | 'HISTORY') => void;
  /** Resolves when the link is open the next time. */
  readonly opened: () => Promise<void>;
}

const after = (ms: number, then: () => void): void => {
  setTimeout(then, ms);
};

export function lookAtHouse(talk: Talk, evening: Evening, report: (error: unknown) => void): House {
  const pages = { QUEUE: 1, HISTORY: 1 };
  const waiting: (() => void)[] = [];

  const answersTo = async (reading: Reading): Promise<readonly Answer[]> => {
    if (reading !== 'QUEUE' && reading !== 'HISTORY') return [await talk.say(reading)];
    return Promise.all(Array.from({ length: pages[reading] }, (_, at) => talk.say(`${reading} page=${at + 1}`)));
  };
  const reader = createReader({
    async read(reading) {
      try {
        const answers = await answersTo(reading);
        if (answers.some(({ final }) => final.t === 'err' && final.code < 500)) return 'later';
        evening.happened({ is: 'read', reading, answers });
        return 'read';
      } catch (error) {
        lostIsTold(error);
        return 'lost';
      }
    },
    after,
    report,
  });
  const spread = createSpread({ stale: reader.stale, after, chance: Math.random });
  let at: readonly Reading[] = [];
  // A phone in a pocket hears that it is called, and reads nothing.
  const lookWhenSeen = (): void => {
    reader.look(document.visibilityState === 'visible' ? at : []);
  };

  talk.on((heard) => {
    const changed = staleAfter(heard, evening.state);
    evening.happened({ is: 'heard', heard });
    if ('link' in heard && heard.link === 'open') for (const go of waiting.splice(0)) go();
    for (const { reading, withinMs } of changed) {
      if (withinMs === 0) reader.stale([reading]);
      else spread(reading, withinMs);
    }
  });
  document.addEventListener('visibilitychange', lookWhenSeen);

  return {
    stale: reader.stale,
    look(readings) {
      at = readings;
      lookWhenSeen();
    },
    moreOf(list) {
      pages[list] += 1;
      reader.stale([list]);
    },
    opened: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
  };
}
