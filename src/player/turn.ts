/**
 * The turn as a state machine: pure, so that a whole evening can be played in a millisecond. The rows of a turn and the
 * clock tell its stage; the stage tells what is due and what an order does to it.
 */
import type { PlayerOrder, Turn, TurnEnd } from '../store/player.ts';

/** Where a turn stands. Paused remembers where it goes on by its position, so a paused gap needs no stage of its own. */
export type Stage = 'gap' | 'music' | 'paused';

/** What is to be done about a turn. `to` is where the music is from now on. */
export type Deed =
  | { readonly is: 'start-music' }
  | { readonly is: 'end'; readonly how: TurnEnd }
  /** The music ends at `durationMs` already. */
  | { readonly is: 'shorten'; readonly durationMs: number }
  | { readonly is: 'move'; readonly to: Pick<Turn, 'runningSinceMs' | 'offsetMs'> };

/** What happens by itself if nobody orders anything, and in how many milliseconds (0: it is due). null: waits for an order. */
export type Due = { readonly deed: Deed; readonly inMs: number } | null;

/** Milliseconds into the music at wall clock `nowMs`; negative in the gap. */
export function positionMs(turn: Turn, nowMs: number): number {
  return turn.runningSinceMs === null ? turn.offsetMs : turn.offsetMs + (nowMs - turn.runningSinceMs);
}

export function stageOf(turn: Turn): Stage {
  if (turn.runningSinceMs === null) return 'paused';
  return turn.musicStarted ? 'music' : 'gap';
}

/** One row for each stage: a gap ends in music, music ends the turn, a pause ends by an order only. */
const NEXT: Readonly<Record<Stage, (turn: Turn, nowMs: number) => Due>> = {
  gap: (turn, nowMs) => due({ is: 'start-music' }, 0 - positionMs(turn, nowMs)),
  music: (turn, nowMs) => due({ is: 'end', how: 'sung' }, turn.durationMs - positionMs(turn, nowMs)),
  paused: () => null,
};

export function whatIsDue(turn: Turn, nowMs: number): Due {
  return NEXT[stageOf(turn)](turn, nowMs);
}

type Obeyed = (turn: Turn, nowMs: number) => Deed | null;

const skip: Obeyed = () => ({ is: 'end', how: 'skipped' });
const nothing: Obeyed = () => null;
const pause: Obeyed = (turn, nowMs) => moveTo(positionMs(turn, nowMs), null);
const resume: Obeyed = (turn, nowMs) => moveTo(turn.offsetMs, nowMs);
const fromTheTop: Obeyed = (_turn, nowMs) => moveTo(0, nowMs);

/** What each order does at each stage; null: nothing, it is so already or there is nothing to do it to. */
const ORDERS: Readonly<Record<PlayerOrder['verb'], Readonly<Record<Stage, Obeyed>>>> = {
  skip: { gap: skip, music: skip, paused: skip },
  pause: { gap: pause, music: pause, paused: nothing },
  resume: { gap: nothing, music: nothing, paused: resume },
  // In the gap nothing has been sung that could be sung again. Who restarts a paused song wants to hear it.
  restart: {
    gap: nothing,
    music: fromTheTop,
    paused: (turn, nowMs) => (turn.musicStarted ? fromTheTop(turn, nowMs) : null),
  },
};

/** What an order does to the turn that is on. An order about another play does nothing: it was given about a song that is over. */
export function obey(order: PlayerOrder, turn: Turn | null, nowMs: number): Deed | null {
  if (turn?.playId !== order.playId) return null;
  return ORDERS[order.verb][stageOf(turn)](turn, nowMs);
}

/**
 * What a random song does once somebody waits who may be called (player.onRequest): nothing, or it is over `withinMs` from
 * now. A paused one stays: the DJ has stopped the evening, not only the song.
 */
export function giveWay(turn: Turn, withinMs: number | null, nowMs: number): Deed | null {
  if (withinMs === null || turn.entryId !== null || stageOf(turn) !== 'music') return null;
  const durationMs = Math.floor(positionMs(turn, nowMs) + withinMs);
  return durationMs < turn.durationMs ? { is: 'shorten', durationMs } : null;
}

/** The turn goes on from `position` at `nowMs`; a paused one stays paused. */
export function goOnFrom(turn: Turn, position: number, nowMs: number): Deed | null {
  if (turn.runningSinceMs === null) return null;
  // A row that was never moved still begins in its gap, and a heartbeat may be lost: music that played is not put off.
  return moveTo(turn.musicStarted ? Math.max(0, position) : position, nowMs);
}

function moveTo(offsetMs: number, runningSinceMs: number | null): Deed {
  return { is: 'move', to: { offsetMs, runningSinceMs } };
}

function due(deed: Deed, inMs: number): Due {
  return { deed, inMs: Math.max(0, inMs) };
}
