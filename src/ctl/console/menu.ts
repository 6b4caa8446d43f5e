/** The lines of the menu: the owner's first, then all there is. Pure. */
import { actionIds, actions, actionsIn } from './actions.ts';
import type { ActionId, ViewId } from './actions.ts';
import type { Tab } from './rows.ts';

export type MenuLine =
  | { readonly is: 'heading'; readonly of: Tab | 'everywhere' | 'views' | 'owner' }
  | { readonly is: 'action'; readonly id: ActionId }
  | { readonly is: 'view'; readonly id: ViewId };

const OWNER: readonly MenuLine[] = [
  { is: 'heading', of: 'owner' },
  { is: 'action', id: 'start' },
  { is: 'action', id: 'end' },
  { is: 'view', id: 'songs' },
  { is: 'view', id: 'line' },
  { is: 'view', id: 'missing' },
  { is: 'view', id: 'guests' },
];

const VIEWS: readonly ViewId[] = ['search', 'messages', 'sung', 'command', 'help', 'quit'];

/** `row`: opened about the chosen row, so what concerns it comes first. */
export function menuLines(from: 'row' | 'all', tab: Tab): readonly MenuLine[] {
  const own = actionsIn(tab);
  const about: readonly MenuLine[] =
    own.length === 0 ? [] : [{ is: 'heading', of: tab }, ...own.map((id) => ({ is: 'action', id }) as const)];
  const rest = actionIds.filter((id) => actions[id].where === 'everywhere' && id !== 'start' && id !== 'end');
  return [
    ...(from === 'row' ? [...about, ...OWNER] : [...OWNER, ...about]),
    { is: 'heading', of: 'everywhere' },
    ...rest.map((id) => ({ is: 'action', id }) as const),
    { is: 'heading', of: 'views' },
    ...VIEWS.map((id) => ({ is: 'view', id }) as const),
  ];
}

/** The next line that can be chosen in a direction, from `at` on; the same when there is none. */
export function menuStep(lines: readonly MenuLine[], at: number, step: 1 | -1): number {
  for (let next = at + step; next >= 0 && next < lines.length; next += step) {
    if (lines[next]?.is !== 'heading') return next;
  }
  return at;
}
