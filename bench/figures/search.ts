/** Whether people find their songs, and how long that takes as the catalogue grows. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Measure, Row } from '../bench.ts';
import { sized } from '../bench.ts';
import { p95, median, p99 } from '../quantiles.ts';
import { newVar } from '../stage.ts';
import { resultOf } from '../worker.ts';
import type { Asked } from '../workers/asker.ts';
import type { Stocked } from '../workers/stocker.ts';
import { atMost, count, megabytes, ms, percent } from '../words.ts';

/** The evaluation's own catalogue is as small as it gets: about 13,000 songs. */
const SIZES = { full: [13_000, 400_000, 1_000_000], quick: [13_000] } as const;
/** The aims are for 400,000 songs; at a million two and a half times as much. */
const AIMS = { plainMs: 10, tolerantMs: 30, at: 400_000, million: 2.5, recall: 0.97, wrong: 0.005 } as const;

export const search: Measure = async (bench) => {
  const rows: Row[] = [];
  for (const songs of sized<readonly number[]>(bench, SIZES)) rows.push(...(await searched(bench, songs)));
  return rows;
};

async function searched(bench: Bench, songs: number): Promise<readonly Row[]> {
  const folder = newVar(bench);
  try {
    const file = join(folder, 'search.db');
    const stocked = await resultOf('stocker', { file, songs }, bench.signal);
    const smallest = songs === SIZES.full[0];
    const asked = await resultOf('asker', { file, requests: smallest ? 'also' : 'none' }, bench.signal);
    if (smallest) process.stderr.write(`${asked.report}\n`);
    return [...quality(asked, stocked, smallest), ...latency(asked, songs, stocked)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function quality(asked: Asked, stocked: Stocked, smallest: boolean): readonly Row[] {
  const among = `among ${count(stocked)} songs`;
  const from = `${count(asked.plainMs.length + asked.tolerantMs.length)} queries of test/search`;
  const recall: Row = {
    what: `song found among the first five, ${among}`,
    measured: percent(asked.recallAt5),
    aim: smallest ? { text: `≥ ${percent(AIMS.recall)}`, met: asked.recallAt5 >= AIMS.recall } : null,
    beside: `${percent(asked.recallAt1)} first`,
    from,
  };
  if (!smallest) return [recall];
  const wrong: Row = {
    what: `another song queued, ${among}`,
    measured: percent(asked.wronglySure),
    aim: { text: `≤ ${percent(AIMS.wrong)}`, met: asked.wronglySure <= AIMS.wrong },
    beside: `p95 of a request ${ms(p95(asked.requestMs))}`,
    from: 'the same, as requests',
  };
  return [recall, wrong];
}

function latency(asked: Asked, songs: number, stocked: Stocked): readonly Row[] {
  const factor = songs > AIMS.at ? AIMS.million : 1;
  const row = (what: string, samples: readonly number[], aimMs: number): Row => ({
    what: `${what}, p95 at ${count(stocked)} songs`,
    measured: ms(p95(samples)),
    aim: songs >= AIMS.at ? atMost(p95(samples), aimMs * factor, ms(aimMs * factor)) : null,
    beside: `p50 ${ms(median(samples))}, p99 ${ms(p99(samples))}`,
    from: `${count(samples.length)} queries, 20 rows; the process grew by ${megabytes(asked.grownBytes)}`,
  });
  return [
    row('search by words and beginnings', asked.plainMs, AIMS.plainMs),
    row('search mistyped or otherwise spelt', asked.tolerantMs, AIMS.tolerantMs),
  ];
}
