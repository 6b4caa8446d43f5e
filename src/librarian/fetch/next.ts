/** Which wish is next, without reading thousands of them whenever anything in the store has changed. */
import type { FetchStore } from '../../store/fetch.ts';
import type { NewsStore } from '../../store/news.ts';
import { chooseFetch } from './choose.ts';
import type { Choice } from './choose.ts';

type When = 'wanted' | 'asked';

/** 10,000 open wishes take some 80 ms to read, and during a party something is committed every second: seldom a wish. */
export function createNext(
  store: Pick<FetchStore, 'waitingFetches'> & Pick<NewsStore, 'pulse'>,
  now: () => number,
): (when: When) => Promise<Choice> {
  let last: { readonly beats: number; readonly when: When; readonly choice: Choice } | null = null;
  return async (when) => {
    // First: what changes while the wishes are read is then seen by the next look.
    const { wishes: beats } = await store.pulse();
    if (last?.beats === beats && last.when === when && stillHolds(last.choice, now())) return last.choice;
    const choice = chooseFetch(await store.waitingFetches(), when, now());
    last = { beats, when, choice };
    return choice;
  };
}

const stillHolds = (choice: Choice, nowMs: number): boolean =>
  choice.is === 'nothing' || (choice.is === 'later' && nowMs < choice.atMs);
