import { describe, expect, test } from '@jest/globals';
import { type EntryMove, moved as entryMoved } from '../../../src/party/entry.ts';
import type { EntryState, WishState } from '../../../src/party/model.ts';
import { moved as wishMoved, type WishMove } from '../../../src/party/wish.ts';

/** "state move state" for every move that does something. */
const does = <S extends string, M extends string>(
  states: readonly S[],
  moves: readonly M[],
  moved: (state: S, move: M) => S | null,
): string[] =>
  states.flatMap((state) =>
    moves
      .map((move) => [state, move, moved(state, move)])
      .flatMap(([from, move, to]) => (to === null ? [] : [`${from} ${move} ${to}`])),
  );

describe('an entry', () => {
  const states: EntryState[] = ['waiting', 'singing', 'sung', 'skipped', 'cancelled', 'unsung'];
  const moves: EntryMove[] = ['call', 'finish', 'skip', 'cancel', 'close', 'undo'];
  test('moves so and not otherwise', () => {
    expect(does(states, moves, entryMoved)).toEqual([
      'waiting call singing',
      'waiting cancel cancelled',
      'waiting close unsung',
      'singing finish sung',
      'singing skip skipped',
      'singing close unsung',
      'skipped undo waiting',
      'cancelled undo waiting',
    ]);
  });
  test('is not moved twice by the same move', () => {
    for (const state of states)
      for (const move of moves) {
        const once = entryMoved(state, move);
        if (once !== null) expect(entryMoved(once, move)).toBeNull();
      }
  });
});

describe('a wish', () => {
  const states: WishState[] = ['wanted', 'fetching', 'found', 'refused', 'withdrawn'];
  const moves: WishMove[] = ['ask', 'fetch', 'fail', 'find', 'refuse', 'leave', 'lose'];
  test('moves so and not otherwise', () => {
    expect(does(states, moves, wishMoved)).toEqual([
      'wanted fetch fetching',
      'wanted find found',
      'wanted refuse refused',
      'wanted leave withdrawn',
      'fetching fail wanted',
      'fetching find found',
      'fetching refuse refused',
      'fetching leave withdrawn',
      'found lose wanted',
      'refused ask wanted',
      'refused find found',
      'refused leave withdrawn',
      'withdrawn ask wanted',
    ]);
  });
  test('is not moved twice by the same move', () => {
    for (const state of states)
      for (const move of moves) {
        const once = wishMoved(state, move);
        if (once !== null) expect(wishMoved(once, move)).toBeNull();
      }
  });
});
