/**
 * Guests who ask for songs. `paced`: each asks at fixed times whether or not it was answered, and latency counts from the
 * intended time, so that a server that stalls is charged for everybody who would have asked meanwhile. `flat-out`: each
 * asks as soon as it was answered.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { artistOf, titleOf } from '../catalogue.ts';
import { ask, connect } from '../client.ts';
import type { Client } from '../client.ts';
import { work } from '../work.ts';

export interface RequestersJob {
  readonly port: number;
  readonly guests: number;
  readonly seconds: number;
  readonly pace: 'paced' | 'flat-out';
  /** How a song is named: by its number, or as people type it. */
  readonly by: 'id' | 'words';
  /** How many entries a guest keeps waiting: the oldest is cancelled first, unmeasured. null: all. */
  readonly keeps: number | null;
  /** Songs in the catalogue; nobody asks for one that somebody else waits for, as long as they suffice. */
  readonly songs: number;
}

export interface Requested {
  /** Milliseconds, of those that were queued. */
  readonly latencies: readonly number[];
  readonly seconds: number;
  /** What was refused; the answers of the first few. */
  readonly refused: number;
  readonly refusals: readonly string[];
}

/** One request a second and guest. */
const PACE_MS = 1_000;

await work('requesters', async (job, say) => {
  const guests = await Promise.all(Array.from({ length: job.guests }, (_, at) => join(job.port, at)));
  const latencies: number[] = [];
  const refusals: string[] = [];
  const startedAt = performance.now() + 100;
  const endsAt = startedAt + job.seconds * 1_000;

  const request = async (guest: Client, turn: number, at: number, intended: number, own: string[]): Promise<void> => {
    if (job.keeps !== null && own.length >= job.keeps) await ask(guest, `CANCEL ${own.shift() ?? ''}`, 'OK CANCEL');
    const song = 1 + ((turn * job.guests + at) % job.songs);
    guest.say(`REQUEST ${job.by === 'id' ? song : `${artistOf(song)} - ${titleOf(song)}`}`);
    const answer = await guest.answer();
    const entry = /^OK QUEUED (\d+) /.exec(answer)?.[1];
    if (entry === undefined) {
      refusals.push(answer);
      return;
    }
    latencies.push(performance.now() - intended);
    own.push(entry);
  };
  const paced = async (guest: Client, at: number): Promise<void> => {
    const own: string[] = [];
    const asked: Promise<void>[] = [];
    const first = startedAt + (at / job.guests) * PACE_MS;
    for (let turn = 0, due = first; due < endsAt; turn += 1, due = first + turn * PACE_MS) {
      await pause(Math.max(0, due - performance.now()));
      asked.push(request(guest, turn, at, due, own));
      // Only who cancels must know its entries first.
      if (job.keeps !== null) await asked.at(-1);
    }
    await Promise.all(asked);
  };
  const flatOut = async (guest: Client, at: number): Promise<void> => {
    const own: string[] = [];
    for (let turn = 0; performance.now() < endsAt; turn += 1) await request(guest, turn, at, performance.now(), own);
  };
  await Promise.all(guests.map((guest, at) => (job.pace === 'paced' ? paced(guest, at) : flatOut(guest, at))));
  const seconds = (performance.now() - startedAt) / 1_000;
  say({ latencies, seconds, refused: refusals.length, refusals: refusals.slice(0, 3) });
  await Promise.all(guests.map((guest) => guest.close()));
});

async function join(port: number, at: number): Promise<Client> {
  const guest = await connect(port);
  await guest.answer();
  await ask(guest, `HELLO Guest ${at}`, 'OK HELLO');
  return guest;
}
