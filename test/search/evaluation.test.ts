/** Whether people find their songs: what search and request make of the evaluation set, in a real store. */
import { beforeAll, expect, test } from '@jest/globals';
import SQLite from 'better-sqlite3';
import { evening } from '../store/evening.ts';
import { evaluationCatalogue } from './catalogue.ts';
import { judge, recallAt5, wronglySure } from './judge.ts';
import type { Verdict } from './judge.ts';
import { readQueries } from './queries.ts';
import { reportOf } from './report.ts';

const FIRST_FIVE = { page: 1, size: 5 };
const NO_LIMIT = 1_000_000;
/** A deadline, not a pace: 765 searches and requests on a machine that runs other tests beside it. */
const DEADLINE_MS = 600_000;

let verdict: Verdict;

beforeAll(async () => {
  using night = await evening();
  night.limits = { ...night.limits, queuePerGuest: NO_LIMIT, wishPerGuest: NO_LIMIT };
  for await (const rows of evaluationCatalogue()) await night.store.importRows(rows);
  inOnePiece(night.file);
  const { id: guestId } = await night.arrives('Ada');
  verdict = await judge(readQueries(), {
    search: async (typed) => (await night.store.search(typed, FIRST_FIVE)).rows,
    decide: async (text) => {
      const outcome = await night.store.request({ guestId, key: null, what: { text } });
      if (outcome.is !== 'queued') return null;
      await night.store.cancel(guestId, outcome.entryId);
      return outcome.song;
    },
  });
}, DEADLINE_MS);

/** The segments of both indexes merged: the same is found, three times as fast, and this asks 1,500 times. */
function inOnePiece(file: string): void {
  const store = new SQLite(file);
  for (const index of ['song_fts', 'word_fts']) store.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
  store.close();
}

test('of 100 queries 97 find their song among the first five', () => {
  if (recallAt5(verdict.all) < 0.97) throw new Error(reportOf(verdict));
  expect(recallAt5(verdict.all)).toBeGreaterThanOrEqual(0.97);
});

test('of 1,000 requests at most 5 queue another song than was meant', () => {
  if (wronglySure(verdict.all) > 0.005) throw new Error(reportOf(verdict));
  expect(wronglySure(verdict.all)).toBeLessThanOrEqual(0.005);
});
