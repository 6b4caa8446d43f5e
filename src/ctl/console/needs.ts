/** What has to be read of the daemon for what is on the screen: the one question the console asks itself all the time. Pure. */
import { findsSongs } from './asks.ts';
import { above, layoutOf } from './layout.ts';
import { missingPage } from './pages.ts';
import type { ListName } from './rows.ts';
import { TABS } from './rows.ts';
import { textOf } from './field.ts';
import type { State } from './state.ts';

export type Need =
  | { readonly what: ListName; readonly page: number; readonly words: string; readonly asOf: number }
  | { readonly what: 'search'; readonly words: string };

/** At most one for each kind; none while karaoked is not there. */
export function needs(state: State): readonly Need[] {
  if (state.link !== 'there') return [];
  const lists = TABS.flatMap((tab) => (tab === 'messages' ? [] : listNeed(state, tab)));
  return [...lists, ...searchNeed(state)];
}

/** The line is always in sight, the other lists when they are looked at. */
function listNeed(state: State, list: ListName): readonly Need[] {
  if (list !== 'line' && list !== state.tab) return [];
  const pages = state.lists[list];
  const layout = layoutOf(state.size, state.tab, state.said);
  const { top } = state.cursors[list];
  const inSight = list === state.tab ? missingPage(pages, top, top + above(layout, list) + layout.list - 1) : null;
  const page = missingPage(pages, 0, 0) ?? inSight;
  return page === null ? [] : [{ what: list, page, words: list === 'songs' ? state.filter : '', asOf: pages.news }];
}

function searchNeed({ over, search }: State): readonly Need[] {
  if (over?.is !== 'field') return [];
  const asked = over.asks[over.given.length];
  if (!asked || !findsSongs(asked)) return [];
  const words = textOf(over.field).trim();
  return words === '' || words === search?.words ? [] : [{ what: 'search', words }];
}
