/** What may become of an entry of `queue_list`. Each move checks the old state, so doing it twice does nothing. */
import type { EntryState } from './model.ts';

/** call: its gap begins. finish: it was sung. skip: the DJ or its singer ended it. close: the party is over. */
export type EntryMove = 'call' | 'finish' | 'skip' | 'cancel' | 'close' | 'undo';

/** null: the move does nothing. A state or a move without a cell does not compile. */
const MOVES: Readonly<Record<EntryState, Readonly<Record<EntryMove, EntryState | null>>>> = {
  waiting: { call: 'singing', finish: null, skip: null, cancel: 'cancelled', close: 'unsung', undo: null },
  singing: { call: null, finish: 'sung', skip: 'skipped', cancel: null, close: 'unsung', undo: null },
  sung: { call: null, finish: null, skip: null, cancel: null, close: null, undo: null },
  skipped: { call: null, finish: null, skip: null, cancel: null, close: null, undo: 'waiting' },
  cancelled: { call: null, finish: null, skip: null, cancel: null, close: null, undo: 'waiting' },
  unsung: { call: null, finish: null, skip: null, cancel: null, close: null, undo: null },
};

/** The state after `move`, or null when the move does nothing in `state`. */
export function moved(state: EntryState, move: EntryMove): EntryState | null {
  return MOVES[state][move];
}
