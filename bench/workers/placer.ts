/** Places lines again and again in a process of its own: the order alone, and all that a guest's QUEUE asks of the store. */
import { placeInLine } from '../../src/party/order.ts';
import { openStore, prepareStore } from '../../src/store/sqlite/open.ts';
import type { Store, StoreOptions } from '../../src/store/store.ts';
import { longLine } from '../long_line.ts';
import { LIMITS, SECRET } from '../search_store.ts';
import { work } from '../work.ts';

export interface PlacerJob {
  readonly file: string;
  /** In growing order: one party's line grows to each of them. */
  readonly lengths: readonly number[];
}

/** Of a line of each length, milliseconds of each time. */
export type Placements = readonly {
  readonly entries: number;
  /** The order with its reasons. */
  readonly orderMs: readonly number[];
  /** The yardstick: the same rows through JSON, as if one process handed them to another. */
  readonly jsonMs: readonly number[];
  /** The first page of the line out of the database. */
  readonly storeMs: readonly number[];
  /** The same again, with nothing committed since. */
  readonly keptMs: readonly number[];
}[];

const TIMES = 300;
/** Code is compiled by then; a session process has been asked before. */
const WARM_UP = 50;
const FIRST_PAGE = { page: 1, size: 20 };
const SONGS = 3;

await work('placer', async ({ file, lengths }, say) => {
  // As in the web process, the store keeps the line for a second: with another second at each question it is read anew.
  let skewMs = 0;
  const options: StoreOptions = { file, secret: SECRET, now: () => Date.now() + skewMs, limits: () => LIMITS };
  prepareStore(options).close();
  const store = openStore({ ...options, keepLineMs: 1_000 });
  await store.importRows(
    Array.from({ length: SONGS }, (_, at) => ({
      artist: `Artist ${at}`,
      title: `Title ${at}`,
      durationS: 200,
      popularity: 50,
      discId: null,
      file: null,
    })),
  );
  await store.openNight({ name: 'Bench', begin: 'always', staleHours: 8 });
  const placements: Placements[number][] = [];
  let singers = 0;
  for (const entries of lengths) {
    for (; singers < Math.ceil(entries / SONGS); singers += 1) await asks(store, singers, entries);
    const line = longLine(entries);
    // In turns, so that what the machine does meanwhile falls on all alike.
    const [orderMs, jsonMs, storeMs, keptMs] = [[], [], [], []] as [number[], number[], number[], number[]];
    for (let time = -WARM_UP; time < TIMES; time += 1) {
      const started = performance.now();
      placeInLine(line);
      const placed = performance.now();
      JSON.parse(JSON.stringify({ entries: line.entries, guests: line.guests }));
      const parsed = performance.now();
      skewMs += 1_000;
      await store.line(FIRST_PAGE);
      const read = performance.now();
      await store.line(FIRST_PAGE);
      const again = performance.now();
      if (time < 0) continue;
      orderMs.push(placed - started);
      jsonMs.push(parsed - placed);
      storeMs.push(read - parsed);
      keptMs.push(again - read);
    }
    placements.push({ entries, orderMs, jsonMs, storeMs, keptMs });
  }
  say(placements);
  store.close();
});

/** A new guest asks for every song, as far as the line is not full. */
async function asks(store: Store, singer: number, entries: number): Promise<void> {
  const connection = { epoch: 1, seat: singer + 1 };
  const said = { words: `Guest number ${singer + 1}`, code: null, as: null, remote: '::1', connection };
  const hello = await store.hello({ ...said, mayMakeNew: true });
  if (hello.is !== 'new') throw new Error(`Cannot ask as guest ${singer + 1}: ${hello.is}`);
  const wanted = Math.min(SONGS, entries - singer * SONGS);
  for (let songId = 1; songId <= wanted; songId += 1) {
    const asked = await store.request({ guestId: hello.guest.id, key: null, what: { songId }, partner: null });
    if (asked.is !== 'queued') throw new Error(`Guest ${singer + 1} cannot have song ${songId}: ${asked.is}`);
  }
}
