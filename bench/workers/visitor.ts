/** Comes, hears the greeting, and goes; one visit after the other. */
import { connect } from '../client.ts';
import { work } from '../work.ts';

export interface VisitorJob {
  readonly port: number;
  readonly warmUp: number;
  readonly visits: number;
}

/** From connect() to the whole first line, in milliseconds. */
export type Visits = readonly number[];

await work('visitor', async ({ port, warmUp, visits }, say) => {
  const samples: number[] = [];
  for (let visit = 0; visit < warmUp + visits; visit += 1) {
    const startedAt = performance.now();
    const client = await connect(port);
    await client.answer();
    const took = performance.now() - startedAt;
    await client.close();
    if (visit >= warmUp) samples.push(took);
  }
  say(samples);
});
