/** Tells, once, that the folder of random songs has none, so that songs of the whole library are played. */
import type { PlayerStore, Turn } from '../store/player.ts';

export interface RandomFromHands {
  readonly store: Pick<PlayerStore, 'randomFrom'>;
  readonly warn: (text: string) => void;
}

/** Call it with the turn that is on, as often as wanted: the folder is looked at when another random song plays. */
export function createRandomFromWatch({ store, warn }: RandomFromHands): (turn: Turn | null) => Promise<void> {
  let seen = 0;
  let warnedOf: string | null = null;
  return async (turn) => {
    if (turn?.entryId !== null || turn.playId === seen) return;
    seen = turn.playId;
    const { folder, has } = await store.randomFrom();
    if (has !== 'nothing') warnedOf = null;
    else if (folder !== warnedOf) {
      warn(`player.randomFrom is ${folder}, where the library has no song to play; any song is played instead`);
      warnedOf = folder;
    }
  };
}
