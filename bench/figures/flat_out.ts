/** As many durable requests as go through, beside SQLite alone in one process. */
import { join } from 'node:path';
import type { Bench, Measure, Row } from '../bench.ts';
import { sized } from '../bench.ts';
import { writeCatalogue } from '../catalogue.ts';
import { median, p99 } from '../quantiles.ts';
import { newVar, openStage } from '../stage.ts';
import { resultOf } from '../worker.ts';
import type { RequestersJob } from '../workers/requesters.ts';
import { count, ms, perSecond, shareOf } from '../words.ts';

const SONGS = 5_000;

export const flatOut: Measure = async (bench) => {
  const seconds = sized(bench, { full: 5, quick: 1 });
  const catalogue = await writeCatalogue(bench, SONGS);
  const file = join(newVar(bench), 'raw.db');
  const raw = await resultOf('raw_requests', { file, songs: SONGS, guests: 32, seconds }, bench.signal);
  const rows: Row[] = [];
  for (const guests of [1, 32]) rows.push(await flatOutOf(bench, catalogue, guests, seconds, raw.length / seconds));
  const from = `one process, ${seconds} s; p50 ${ms(median(raw))}, p99 ${ms(p99(raw))}`;
  return [
    ...rows,
    { what: 'raw better-sqlite3, flat out', measured: perSecond(raw.length / seconds), aim: null, beside: null, from },
  ];
};

async function flatOutOf(bench: Bench, catalogue: string, guests: number, seconds: number, raw: number): Promise<Row> {
  await using stage = await openStage(bench, { catalogue, settings: { QUEUE_PER_GUEST: 100_000 } });
  const job: RequestersJob = {
    port: stage.port,
    guests,
    seconds,
    pace: 'flat-out',
    by: 'id',
    keeps: 3,
    songs: SONGS,
  };
  const done = await resultOf('requesters', job, bench.signal);
  const rate = done.latencies.length / done.seconds;
  const { latencies, refused } = done;
  return {
    what: `REQUEST flat out, ${guests} ${guests === 1 ? 'guest' : 'guests'}`,
    measured: perSecond(rate),
    aim: null,
    beside: shareOf(rate, raw, 'raw better-sqlite3'),
    from: `${count(latencies.length)} requests in ${seconds} s, p99 ${ms(p99(latencies))}, ${refused} refused`,
  };
}
