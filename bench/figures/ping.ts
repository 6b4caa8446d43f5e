/** What our way from line to answer costs over what Node itself costs: PING touches nothing else. */
import type { Measure, Row } from '../bench.ts';
import { sized } from '../bench.ts';
import { median, p99 } from '../quantiles.ts';
import { openStage } from '../stage.ts';
import { resultOf, startWorker } from '../worker.ts';
import type { Pinged } from '../workers/pinger.ts';
import { count, ms, perSecond, shareOf, times } from '../words.ts';

const AIM_TIMES = 1.5;

export const ping: Measure = async (bench) => {
  const sizes = sized(bench, {
    full: { warmUp: 2_000, singles: 5_000, pipelined: 50_000, rounds: 5 },
    quick: { warmUp: 200, singles: 500, pipelined: 2_000, rounds: 2 },
  });
  await using bare = startWorker('bare_server', null, bench.signal);
  const { port } = await bare.hears();
  await using stage = await openStage(bench);
  const pinged = (at: number): Promise<Pinged> => resultOf('pinger', { port: at, ...sizes }, bench.signal);
  const ours: Pinged[] = [];
  const theirs: Pinged[] = [];
  // In turns, so that whatever else the machine does hits both.
  for (let round = 0; round < sizes.rounds; round += 1) {
    theirs.push(await pinged(port));
    ours.push(await pinged(stage.port));
  }
  return [...roundTrips(ours, theirs), pipelined(ours, theirs, sizes.pipelined)];
};

function roundTrips(ours: readonly Pinged[], theirs: readonly Pinged[]): readonly Row[] {
  const [mine, bare] = [ours, theirs].map((each) => each.flatMap(({ roundTrips }) => roundTrips));
  if (!mine || !bare) return [];
  const ratio = median(mine) / median(bare);
  const from = `${count(mine.length)} round trips in ${ours.length} rounds`;
  return [
    {
      what: 'PING, p50',
      measured: ms(median(mine)),
      aim: { text: `≤ ${AIM_TIMES} × bare`, met: ratio <= AIM_TIMES },
      beside: times(median(mine), median(bare), ms(median(bare)), 'bare echo'),
      from,
    },
    {
      what: 'PING, p99',
      measured: ms(p99(mine)),
      aim: null,
      beside: times(p99(mine), p99(bare), ms(p99(bare)), 'bare echo'),
      from,
    },
  ];
}

function pipelined(ours: readonly Pinged[], theirs: readonly Pinged[], lines: number): Row {
  const rate = (of: readonly Pinged[]): number => median(of.map(({ pipelinedPerSecond }) => pipelinedPerSecond));
  return {
    what: 'PING, pipelined',
    measured: perSecond(rate(ours)),
    aim: null,
    beside: shareOf(rate(ours), rate(theirs), 'bare echo'),
    from: `${count(lines)} lines in one write, median of ${ours.length} rounds`,
  };
}
