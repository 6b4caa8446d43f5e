/** From connect() to the greeting, with session processes warm: what a guest's first impression waits for. */
import type { Measure } from '../bench.ts';
import { sized } from '../bench.ts';
import { median, p99 } from '../quantiles.ts';
import { openStage } from '../stage.ts';
import { resultOf, startWorker } from '../worker.ts';
import type { Visits } from '../workers/visitor.ts';
import { atMost, count, ms, times } from '../words.ts';

const AIM_MS = 1;

export const greeting: Measure = async (bench) => {
  const sizes = sized(bench, { full: { warmUp: 200, visits: 2_000 }, quick: { warmUp: 20, visits: 100 } });
  const visit = (port: number): Promise<Visits> => resultOf('visitor', { port, ...sizes }, bench.signal);
  await using bare = startWorker('bare_server', null, bench.signal);
  const bareVisits = await visit((await bare.hears()).port);
  await using stage = await openStage(bench);
  const visits = await visit(stage.port);
  const from = `${count(visits.length)} visits, one after the other`;
  const beside = (of: typeof median): string => times(of(visits), of(bareVisits), ms(of(bareVisits)), 'bare server');
  return [
    {
      what: 'connect to greeting, p50',
      measured: ms(median(visits)),
      aim: atMost(median(visits), AIM_MS, ms(AIM_MS)),
      beside: beside(median),
      from,
    },
    { what: 'connect to greeting, p99', measured: ms(p99(visits)), aim: null, beside: beside(p99), from },
  ];
};
