/** Says PING: one after the other for the round trip, all at once for the throughput. */
import { ask, connect } from '../client.ts';
import type { Client } from '../client.ts';
import { work } from '../work.ts';

export interface PingerJob {
  readonly port: number;
  readonly warmUp: number;
  readonly singles: number;
  readonly pipelined: number;
}

export interface Pinged {
  /** Round trips in milliseconds. */
  readonly roundTrips: readonly number[];
  readonly pipelinedPerSecond: number;
}

await work('pinger', async ({ port, warmUp, singles, pipelined }, say) => {
  const client = await connect(port);
  await client.answer();
  await roundTrips(client, warmUp);
  await flood(client, Math.min(pipelined, warmUp * 10));
  const pinged: Pinged = {
    roundTrips: await roundTrips(client, singles),
    pipelinedPerSecond: await flood(client, pipelined),
  };
  await client.close();
  say(pinged);
});

async function roundTrips(client: Client, wanted: number): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let at = 0; at < wanted; at += 1) {
    const startedAt = performance.now();
    await ask(client, 'PING', 'OK ');
    samples.push(performance.now() - startedAt);
  }
  return samples;
}

async function flood(client: Client, wanted: number): Promise<number> {
  const pings = Array.from({ length: wanted }, () => 'PING');
  const startedAt = performance.now();
  client.say(...pings);
  for (let at = 0; at < wanted; at += 1) await client.answer();
  return (wanted * 1_000) / (performance.now() - startedAt);
}
