/** The two doors side by side: how long the greeting takes, and PING on a connection that is open. */
import { ask, connect, dial } from '../client.ts';
import type { Client } from '../client.ts';
import { work } from '../work.ts';

export interface DoorsJob {
  readonly tcp: number;
  readonly web: number;
  readonly visits: number;
  readonly pings: number;
}

interface Door {
  /** Milliseconds from the connect to the greeting. */
  readonly greetings: readonly number[];
  /** Round trips in milliseconds. */
  readonly pings: readonly number[];
}

export interface Doors {
  readonly tcp: Door;
  readonly web: Door;
}

const WARM_UP = 20;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

await work('doors', async ({ tcp, web, visits, pings }, say) => {
  const greeted = async (coming: Promise<Client>): Promise<Client> => {
    const guest = await coming;
    await guest.answer();
    return guest;
  };
  const visit = { tcp: () => greeted(connect(tcp)), web: () => greeted(dial(web)) };
  const greetings = { tcp: [] as number[], web: [] as number[] };
  // In turns, so that whatever else the machine does hits both.
  for (let at = -WARM_UP; at < visits; at += 1) {
    for (const door of ['tcp', 'web'] as const) {
      let close = (): Promise<void> => Promise.resolve();
      const took = await timed(async () => {
        const guest = await visit[door]();
        close = () => guest.close();
      });
      await close();
      if (at >= 0) greetings[door].push(took);
    }
  }
  const [guest, phone] = [await visit.tcp(), await visit.web()];
  const trips = { tcp: [] as number[], web: [] as number[] };
  for (let at = -WARM_UP; at < pings; at += 1) {
    const [onTcp, onWeb] = [await timed(() => ask(guest, 'PING', 'OK ')), await timed(() => ask(phone, 'PING', 'OK '))];
    if (at < 0) continue;
    trips.tcp.push(onTcp);
    trips.web.push(onWeb);
  }
  await Promise.all([guest.close(), phone.close()]);
  say({
    tcp: { greetings: greetings.tcp, pings: trips.tcp },
    web: { greetings: greetings.web, pings: trips.web },
  });
});
