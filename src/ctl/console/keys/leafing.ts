/** Strokes while there is something to read: help, a page. Pure. */
import { VIEWS } from '../actions.ts';
import type { ViewId } from '../actions.ts';
import { helpLines } from '../help.ts';
import { layoutOf, wrapped } from '../layout.ts';
import type { Over, State } from '../state.ts';

type Readable = Extract<Over, { readonly is: 'page' | 'help' }>;

export function leafing(state: State, over: Readable, key: string): State {
  const is = (id: ViewId): boolean => (VIEWS[id] as readonly string[]).includes(key);
  const { over: height, columns } = layoutOf(state.size, state.tab, state.said);
  const shown = Math.max(1, height - 1);
  const length =
    over.is === 'help'
      ? helpLines(state.language).length
      : over.lines.reduce((sum, line) => sum + Math.max(1, wrapped(line, columns).length), 0);
  const to = (top: number): State => ({
    ...state,
    over: { ...over, top: Math.max(0, Math.min(top, length - shown)) },
  });
  if (is('up')) return to(over.top - 1);
  if (is('down')) return to(over.top + 1);
  if (is('pageUp')) return to(over.top - shown);
  if (is('pageDown') || key === 'space') return to(over.top + shown);
  if (is('first')) return to(0);
  if (is('last')) return to(length);
  return { ...state, over: null };
}
