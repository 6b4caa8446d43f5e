/** Two thousand phones on the web process: what they weigh, how soon all hear what is told to all, a storm of questions. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, Measure, Row } from '../bench.ts';
import { sized } from '../bench.ts';
import { ASK, ask, connect, dial } from '../client.ts';
import { djOrder } from '../dj_order.ts';
import { gather } from '../phones.ts';
import type { Phones } from '../phones.ts';
import { median, p99 } from '../quantiles.ts';
import { newVar, openStage } from '../stage.ts';
import type { Stage } from '../stage.ts';
import { costsOf } from '../tree.ts';
import { resultOf, startWorker } from '../worker.ts';
import type { Doors } from '../workers/doors.ts';
import { atMost, count, megabytes, ms, times } from '../words.ts';

const AIM = { bytes: 400e6, eventMs: 300 } as const;
const SIZES = {
  full: { phones: 2_000, singers: 100, rounds: 5, visits: 300, pings: 2_000 },
  quick: { phones: 100, singers: 10, rounds: 2, visits: 30, pings: 200 },
} as const;
type Sizes = (typeof SIZES)[Bench['size']];

const SONGS = 9;
/** Nothing begins by itself while it is measured. */
const SETTINGS = { PLAYER_GAP_SECONDS: 3_600, SESSION_SPARE: 1 };
/** Batches are written for a moment after the last page has come. */
const SETTLE_MS = 3_000;
/** `* QUEUE` comes at most once a second. */
const BETWEEN_MS = 1_200;

export const web: Measure = async (bench) => {
  const sizes = sized<Sizes>(bench, SIZES);
  const catalogue = join(newVar(bench), 'songs.csv');
  const songs = Array.from({ length: SONGS }, (_, at) => `Artist ${at},Title ${at},${200 + at}\n`);
  writeFileSync(catalogue, ['artist,title,duration_s\n', ...songs].join(''));
  await using stage = await openStage(bench, { catalogue, web: true, settings: SETTINGS });
  await using phones = await gather(bench, { ...sizes, port: stage.webPort });
  await pause(SETTLE_MS, null, { signal: bench.signal });
  const bytes = costsOf(stage.pid).find(({ kind }) => kind === 'web')?.pssBytes ?? Number.NaN;
  const { visits, pings } = sizes;
  const doors = await resultOf('doors', { tcp: stage.port, web: stage.webPort, visits, pings }, bench.signal);
  const events = await tellAll(bench, stage, phones, sizes);
  const storms = await storm(bench, stage, phones, sizes);
  return [...houseRows(sizes, bytes, doors), ...eventRows(sizes, events), stormRow(sizes, storms)];
};

/** Milliseconds from the order's commit to the last of all phones, and of a bare server to as many others. */
interface Events {
  readonly say: readonly number[];
  readonly skip: readonly number[];
  readonly bare: readonly number[];
}

async function tellAll(bench: Bench, stage: Stage, phones: Phones, { phones: many, rounds }: Sizes): Promise<Events> {
  await using server = startWorker('bare_sockets', null, bench.signal);
  const { port } = await server.hears();
  await using others = await gather(bench, { port, phones: many, singers: 0 });
  const shouter = await dial(port);
  await shouter.answer();
  const events = { say: [] as number[], skip: [] as number[], bare: [] as number[] };
  // In turns, so that whatever else the machine does hits all.
  for (let round = 0; round < rounds; round += 1) {
    shouter.say('SHOUT');
    const shout = await others.heard(/^SAY \d+$/);
    events.bare.push(shout.lastAtMs - Number(shout.what.slice('SAY '.length)));
    const sayAtMs = await djOrder(stage, bench.signal, 'say', `round ${round}`);
    events.say.push((await phones.heard(new RegExp(`^SAY round ${round}$`))).lastAtMs - sayAtMs);
    const skipAtMs = await djOrder(stage, bench.signal, 'skip');
    events.skip.push((await phones.heard(/^NOW \d+ between$/)).lastAtMs - skipAtMs);
  }
  await shouter.close();
  return events;
}

/** Milliseconds from a guest's answer that the line has changed until every phone has had QUEUE and MINE answered. */
async function storm(bench: Bench, stage: Stage, phones: Phones, { rounds }: Sizes): Promise<readonly number[]> {
  const guest = await connect(stage.port);
  await guest.answer();
  await ask(guest, 'HELLO Stormy', 'OK HELLO');
  await djOrder(stage, bench.signal, 'say', ASK);
  await phones.heard(new RegExp(`^SAY ${ASK}$`));
  const storms: number[] = [];
  const informed = async (line: string, expected: string): Promise<string> => {
    await pause(BETWEEN_MS, null, { signal: bench.signal });
    const answer = await ask(guest, line, expected);
    const changedAtMs = Date.now();
    storms.push((await phones.informed(changedAtMs)) - changedAtMs);
    return answer;
  };
  for (let round = 0; round < rounds; round += 1) {
    const queued = await informed(`REQUEST ${SONGS}`, 'OK QUEUED');
    await informed(`CANCEL ${/^OK QUEUED (\d+)/.exec(queued)?.[1] ?? ''}`, 'OK CANCEL');
  }
  await guest.close();
  return storms;
}

function houseRows({ phones }: Sizes, bytes: number, { tcp, web: pages }: Doors): readonly Row[] {
  const beside = (what: string, of: 'greetings' | 'pings', quantile: typeof p99): Row => {
    const [ours, theirs] = [quantile(pages[of]), quantile(tcp[of])];
    return {
      what: `${what}, with ${count(phones)} pages open`,
      measured: ms(ours),
      aim: null,
      beside: times(ours, theirs, ms(theirs), 'over TCP'),
      from: `${count(pages[of].length)} times each`,
    };
  };
  return [
    {
      what: `memory (PSS) of the web process, ${count(phones)} pages`,
      measured: megabytes(bytes),
      aim: atMost(bytes, AIM.bytes, megabytes(AIM.bytes)),
      beside: null,
      from: 'each with a name, and hearing everything',
    },
    beside('greeting over WebSocket, p50', 'greetings', median),
    beside('greeting over WebSocket, p99', 'greetings', p99),
    beside('PING over WebSocket, p50', 'pings', median),
    beside('PING over WebSocket, p99', 'pings', p99),
  ];
}

function eventRows({ phones, rounds }: Sizes, { say, skip, bare }: Events): readonly Row[] {
  const row = (what: string, took: readonly number[]): Row => ({
    what: `${what}, to the last of ${count(phones)} pages`,
    measured: ms(median(took)),
    aim: atMost(median(took), AIM.eventMs, ms(AIM.eventMs)),
    beside: times(median(took), median(bare), ms(median(bare)), 'a bare ws server to as many'),
    from: `from the order's commit, median of ${rounds}, slowest ${ms(Math.max(...took))}`,
  });
  return [row('a sentence of the DJ', say), row('NOW after a skip', skip)];
}

function stormRow({ phones, singers }: Sizes, storms: readonly number[]): Row {
  return {
    what: `QUEUE and MINE answered to all ${count(phones)} pages`,
    measured: ms(median(storms)),
    aim: null,
    beside: null,
    from: `after a change of the line (${singers} wait), median of ${storms.length}, slowest ${ms(Math.max(...storms))}`,
  };
}
