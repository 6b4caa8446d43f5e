/** A durable REQUEST at a party's pace: one a second from each guest, latency from the intended time. */
import type { Bench, Measure, Row } from '../bench.ts';
import { sized } from '../bench.ts';
import { writeCatalogue } from '../catalogue.ts';
import { median, p99 } from '../quantiles.ts';
import { openStage } from '../stage.ts';
import { resultOf } from '../worker.ts';
import type { RequestersJob } from '../workers/requesters.ts';
import { atMost, count, ms } from '../words.ts';

type Wanted = Pick<RequestersJob, 'guests' | 'seconds' | 'by' | 'keeps'>;

const AIM = { guests: 100, p99Ms: 60 };
const SONGS = 5_000;

export const request: Measure = async (bench) => {
  const plain = { by: 'id', keeps: null } as const;
  const runs: readonly Wanted[] = sized(bench, {
    full: [
      { guests: 1, seconds: 30, ...plain },
      { guests: 32, seconds: 20, ...plain },
      { guests: 100, seconds: 20, ...plain },
      { guests: 100, seconds: 20, by: 'words', keeps: 3 },
    ],
    quick: [
      { guests: 1, seconds: 3, ...plain },
      { guests: 100, seconds: 3, ...plain },
    ],
  });
  const catalogue = await writeCatalogue(bench, SONGS);
  const rows: Row[] = [];
  for (const wanted of runs) rows.push(...(await requestsOf(bench, catalogue, wanted)));
  return rows;
};

async function requestsOf(bench: Bench, catalogue: string, wanted: Wanted): Promise<readonly Row[]> {
  await using stage = await openStage(bench, { catalogue, settings: { QUEUE_PER_GUEST: 100_000 } });
  const job: RequestersJob = { ...wanted, port: stage.port, pace: 'paced', songs: SONGS };
  const { latencies, refused, refusals } = await resultOf('requesters', job, bench.signal);
  const { guests, by, keeps } = wanted;
  const line =
    keeps === null
      ? `the line grows to ${count(latencies.length)}`
      : `by artist and title, each keeps ${keeps} waiting and cancels the oldest`;
  const what = `REQUEST, ${guests} ${guests === 1 ? 'guest' : 'guests'}${by === 'words' ? ', as typed' : ''}`;
  const unserved = refused === 0 ? '' : `; ${count(refused)} refused (${refusals[0] ?? ''})`;
  const from = `${count(latencies.length)} requests; ${line}${unserved}`;
  // Who was refused has waited longest: a percentile without them would flatter.
  const slow = refused === 0 ? p99(latencies) : Number.POSITIVE_INFINITY;
  const aimed = guests === AIM.guests ? atMost(slow, AIM.p99Ms, ms(AIM.p99Ms)) : null;
  return [
    { what: `${what}, p50`, measured: ms(median(latencies)), aim: null, beside: null, from },
    { what: `${what}, p99`, measured: ms(p99(latencies)), aim: aimed, beside: null, from },
  ];
}
