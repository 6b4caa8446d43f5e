/** What is to be read anew after something was heard, and how soon. Events say that something changed, and rarely what. */
import type { Heard, Topic } from '../../talk/said.ts';
import type { Reading } from './action.ts';
import { callOf } from './calls.ts';
import type { State } from './state.ts';

export interface Stale {
  readonly reading: Reading;
  /** All phones hear most events at once, and must not all ask at once: each asks within this time. 0: only some hear it. */
  readonly withinMs: number;
}

const SOON_MS = 500;
/** For what nobody waits for: somebody may ask them for a duet, and NEXT and TURN would come all the same. */
const LATER_MS = 10_000;

const ALL: readonly Reading[] = ['PARTY', 'NOW', 'MINE', 'QUEUE', 'WISHES', 'HISTORY'];

/** `before`: what was known when it was heard. */
export function staleAfter(heard: Heard, before: State): readonly Stale[] {
  if ('link' in heard) {
    if (heard.link !== 'open') return [];
    // The party comes with it. Who opens the page waits for the rest; who comes back has something to look at.
    const readings = heard.party ? ALL.filter((reading) => reading !== 'PARTY') : ALL;
    return readings.map((reading) => ({ reading, withinMs: before.now === null ? 0 : SOON_MS }));
  }
  if ('requested' in heard) return atOnce('MINE', 'WISHES');
  if (heard.topic === 'NOW') return afterMusic(before);
  if (heard.topic === 'QUEUE') {
    const waits = before.mine !== null && before.mine.length > 0;
    return [
      { reading: 'MINE', withinMs: waits ? SOON_MS : LATER_MS },
      { reading: 'QUEUE', withinMs: SOON_MS },
    ];
  }
  // A newer house says more than this page knows.
  return AFTER[heard.topic] ?? [];
}

/** Where no party was one has begun; and who was on the stage has sung. */
function afterMusic(before: State): readonly Stale[] {
  if (before.party?.on === false) return [{ reading: 'PARTY', withinMs: SOON_MS }];
  return callOf(before)?.is === 'turn' ? atOnce('HISTORY') : [];
}

const atOnce = (...readings: readonly Reading[]): readonly Stale[] =>
  readings.map((reading) => ({ reading, withinMs: 0 }));

const AFTER: Readonly<Partial<Record<string, readonly Stale[]>>> = {
  NEXT: atOnce('MINE'),
  TURN: atOnce('MINE'),
  LATER: atOnce('MINE'),
  FOUND: atOnce('WISHES'),
  REFUSED: atOnce('WISHES'),
  SAY: [],
  LASTCALL: [{ reading: 'PARTY', withinMs: SOON_MS }],
  OPENEND: [{ reading: 'PARTY', withinMs: SOON_MS }],
  LAG: ALL.map((reading) => ({ reading, withinMs: SOON_MS })),
  BYE: [],
} satisfies Readonly<Record<Exclude<Topic, 'NOW' | 'QUEUE'>, readonly Stale[]>>;
