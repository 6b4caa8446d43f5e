/** A library folder scanned for the first time and once more, beside what find needs to look at the same files. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Measure, Row } from '../bench.ts';
import { sized } from '../bench.ts';
import { findOver, writeLibrary } from '../library.ts';
import { median, p99 } from '../quantiles.ts';
import { newVar, openStage } from '../stage.ts';
import type { Stage } from '../stage.ts';
import { startWorker } from '../worker.ts';
import { atMost, count, ms, times } from '../words.ts';

const FIRST_TIMES = 4;
const AGAIN_TIMES = 2;
const PING_MS = 5;

export const scan: Measure = async (bench) => {
  const files = sized(bench, { full: 100_000, quick: 2_000 });
  const folder = newVar(bench);
  try {
    const songs = writeLibrary(folder, files);
    const [stat, read] = [await medianFind(bench, folder, 'stat'), await medianFind(bench, folder, 'read')];
    await using stage = await openStage(bench);
    const idle = await medianOf(3, () => karaokectl(bench, stage, 'version'));
    const { took: first, pings } = await whilePinged(bench, stage, () =>
      karaokectl(bench, stage, 'library', 'add', folder),
    );
    const again = await medianOf(sized(bench, { full: 5, quick: 2 }), () =>
      karaokectl(bench, stage, 'library', 'scan'),
    );
    const size = `${count(files)} files, ${count(songs)} songs`;
    return [
      beside(`first scan, ${count(files)} files`, first - idle, read, FIRST_TIMES, 'find that reads 4 KiB', size),
      beside(`rescan, ${count(files)} files unchanged`, again - idle, stat, AGAIN_TIMES, 'find that stats', 'median'),
      {
        what: 'PING during the first scan, p99',
        measured: ms(p99(pings)),
        aim: atMost(p99(pings), PING_MS, ms(PING_MS)),
        beside: null,
        from: `${count(pings.length)} round trips, one every 2 ms; p50 ${ms(median(pings))}`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function beside(what: string, took: number, find: number | null, aim: number, named: string, from: string): Row {
  if (find === null) return { what, measured: ms(took), aim: null, beside: 'this system has no find -printf', from };
  return {
    what,
    measured: ms(took),
    aim: { text: `≤ ${aim} × find`, met: took <= aim * find },
    beside: times(took, find, ms(find), named),
    from,
  };
}

async function medianFind(bench: Bench, folder: string, how: 'stat' | 'read'): Promise<number | null> {
  const took: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const once = await findOver(bench, folder, how);
    if (once === null) return null;
    took.push(once);
  }
  return median(took);
}

async function medianOf(rounds: number, measure: () => Promise<number>): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) took.push(await measure());
  return median(took);
}

/** From its start to its end, milliseconds. */
async function karaokectl(bench: Bench, { varDir }: Stage, ...words: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  const program = join(import.meta.dirname, '../../bin/karaokectl');
  const child = spawn(program, ['--json', '--var', varDir, '--timeout', '60', ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
    signal: bench.signal,
  });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`karaokectl ${words.join(' ')} ended with ${code}`);
  return performance.now() - startedAt;
}

async function whilePinged(
  bench: Bench,
  { port }: Stage,
  work: () => Promise<number>,
): Promise<{ readonly took: number; readonly pings: readonly number[] }> {
  await using caller = startWorker('caller', { port, everyMs: 2, atOnce: 50 }, bench.signal);
  // The first ones find everything cold.
  await caller.hears();
  const pings: number[] = [];
  const over = new AbortController();
  const listening = (async () => {
    while (!over.signal.aborted) pings.push(...(await caller.hears()));
  })();
  const took = await work();
  over.abort();
  await listening;
  return { took, pings };
}
