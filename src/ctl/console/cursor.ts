/** Moving about in a list. Pure. */
import { above, layoutOf } from './layout.ts';
import { indexOf, rowAt } from './pages.ts';
import type { AnyRow, Tab } from './rows.ts';
import { idOf } from './rows.ts';
import type { Cursor, State } from './state.ts';

export function lengthOf(state: State, tab: Tab): number {
  return tab === 'messages' ? state.messages.length : state.lists[tab].length;
}

/** The row at an index; undefined while it is not known. Messages come newest first. */
export function rowOf(state: State, tab: Tab, index: number): AnyRow | undefined {
  return tab === 'messages' ? state.messages.at(-1 - index) : rowAt<AnyRow>(state.lists[tab], index);
}

/** The row that is chosen in the tab that is open. */
export function chosenRow(state: State): AnyRow | null {
  return rowOf(state, state.tab, state.cursors[state.tab].at) ?? null;
}

/** The state with the cursor of a tab at an index, or as near as there is a row, and in sight. */
export function moved(state: State, tab: Tab, index: number): State {
  const at = Math.max(0, Math.min(index, lengthOf(state, tab) - 1));
  return placed(state, tab, at, at === 0 ? 'first place' : 'row');
}

/** The state with the cursor on the row that is chosen, wherever that goes: something was done to it. */
export function held(state: State, tab: Tab): State {
  return withCursor(state, tab, { ...state.cursors[tab], on: 'row' });
}

function placed(state: State, tab: Tab, at: number, on: Cursor['on']): State {
  const row = rowOf(state, tab, at);
  const id = row ? idOf(tab, row) : null;
  return withCursor(state, tab, inSight(state, tab, { at, id, top: state.cursors[tab].top, on }));
}

/** The state after a list has changed: the cursor stays on its row, or where that row was. */
export function followed(state: State, tab: Tab): State {
  const { id, at, on } = state.cursors[tab];
  // Who has not moved away from the first place looks at the first place, not at whom happened to stand there.
  if (id === null || on === 'first place') return moved(state, tab, at);
  const now =
    tab === 'messages'
      ? state.messages.length - 1 - state.messages.findIndex((message) => message.id === id)
      : indexIn(state, tab, id);
  return now === null ? moved(state, tab, at) : placed(state, tab, Math.min(now, lengthOf(state, tab) - 1), 'row');
}

function indexIn(state: State, tab: Exclude<Tab, 'messages'>, id: number): number | null {
  const is = (row: AnyRow): boolean => idOf(tab, row) === id;
  switch (tab) {
    case 'line':
      return indexOf(state.lists.line, is);
    case 'missing':
      return indexOf(state.lists.missing, is);
    case 'guests':
      return indexOf(state.lists.guests, is);
    case 'songs':
      return indexOf(state.lists.songs, is);
    case 'sung':
      return indexOf(state.lists.sung, is);
  }
}

/** `top` is an index of those below the tabs: the places above them are always in sight. */
function inSight(state: State, tab: Tab, { at, id, top, on }: Cursor): Cursor {
  const layout = layoutOf(state.size, state.tab, state.said);
  const head = above(layout, tab);
  const below = Math.max(0, at - head);
  const last = Math.max(0, lengthOf(state, tab) - head - layout.list);
  const wanted = below < top ? below : below >= top + layout.list ? below - layout.list + 1 : top;
  return { at, id, top: Math.max(0, Math.min(wanted, last)), on };
}

function withCursor(state: State, tab: Tab, cursor: Cursor): State {
  return { ...state, cursors: { ...state.cursors, [tab]: cursor } };
}
