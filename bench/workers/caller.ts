/** A guest who says PING now and then, until the bench has heard enough: what a guest notices of something else going on. */
import { setTimeout as pause } from 'node:timers/promises';
import { ask, connect } from '../client.ts';
import { work } from '../work.ts';

export interface CallerJob {
  readonly port: number;
  readonly everyMs: number;
  /** So many round trips are told at once. */
  readonly atOnce: number;
}

/** Round trips in milliseconds. */
export type Called = readonly number[];

await work('caller', async ({ port, everyMs, atOnce }, say) => {
  const client = await connect(port);
  await client.answer();
  for (;;) {
    const samples: number[] = [];
    while (samples.length < atOnce) {
      const startedAt = performance.now();
      await ask(client, 'PING', 'OK ');
      samples.push(performance.now() - startedAt);
      await pause(everyMs);
    }
    say(samples);
  }
});
