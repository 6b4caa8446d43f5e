/**
 * What the DJ can do at the console, in one table: the key, where it applies, what it asks for, and the line of karaokectl
 * that it comes to. Help, footer, menu and docs/operations.md are derived from it; an action without words in every
 * language does not compile (words/).
 */
import type { QueueRow } from '../../dj/results/line.ts';
import type { NowRow, SongRow } from '../../dj/results/rows.ts';
import type { GuestRow, Missing } from '../../store/dj.ts';
import { ask, closingTime, maybe, minutes } from './asks.ts';
import type { Ask } from './asks.ts';
import { fieldOf } from './field.ts';
import type { AnyRow, Message, Tab } from './rows.ts';
import { viewIds, VIEWS } from './views.ts';
import type { ViewId } from './views.ts';

export { viewIds, VIEWS } from './views.ts';
export type { ViewId } from './views.ts';

/** What a line is made from. */
interface Given {
  readonly row: AnyRow | null;
  readonly answers: readonly string[];
  readonly now: NowRow | null;
  /** Where the entry of the row stands, or was just sent. */
  readonly place: number;
}

export interface Action {
  /** As `keys/strokes.ts` names them; any of them does it. */
  readonly keys: readonly [string, ...string[]];
  /** A tab: it is about the row that is chosen there. */
  readonly where: 'everywhere' | Tab;
  /** Whether it is nothing without a row. */
  readonly row?: 'needed';
  /** Whether a question comes first: it cannot be taken back. */
  readonly sure?: 'asked';
  readonly asks?: (row: AnyRow | null) => readonly Ask[];
  /** The words after `karaokectl`; null: there is nothing to do it to. */
  readonly line: (given: Given) => readonly string[] | null;
}

const entry = (row: AnyRow | null): string => String((row as QueueRow).queueId);
const wish = (row: AnyRow | null): string => String((row as Missing).wishId);
const guest = (row: AnyRow | null): string => String((row as GuestRow).guestId);
const song = (row: AnyRow | null): string => String((row as SongRow).songId);
const proposed = (row: AnyRow | null): Extract<Message['event'], { event: 'proposal' }> | null => {
  const event = (row as Message | null)?.event;
  return event?.event === 'proposal' ? event : null;
};
const wished = (row: AnyRow | null): string => {
  const { artist, title } = row as Missing;
  return `${artist} ${title}`;
};

/** A name or a sentence may begin with a dash: after -- nothing is an option. */
const after = (...words: readonly string[]): readonly string[] => ['--', ...words];

const afterIfAny = (text: string): readonly string[] => (text === '' ? [] : after(text));

