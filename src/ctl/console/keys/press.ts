/** What a stroke does, wherever the DJ is. Pure: a state and a stroke in, a state and orders out. */
import { meaningOf, VIEWS } from '../actions.ts';
import type { ViewId } from '../actions.ts';
import { ask, maybe } from '../asks.ts';
import { chosenRow, followed, lengthOf, moved } from '../cursor.ts';
import { fieldOf } from '../field.ts';
import { layoutOf } from '../layout.ts';
import { menuLines, menuStep } from '../menu.ts';
import { TABS } from '../rows.ts';
import { tabKey } from '../views.ts';
import type { Tab } from '../rows.ts';
import { fieldFor } from '../state.ts';
import type { State } from '../state.ts';
import { wordsIn } from '../words/speak.ts';
import { begin, give, refused } from './act.ts';
import { latinKey, saysNo, saysYes } from './cyrillic.ts';
import { leafing } from './leafing.ts';
import { still } from './step.ts';
import type { At, Step } from './step.ts';
import type { Stroke } from './strokes.ts';
import { typing } from './typing.ts';

/** The strokes of one piece of input, one after the other. What was typed before a question was seen does not answer it. */
export function pressed(state: State, strokes: readonly Stroke[], at: At): Step {
  let step = still(state);
  for (const stroke of strokes) {
    const before = step.state.over;
    const next = press(step.state, stroke, at);
    step = { state: next.state, orders: [...step.orders, ...next.orders] };
    if (next.state.over?.is === 'question' && before?.is !== 'question') break;
  }
  return step;
}

export function press(state: State, stroke: Stroke, at: At): Step {
  const { over } = state;
  // Also without a hand on the daemon, and whatever is open.
  if (stroke.key === 'ctrl-z') return { state, orders: [{ is: 'pause-console' }] };
  if (stroke.key === 'ctrl-l') return { state, orders: [{ is: 'redraw' }] };
  if (over?.is === 'field') return typing(state, over, stroke, at);
  if (over?.is === 'question') {
    if (saysYes(stroke.key, at.keyboard)) return give(state, over.words, 'said', at);
    // Whoever types on has not seen the question: what they type neither answers it nor does anything else.
    if (!saysNo(stroke.key, at.keyboard)) return still(state);
    return still({ ...state, over: null, said: { text: wordsIn(state.language).hints.nothing, tone: 'done' } });
  }
  const key = latinKey(stroke.key, at.keyboard);
  const tab = over === null ? null : tabKey(key);
  if (tab !== null) return view({ ...state, over: null }, tab);
  if (over?.is === 'menu') return choosing(state, over, key, at);
  if (over) return still(leafing(state, over, key));
  return act(read(state), key, at);
}

/** The last word stands until the next key; that something is being done stands until it is. */
function read(state: State): State {
  return state.said === null || state.said.tone === 'wait' ? state : followed({ ...state, said: null }, state.tab);
}

function act(state: State, key: string, at: At): Step {
  const meant = meaningOf(key, state.tab) ?? meaningOf(key.toLowerCase(), state.tab);
  if (meant === null) {
    const { hints, keys } = wordsIn(state.language);
    return still(key.startsWith('ctrl-') ? state : refused(state, hints.unknownKey(keys[key] ?? key)));
  }
  return 'action' in meant ? begin(state, meant.action, at) : view(state, meant.view);
}

function choosing(state: State, over: Extract<State['over'], { is: 'menu' }>, key: string, at: At): Step {
  const lines = menuLines(over.from, state.tab);
  const line = lines[over.at];
  if (key === 'enter' && line && line.is !== 'heading') {
    const closed = { ...state, over: null };
    return line.is === 'action' ? begin(closed, line.id, at) : view(closed, line.id);
  }
  const is = (name: ViewId): boolean => (VIEWS[name] as readonly string[]).includes(key);
  const to = (index: number): Step => still({ ...state, over: { ...over, at: index } });
  if (is('up')) return to(menuStep(lines, over.at, -1));
  if (is('down')) return to(menuStep(lines, over.at, 1));
  if (is('first')) return to(menuStep(lines, -1, 1));
  if (is('last')) return to(menuStep(lines, lines.length, -1));
  return still({ ...state, over: null });
}

function view(state: State, id: ViewId): Step {
  const { tab } = state;
  const { at } = state.cursors[tab];
  const { list } = layoutOf(state.size, tab, state.said);
  switch (id) {
    case 'quit':
      return { state, orders: [{ is: 'quit' }] };
    case 'redraw':
      return { state, orders: [{ is: 'redraw' }] };
    case 'pauseConsole':
      return { state, orders: [{ is: 'pause-console' }] };
    case 'help':
      return still({ ...state, over: { is: 'help', top: 0 } });
    case 'menu':
      return still({ ...state, over: { is: 'menu', from: 'all', at: 1 } });
    case 'rowMenu':
      if (chosenRow(state) === null) return still(refused(state, wordsIn(state.language).hints.noRow));
      return still({ ...state, over: { is: 'menu', from: 'row', at: 1 } });
    case 'command':
      return still({ ...state, said: null, over: fieldFor({ is: 'command' }, [ask('command')], []) });
    case 'search': {
      const asks = [maybe('words', fieldOf(state.filter))];
      return still({ ...shown(state, 'songs'), said: null, over: fieldFor({ is: 'filter' }, asks, []) });
    }
    case 'nextTab':
      return still(shown(state, neighbour(tab, 1)));
    case 'lastTab':
      return still(shown(state, neighbour(tab, -1)));
    case 'up':
      return still(moved(state, tab, at - 1));
    case 'down':
      return still(moved(state, tab, at + 1));
    case 'pageUp':
      return still(moved(state, tab, at - list));
    case 'pageDown':
      return still(moved(state, tab, at + list));
    case 'first':
      return still(moved(state, tab, 0));
    case 'last':
      return still(moved(state, tab, lengthOf(state, tab) - 1));
    case 'back':
      return still({ ...state, said: null });
    case 'line':
    case 'missing':
    case 'guests':
    case 'songs':
    case 'messages':
    case 'sung':
      return still(shown(state, id));
  }
}

function neighbour(tab: Tab, step: 1 | -1): Tab {
  return TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? tab;
}

function shown(state: State, tab: Tab): State {
  return followed({ ...state, tab, unread: tab === 'messages' ? 0 : state.unread }, tab);
}
