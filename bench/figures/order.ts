/** How long it takes to work out who sings when, and why. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Measure, Row } from '../bench.ts';
import { sized } from '../bench.ts';
import { median, p95 } from '../quantiles.ts';
import { newVar } from '../stage.ts';
import { resultOf } from '../worker.ts';
import type { Placements } from '../workers/placer.ts';
import { atMost, count, ms, times } from '../words.ts';

/** 20, 166 and 500 singers with three entries each. */
const LENGTHS = { full: [60, 500, 1_500], quick: [60] } as const;
/** The aim is for 500 singers. */
const AIM = { ms: 5, at: 1_500 } as const;

export const order: Measure = async (bench: Bench) => {
  const folder = newVar(bench);
  try {
    const lengths = sized<readonly number[]>(bench, LENGTHS);
    const placements = await resultOf('placer', { file: join(folder, 'order.db'), lengths }, bench.signal);
    return placements.flatMap(rowsOf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function rowsOf({ entries, orderMs, jsonMs, storeMs, keptMs }: Placements[number]): readonly Row[] {
  const [ours, json, store, kept] = [orderMs, jsonMs, storeMs, keptMs].map(median) as [number, number, number, number];
  const singers = `${count(Math.ceil(entries / 3))} singers`;
  return [
    {
      what: `order with reasons, ${count(entries)} entries, p50`,
      measured: ms(ours),
      aim: entries === AIM.at ? atMost(ours, AIM.ms, ms(AIM.ms)) : null,
      beside: times(ours, json, ms(json), 'its rows through JSON'),
      from: `${singers}, ${count(orderMs.length)} times; p95 ${ms(p95(orderMs))}`,
    },
    {
      what: `the line from the store, ${count(entries)} entries, p50`,
      measured: ms(store),
      aim: null,
      beside: times(store, json, ms(json), 'its rows through JSON'),
      from: `one page of 20, ${count(storeMs.length)} times; p95 ${ms(p95(storeMs))}`,
    },
    {
      what: `the same, asked again, ${count(entries)} entries, p50`,
      measured: ms(kept),
      aim: null,
      beside: `${Math.round(store / kept)} times as fast as read anew`,
      from: `nothing committed since; p95 ${ms(p95(keptMs))}`,
    },
  ];
}