const ACTIONS = {
  pause: {
    keys: ['space'],
    where: 'everywhere',
    line: ({ now }) => [now?.state === 'paused' ? 'resume' : 'pause'],
  },
  skip: { keys: ['s'], where: 'everywhere', line: () => ['skip'] },
  restart: { keys: ['R'], where: 'everywhere', sure: 'asked', line: () => ['restart'] },
  add: {
    keys: ['a'],
    where: 'everywhere',
    asks: () => [ask('name'), ask('song')],
    line: ({ answers: [name = '', what = ''] }) => ['add', `--for=${name}`, ...after(what)],
  },
  duet: {
    keys: ['d'],
    where: 'everywhere',
    asks: () => [ask('name'), ask('partner'), ask('song')],
    line: ({ answers: [name = '', partner = '', what = ''] }) => [
      'add',
      `--for=${name}`,
      `--with=${partner}`,
      ...after(what),
    ],
  },
  undo: { keys: ['u'], where: 'everywhere', line: () => ['undo'] },
  say: {
    keys: ['t'],
    where: 'everywhere',
    asks: () => [ask('sentence')],
    line: ({ answers }) => ['say', ...after(...answers)],
  },
  start: {
    keys: ['P'],
    where: 'everywhere',
    asks: () => [maybe('party')],
    line: ({ answers: [name = ''] }) => ['party', 'start', ...afterIfAny(name)],
  },
  lastCall: {
    keys: ['L'],
    where: 'everywhere',
    asks: () => [ask('minutes', fieldOf('20'))],
    line: ({ answers: [time = ''] }) => ['party', 'end', `--in=${minutes(time)}`],
  },
  closing: {
    keys: ['C'],
    where: 'everywhere',
    asks: () => [ask('time')],
    line: ({ answers: [time = ''] }) => ['party', 'closing', ...after(closingTime(time))],
  },
  end: { keys: ['E'], where: 'everywhere', sure: 'asked', line: () => ['party', 'end'] },
  stop: { keys: ['X'], where: 'everywhere', sure: 'asked', line: () => ['stop'] },

  why: { keys: ['w'], where: 'line', row: 'needed', line: ({ row }) => ['why', entry(row)] },
  sooner: {
    keys: ['K', 'shift-up'],
    where: 'line',
    row: 'needed',
    line: ({ row, place }) => (place > 1 ? ['move', entry(row), String(place - 1)] : null),
  },
  later: {
    keys: ['J', 'shift-down'],
    where: 'line',
    row: 'needed',
    line: ({ row, place }) => ['move', entry(row), String(place + 1)],
  },
  place: {
    keys: ['p'],
    where: 'line',
    row: 'needed',
    asks: () => [ask('place')],
    line: ({ row, answers: [place = ''] }) => ['move', entry(row), ...after(place)],
  },
  unpin: { keys: ['n'], where: 'line', row: 'needed', line: ({ row }) => ['unpin', entry(row)] },
  remove: { keys: ['x', 'delete'], where: 'line', row: 'needed', line: ({ row }) => ['remove', entry(row)] },

  found: {
    keys: ['f'],
    where: 'missing',
    row: 'needed',
    asks: (row) => [ask('wish-song', fieldOf(wished(row)))],
    line: ({ row, answers: [what = ''] }) => ['found', wish(row), ...after(what)],
  },
  refuse: {
    keys: ['r'],
    where: 'missing',
    row: 'needed',
    sure: 'asked',
    asks: () => [ask('reason')],
    line: ({ row, answers: [reason = ''] }) => ['refuse', wish(row), ...after(reason)],
  },
  fetch: { keys: ['g'], where: 'missing', row: 'needed', line: ({ row }) => ['fetch', wish(row)] },

  addForGuest: {
    keys: ['o'],
    where: 'guests',
    row: 'needed',
    asks: () => [ask('song')],
    line: ({ row, answers: [what = ''] }) => ['add', `--for=${(row as GuestRow).name}`, ...after(what)],
  },
  kick: {
    keys: ['x'],
    where: 'guests',
    row: 'needed',
    sure: 'asked',
    asks: () => [maybe('why-out')],
    line: ({ row, answers: [reason = ''] }) => ['kick', guest(row), ...afterIfAny(reason)],
  },
  ban: {
    keys: ['b'],
    where: 'guests',
    row: 'needed',
    sure: 'asked',
    asks: () => [maybe('why-out')],
    line: ({ row, answers: [reason = ''] }) => ['ban', guest(row), ...afterIfAny(reason)],
  },
  unban: { keys: ['n'], where: 'guests', row: 'needed', line: ({ row }) => ['unban', guest(row)] },
  code: { keys: ['c'], where: 'guests', row: 'needed', sure: 'asked', line: ({ row }) => ['code', guest(row)] },
  forget: { keys: ['f'], where: 'guests', row: 'needed', sure: 'asked', line: ({ row }) => ['forget', guest(row)] },

  addSong: {
    keys: ['o'],
    where: 'songs',
    row: 'needed',
    asks: () => [ask('name')],
    line: ({ row, answers: [name = ''] }) => ['add', `--for=${name}`, song(row)],
  },
  hide: { keys: ['h'], where: 'songs', row: 'needed', line: ({ row }) => ['hide', song(row)] },
  unhide: { keys: ['H'], where: 'songs', row: 'needed', line: ({ row }) => ['unhide', song(row)] },
  scan: { keys: ['c'], where: 'songs', line: () => ['library', 'scan'] },
  folders: { keys: ['l'], where: 'songs', line: () => ['library', 'list'] },
  problems: { keys: ['p'], where: 'songs', line: () => ['library', 'problems'] },
  import: {
    keys: ['I'],
    where: 'songs',
    asks: () => [ask('file')],
    line: ({ answers: [file = ''] }) => ['import', ...after(file)],
  },

  accept: {
    keys: ['f'],
    where: 'messages',
    row: 'needed',
    line: ({ row }) => {
      const proposal = proposed(row);
      return proposal && ['found', String(proposal.wishId), String(proposal.songId)];
    },
  },

  export: { keys: ['e'], where: 'sung', asks: () => [ask('export')], line: () => ['export', 'csv'] },
  status: { keys: ['i'], where: 'everywhere', line: () => ['status'] },
} as const satisfies Readonly<Record<string, Action>>;

export type ActionId = keyof typeof ACTIONS;

/** Actions that a question comes before. */
export type SureId = {
  readonly [A in ActionId]: (typeof ACTIONS)[A] extends { readonly sure: 'asked' } ? A : never;
}[ActionId];

/** The same table without its literal types. */
export const actions: Readonly<Record<ActionId, Action>> = ACTIONS;

export const actionIds = Object.keys(ACTIONS) as readonly ActionId[];

/** What a key means in a tab: that tab's own action before one of everywhere; null: nothing. */
export function meaningOf(key: string, tab: Tab): { readonly action: ActionId } | { readonly view: ViewId } | null {
  const does = (id: ActionId): boolean => actions[id].keys.includes(key);
  const action =
    actionIds.find((id) => actions[id].where === tab && does(id)) ??
    actionIds.find((id) => actions[id].where === 'everywhere' && does(id));
  if (action !== undefined) return { action };
  const view = viewIds.find((id) => (VIEWS[id] as readonly string[]).includes(key));
  return view === undefined ? null : { view };
}

/** What applies in a tab, its own first. */
export function actionsIn(tab: Tab): readonly ActionId[] {
  return actionIds.filter((id) => actions[id].where === tab);
}
