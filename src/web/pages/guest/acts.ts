/** What a guest can do, as verbs. Each goes to the house and tells the evening what came of it. */
import type { Fact } from '../../../party/explain.ts';
import { Lost } from '../talk/lost.ts';
import { isOk, rowsOf } from '../talk/said.ts';
import type { Answer, Err } from '../talk/said.ts';
import type { Talk } from '../talk/talk.ts';
import type { Reading } from './evening/action.ts';
import type { Evening } from './evening/evening.ts';
import type { Doing, Wanted } from './evening/state.ts';
import { asWish, words } from './typed.ts';
import type { Typed } from './typed.ts';

export interface Acts {
  /** null: welcomed. */
  hello(name: string, code: string | null): Promise<Err | null>;
  request(wanted: Wanted, partner: string | null): void;
  wish(song: Typed): void;
  cancel(queueId: number): void;
  /** Exchanges the places of two own songs. */
  swap(queueId: number, otherId: number): void;
  setAway(to: 'away' | 'back'): void;
  unwish(wishId: number): void;
  /** null: it is not in the line any more. Rejects with Lost. */
  why(queueId: number): Promise<readonly Fact[] | null>;
  /** Names of who is here or sings tonight. Rejects with Lost. */
  who(): Promise<readonly string[]>;
}

export interface ActsOptions {
  readonly talk: Pick<Talk, 'say' | 'request' | 'hello'>;
  readonly evening: Evening;
  readonly stale: (readings: readonly Reading[]) => void;
  /** Resolves when the link is open the next time. */
  readonly opened: () => Promise<unknown>;
  /** A bug. */
  readonly report: (error: unknown) => void;
}

export function createActs({ talk, evening, stale, opened, report }: ActsOptions): Acts {
  let lastAsk = 0;
  /** Said and not yet answered: a second tap on the same button is the first one. */
  const underWay = new Set<string>();

  const once = (line: string, act: () => Promise<void>): void => {
    if (underWay.has(line)) return;
    underWay.add(line);
    act()
      .finally(() => underWay.delete(line))
      .catch(report);
  };
  /** For what may be said twice: after a lost answer it is. */
  const sayUntilAnswered = async (line: string): Promise<{ readonly answer: Answer; readonly times: number }> => {
    for (let times = 1; ; times += 1) {
      try {
        return { answer: await talk.say(line), times };
      } catch (error) {
        if (!(error instanceof Lost)) throw error;
        await opened();
      }
    }
  };
  const change = (line: string, doing: Doing, changes: readonly Reading[]): void => {
    once(line, async () => {
      const { answer, times } = await sayUntilAnswered(line);
      // Refused at the second time: it was done at the first, and only the answer was lost.
      const wasDone = times > 1 && answer.final.t === 'err' && answer.final.word === 'NOT_FOUND';
      if (!wasDone) evening.happened({ is: 'answered', answer, doing });
      stale(changes);
    });
  };

  return {
    async hello(name, code) {
      const answer = await talk.hello(words(name), code);
      // Refused, they are who they were.
      if (answer.final.t === 'err') return answer.final;
      evening.happened({ is: 'greeted', answer, code });
      stale(['MINE', 'WISHES', 'HISTORY']);
      return null;
    },
    request(wanted, partner) {
      const what = wanted.songId === null ? asWish(wanted) : String(wanted.songId);
      once(`REQUEST ${what}`, async () => {
        lastAsk += 1;
        const ask = { id: String(lastAsk), doing: 'ask', from: 'here', wanted, partner } as const;
        evening.happened({ is: 'asking', ask });
        const { artist, title } = wanted;
        try {
          const answer = await talk.request(what, {
            song: { artist, title },
            ...(partner !== null && { with: words(partner) }),
          });
          evening.happened({ is: 'asked', ask, answer });
          stale(['MINE', 'WISHES']);
        } catch (error) {
          if (!(error instanceof Lost)) throw error;
          evening.happened({ is: 'ask-gone', ask });
        }
      });
    },
    wish(song) {
      const line = `WISH ${asWish(song)}`;
      once(line, async () => {
        lastAsk += 1;
        const wanted = { songId: null, ...song };
        const ask = { id: String(lastAsk), doing: 'wish', from: 'here', wanted, partner: null } as const;
        evening.happened({ is: 'asking', ask });
        const { answer } = await sayUntilAnswered(line);
        evening.happened({ is: 'asked', ask, answer });
        stale(['WISHES']);
      });
    },
    cancel(queueId) {
      change(`CANCEL ${queueId}`, 'change', ['MINE', 'WISHES']);
    },
    swap(queueId, otherId) {
      const line = `SWAP ${queueId} ${otherId}`;
      once(line, async () => {
        try {
          evening.happened({ is: 'answered', answer: await talk.say(line), doing: 'change' });
        } catch (error) {
          // Said again it would exchange them back. What is so now is read when the connection is back.
          if (!(error instanceof Lost)) throw error;
        }
        stale(['MINE']);
      });
    },
    setAway(to) {
      change(to === 'away' ? 'AWAY' : 'BACK', 'change', ['MINE']);
    },
    unwish(wishId) {
      change(`UNWISH ${wishId}`, 'change', ['WISHES']);
    },
    async why(queueId) {
      const answer = await talk.say(`WHY ${queueId}`);
      return isOk(answer.final, 'WHY') ? rowsOf(answer, 'why row').map(({ fact }) => fact) : null;
    },
    async who() {
      return rowsOf(await talk.say('WHO'), 'guest row').map(({ name }) => name);
    },
  };
}
