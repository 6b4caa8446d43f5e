/** The keys that move about and show; these order nothing. */
import { TABS } from './rows.ts';
import type { Tab } from './rows.ts';

export const VIEWS = {
  help: ['?', 'f1'],
  menu: ['m'],
  command: [':'],
  search: ['/'],
  nextTab: ['tab', 'right'],
  lastTab: ['shift-tab', 'left'],
  line: ['1'],
  missing: ['2'],
  guests: ['3'],
  songs: ['4'],
  messages: ['5'],
  sung: ['6'],
  up: ['up', 'k'],
  down: ['down', 'j'],
  pageUp: ['pageup', 'ctrl-b'],
  pageDown: ['pagedown', 'ctrl-f'],
  first: ['home'],
  last: ['end'],
  rowMenu: ['enter'],
  back: ['escape'],
  redraw: ['ctrl-l'],
  pauseConsole: ['ctrl-z'],
  quit: ['q', 'ctrl-c'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type ViewId = keyof typeof VIEWS;

export const viewIds = Object.keys(VIEWS) as readonly ViewId[];

const TO_A_TAB: readonly ViewId[] = [...TABS, 'nextTab', 'lastTab'] satisfies readonly (Tab | ViewId)[];

/** The way to a tab that a key is, whatever is open; null: it is none. */
export function tabKey(key: string): ViewId | null {
  return TO_A_TAB.find((id) => (VIEWS[id] as readonly string[]).includes(key)) ?? null;
}
