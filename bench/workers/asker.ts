/** Asks the whole evaluation set in a process of its own, as a session process would, and says how long each answer took. */
import { openStore } from '../../src/store/sqlite/open.ts';
import { judge, recallAt1, recallAt5, wronglySure } from '../../test/search/judge.ts';
import { readQueries } from '../../test/search/queries.ts';
import { reportOf } from '../../test/search/report.ts';
import { LIMITS, SECRET } from '../search_store.ts';
import { work } from '../work.ts';

export interface AskerJob {
  readonly file: string;
  /** Whether each is also asked as a request, which writes. */
  readonly requests: 'also' | 'none';
}

export interface Asked {
  readonly recallAt1: number;
  readonly recallAt5: number;
  /** NaN without requests. */
  readonly wronglySure: number;
  /** Milliseconds of each search: of words and beginnings as they are in the catalogue, and of all others. */
  readonly plainMs: readonly number[];
  readonly tolerantMs: readonly number[];
  readonly requestMs: readonly number[];
  /** What the searches left in this process, beyond what the first ones did. */
  readonly grownBytes: number;
  /** By kind, and every failure. */
  readonly report: string;
}

/** Kinds of queries whose words are in the catalogue as they were typed, or begin words of it. */
const PLAIN = new Set(['exact', 'another order', 'part of the title', 'unfinished']);
const FIRST_PAGE = { page: 1, size: 20 };
/** Code is compiled and statements are prepared once; a session process has been asked before. */
const WARM_UP = 100;

await work('asker', async ({ file, requests }, say) => {
  const store = openStore({ file, secret: SECRET, now: Date.now, limits: () => LIMITS });
  const queries = readQueries();
  for (const { typed } of queries.slice(0, WARM_UP)) await store.search(typed, FIRST_PAGE);
  const before = process.memoryUsage().rss;
  const [plainMs, tolerantMs, requestMs] = [[] as number[], [] as number[], [] as number[]];
  const kinds = new Map(queries.map(({ typed, kind }) => [typed, kind]));
  const guestId = requests === 'also' ? await seat() : 0;
  const verdict = await judge(queries, {
    search: async (typed) => {
      const startedAt = performance.now();
      const { rows } = await store.search(typed, FIRST_PAGE);
      (PLAIN.has(kinds.get(typed) ?? '') ? plainMs : tolerantMs).push(performance.now() - startedAt);
      return rows;
    },
    decide: async (text) => {
      if (requests === 'none') return null;
      const startedAt = performance.now();
      const outcome = await store.request({ guestId, key: null, what: { text } });
      requestMs.push(performance.now() - startedAt);
      if (outcome.is !== 'queued') return null;
      await store.cancel(guestId, outcome.entryId);
      return outcome.song;
    },
  });
  say({
    recallAt1: recallAt1(verdict.all),
    recallAt5: recallAt5(verdict.all),
    wronglySure: requests === 'also' ? wronglySure(verdict.all) : Number.NaN,
    plainMs,
    tolerantMs,
    requestMs,
    grownBytes: process.memoryUsage().rss - before,
    report: reportOf(verdict),
  });
  store.close();

  async function seat(): Promise<number> {
    await store.openNight({ name: 'Bench', begin: 'always', staleHours: 8 });
    const hello = { words: 'Ada', code: null, as: null, remote: '::1', connection: { epoch: 1, seat: 1 } };
    const outcome = await store.hello({ ...hello, mayMakeNew: true });
    if (outcome.is !== 'new') throw new Error(`Cannot ask as Ada: ${outcome.is}`);
    return outcome.guest.id;
  }
});
