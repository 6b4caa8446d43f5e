/** What may become of a wish of `download_list`. Each move checks the old state, so doing it twice does nothing. */
import type { WishState } from './model.ts';

/**
 * ask: somebody asks for it (again). fetch, fail: the fetch command sets out, comes back with nothing. find: a song came
 * that is it. refuse: the DJ says no. relent: the DJ takes the no back. leave: the last asker takes it back. lose: the file is
 * gone, the song is hidden, or the find is undone.
 */
export type WishMove = 'ask' | 'fetch' | 'fail' | 'find' | 'refuse' | 'relent' | 'leave' | 'lose';

/** null: the move does nothing. A state or a move without a cell does not compile. */
const MOVES: Readonly<Record<WishState, Readonly<Record<WishMove, WishState | null>>>> = {
  wanted: {
    ask: null,
    fetch: 'fetching',
    fail: null,
    find: 'found',
    refuse: 'refused',
    relent: null,
    leave: 'withdrawn',
    lose: null,
  },
  fetching: {
    ask: null,
    fetch: null,
    fail: 'wanted',
    find: 'found',
    refuse: 'refused',
    relent: null,
    leave: 'withdrawn',
    lose: null,
  },
  found: {
    ask: null,
    fetch: null,
    fail: null,
    find: null,
    refuse: null,
    relent: null,
    leave: null,
    lose: 'wanted',
  },
  // A DJ who refused may still come by the song: finding it then is good news for everyone who asked.
  refused: {
    ask: 'wanted',
    fetch: null,
    fail: null,
    find: 'found',
    refuse: null,
    relent: 'wanted',
    leave: 'withdrawn',
    lose: null,
  },
  withdrawn: {
    ask: 'wanted',
    fetch: null,
    fail: null,
    find: null,
    refuse: null,
    relent: null,
    leave: null,
    lose: null,
  },
};

/** The state after `move`, or null when the move does nothing in `state`. */
export function moved(state: WishState, move: WishMove): WishState | null {
  return MOVES[state][move];
}
