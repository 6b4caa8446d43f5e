/** The party ends: from SIGINT until each guest, the last included, has its BYE. */
import type { Bench, Measure, Row } from '../bench.ts';
import { sized } from '../bench.ts';
import { median } from '../quantiles.ts';
import { openStage } from '../stage.ts';
import { startWorker } from '../worker.ts';
import { sharedClock } from '../work.ts';
import type { CrowdJob } from '../workers/crowd.ts';
import { atMost, ms } from '../words.ts';

const AIM = { guests: 500, ms: 250 };

export const goodbye: Measure = async (bench) => {
  const rounds = sized(bench, { full: 5, quick: 1 });
  const rows: Row[] = [];
  for (const guests of sized(bench, { full: [50, 500], quick: [50] })) {
    const ends: { readonly last: number; readonly half: number }[] = [];
    for (let round = 0; round < rounds; round += 1) ends.push(await endOf(bench, guests));
    const lasts = ends.map(({ last }) => last);
    rows.push({
      what: `party end told to ${guests} guests`,
      measured: ms(median(lasts)),
      aim: guests === AIM.guests ? atMost(median(lasts), AIM.ms, ms(AIM.ms)) : null,
      beside: null,
      from: `the last guest, median of ${rounds}, slowest ${ms(Math.max(...lasts))}; half after ${ms(median(ends.map(({ half }) => half)))}`,
    });
  }
  return rows;
};

async function endOf(bench: Bench, guests: number): Promise<{ readonly last: number; readonly half: number }> {
  await using stage = await openStage(bench);
  const job: CrowdJob = { port: stage.port, guests };
  await using crowd = startWorker('crowd', job, bench.signal);
  await crowd.hears();
  const startedAt = sharedClock();
  stage.signal('SIGINT');
  const said = await crowd.hears();
  if (said.is !== 'over') throw new Error('The crowd sat down twice');
  const heard = said.byes.map((at) => at - startedAt);
  return { last: Math.max(...heard), half: median(heard) };
}
