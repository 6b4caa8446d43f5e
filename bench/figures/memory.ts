/** What the tree weighs with so many guests, shared pages counted once. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, Measure, Row } from '../bench.ts';
import { sized } from '../bench.ts';
import { openStage } from '../stage.ts';
import { costsOf } from '../tree.ts';
import type { ProcessCost } from '../tree.ts';
import { startWorker } from '../worker.ts';
import type { CrowdJob } from '../workers/crowd.ts';
import { atMost, megabytes } from '../words.ts';

const AIM = { guests: 2_000, bytes: 700e6 };
/** The pool grows and batches are written for a moment after the last guest sat down. */
const SETTLE_MS = 3_000;

export const memory: Measure = async (bench) => {
  const rows: Row[] = [];
  for (const guests of sized(bench, { full: [0, 32, 500, 2_000], quick: [0, 32] }))
    rows.push(await weigh(bench, guests));
  return rows;
};

async function weigh(bench: Bench, guests: number): Promise<Row> {
  await using stage = await openStage(bench);
  const job: CrowdJob = { port: stage.port, guests };
  await using crowd = startWorker('crowd', job, bench.signal);
  await crowd.hears();
  await pause(SETTLE_MS, null, { signal: bench.signal });
  const costs = costsOf(stage.pid);
  const total = costs.reduce((sum, { pssBytes }) => sum + pssBytes, 0);
  return {
    what: `memory (PSS), ${guests.toLocaleString('en')} guests`,
    measured: megabytes(total),
    aim: guests === AIM.guests ? atMost(total, AIM.bytes, megabytes(AIM.bytes)) : null,
    beside: null,
    from: byKind(costs),
  };
}

/** `36 session 480 MB, supervisor 40 MB`: the heaviest kind first. */
function byKind(costs: readonly ProcessCost[]): string {
  return [...Map.groupBy(costs, ({ kind }) => kind)]
    .map(([kind, all]) => ({ kind, all, bytes: all.reduce((sum, { pssBytes }) => sum + pssBytes, 0) }))
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ kind, all, bytes }) => `${all.length > 1 ? `${all.length} ` : ''}${kind} ${megabytes(bytes)}`)
    .join(', ');
}
