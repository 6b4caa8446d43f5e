/** From start to ready with a catalogue that is here already, and what bringing it here took. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Measure, Row } from '../bench.ts';
import { sized } from '../bench.ts';
import { writeCatalogue } from '../catalogue.ts';
import { median } from '../quantiles.ts';
import { newVar, openStage } from '../stage.ts';
import { resultOf } from '../worker.ts';
import type { RawImportJob } from '../workers/raw_import.ts';
import { atMost, count, ms, perSecond, shareOf, times } from '../words.ts';

const AIM_MS = 1_000;
/** Librarian, player, control, four warm sessions, listener. */
const CHILDREN = 8;
/** The import of fewer is lost in the noise of a start. */
const IMPORTED_LEAST = 5_000;
/** The librarian puts as many rows into one transaction as the lock may be held for; on an idle machine about so many. */
const BATCH = 1_000;
const IMPORT_AIM = { songs: 400_000, ms: 15_000 } as const;

export const ready: Measure = async (bench) => {
  const rows: Row[] = [];
  for (const songs of sized(bench, { full: [500, 400_000], quick: [500, 5_000] }))
    rows.push(...(await start(bench, songs)));
  return rows;
};

async function start(bench: Bench, songs: number): Promise<readonly Row[]> {
  const starts = sized(bench, { full: 9, quick: 3 });
  const varDir = newVar(bench);
  try {
    const catalogue = await writeCatalogue(bench, songs);
    const first = await readyAfter(bench, { varDir, catalogue });
    const later: number[] = [];
    const bare: number[] = [];
    for (let at = 0; at < starts; at += 1) {
      later.push(await readyAfter(bench, { varDir, catalogue }));
      bare.push(await resultOf('bare_tree', { children: CHILDREN }, bench.signal));
    }
    const row = started(songs, later, bare);
    return songs < IMPORTED_LEAST ? [row] : [row, await imported(bench, songs, first - median(later))];
  } finally {
    rmSync(varDir, { recursive: true, force: true });
  }
}

async function readyAfter(bench: Bench, wanted: { varDir: string; catalogue: string }): Promise<number> {
  await using stage = await openStage(bench, wanted);
  return stage.readyMs;
}

function started(songs: number, starts: readonly number[], bare: readonly number[]): Row {
  return {
    what: `start to ready, ${count(songs)} songs`,
    measured: ms(median(starts)),
    aim: atMost(median(starts), AIM_MS, ms(AIM_MS)),
    beside: times(median(starts), median(bare), ms(median(bare)), `${CHILDREN} empty forks`),
    from: `median of ${starts.length}, slowest ${ms(Math.max(...starts))}; with --catalogue, unchanged`,
  };
}

async function imported(bench: Bench, songs: number, tookMs: number): Promise<Row> {
  const folder = newVar(bench);
  const job: RawImportJob = { file: join(folder, 'raw.db'), songs, batch: BATCH };
  const raw = await resultOf('raw_import', job, bench.signal);
  rmSync(folder, { recursive: true, force: true });
  const rate = (songs * 1_000) / tookMs;
  return {
    what: `import of ${count(songs)} songs`,
    measured: `${ms(tookMs)}, ${perSecond(rate)}`,
    aim: songs === IMPORT_AIM.songs ? atMost(tookMs, IMPORT_AIM.ms, ms(IMPORT_AIM.ms)) : null,
    beside: shareOf(rate, raw, 'raw batched inserts with FTS'),
    from: 'the first start less a later one',
  };
}
