/** Thousands of phones in a few worker processes, heard as one. */
import type { Bench } from './bench.ts';
import { startWorker } from './worker.ts';
import type { PhonesSay } from './workers/phones.ts';

type Heard = Extract<PhonesSay, { readonly is: 'heard' }>;

export interface Phones extends AsyncDisposable {
  /** The last of all phones has heard what matches; what was heard before it is passed over. */
  heard(what: RegExp): Promise<Heard>;
  /** When the last of all phones had its answers after a change of the line at that time. */
  informed(changedAtMs: number): Promise<number>;
}

const WORKERS = 2;

/** Resolves when all have a name and listen; `singers` of them have asked for a song. */
export async function gather(
  bench: Bench,
  { port, phones, singers }: { readonly port: number; readonly phones: number; readonly singers: number },
): Promise<Phones> {
  const [each, asking] = [phones / WORKERS, singers / WORKERS];
  const workers = Array.from({ length: WORKERS }, (_, at) =>
    startWorker('phones', { port, phones: each, singers: asking, first: at * each }, bench.signal),
  );
  /** The first thing that each worker says of which `seen` makes something. */
  const next = <T>(seen: (said: PhonesSay) => T | null): Promise<readonly T[]> =>
    Promise.all(
      workers.map(async (worker) => {
        for (;;) {
          const found = seen(await worker.hears());
          if (found !== null) return found;
        }
      }),
    );
  await next((said) => said.is === 'seated' || null);
  return {
    heard: async (what) => {
      const heard = await next((said) => (said.is === 'heard' && what.test(said.what) ? said : null));
      return heard.reduce((last, each) => (each.lastAtMs > last.lastAtMs ? each : last));
    },
    informed: async (changedAtMs) => {
      const times = await next((said) =>
        said.is === 'informed' && said.lastAtMs >= changedAtMs ? said.lastAtMs : null,
      );
      return Math.max(...times);
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(workers.map((worker) => worker[Symbol.asyncDispose]()));
    },
  };
}
