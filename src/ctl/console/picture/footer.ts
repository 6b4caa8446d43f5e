/** The last lines: what is being typed or asked, what was done, and what can be pressed. Pure. */
import { actionsIn, actions, VIEWS } from '../actions.ts';
import type { ActionId, ViewId } from '../actions.ts';
import { findsSongs } from '../asks.ts';
import { windowOf } from '../field.ts';
import { keyNames } from '../help.ts';
import type { Layout } from '../layout.ts';
import type { Over, State } from '../state.ts';
import { columnsOf } from '../../width.ts';
import { blank, fitted, span } from './line.ts';
import type { Line } from './line.ts';
import type { Pen } from './lists.ts';

/** What is said, asked or typed. */
export function wordLines(state: State, { saidLines }: Layout, pen: Pen): readonly Line[] {
  const { over, said, scan } = state;
  if (over?.is === 'field') return [fieldLine(over, pen)];
  if (said && saidLines.length > 0) {
    const tone = said.tone === 'refused' ? 'alarm' : said.tone === 'wait' ? 'dim' : 'strong';
    return saidLines.map((text): Line => [span(text, tone)]);
  }
  return [scan ? [span(pen.words.hints.scanning(scan.done, scan.total), 'dim')] : blank];
}

/** `Who sings: Ada_`, with what was answered before. */
function fieldLine({ asks, given, field }: Extract<Over, { is: 'field' }>, { words, columns }: Pen): Line {
  const asked = asks[given.length];
  if (!asked) return blank;
  const before = given.map((answer, at) => `${words.asks[asks[at]?.what ?? asked.what]}: ${answer}. `).join('');
  const room = Math.floor(columns / 2);
  const label = `${columnsOf(before) > room ? '' : before}${words.asks[asked.what]}: `;
  const [left, at, right] = windowOf(field, Math.max(4, columns - columnsOf(label) - 1));
  return [span(label, 'strong'), span(left), { text: at, tone: 'cursor' }, span(right)];
}

const EVERYWHERE: readonly (ActionId | ViewId)[] = ['pause', 'skip', 'add', 'undo'];
const ROOMY = 80;
const ALWAYS: readonly ViewId[] = ['menu', 'help', 'quit'];

/** The keys that are of use now, as many as there is room for; help and the way out stay. */
export function footerLine(state: State, { words, columns }: Pen): Line {
  const { hints } = words;
  const { over, said } = state;
  switch (over?.is) {
    case 'field': {
      const asked = over.asks[over.given.length];
      if (said?.tone === 'refused') return [span(said.text, 'alarm')];
      if (over.doing.is === 'filter') return [span(hints.filter, 'dim')];
      if (over.doing.is === 'command') return [span(hints.command, 'dim')];
      if (asked && findsSongs(asked)) {
        return [span(asked.what === 'wish-song' ? `${hints.song}; ${hints.file}` : hints.song, 'dim')];
      }
      return [span(asked?.need === 'optional' ? `${hints.field}; ${hints.optional}` : hints.field, 'dim')];
    }
    case 'question':
      return [span(hints.question, 'strong')];
    case 'page':
    case 'help':
      return [span(hints.page, 'dim')];
    case 'menu':
      return [span(hints.menu, 'dim')];
    case undefined:
      return fitted(keysLine(state, columns, words), columns);
  }
}

function keysLine({ tab, language }: State, columns: number, words: Pen['words']): Line {
  const label = (id: ActionId | ViewId): string => {
    const keys = id in actions ? actions[id as ActionId].keys : VIEWS[id as ViewId];
    const { short } = id in actions ? words.actions[id as ActionId] : words.views[id as ViewId];
    return `${keyNames(keys.slice(0, 1), language)} ${short}`;
  };
  const always = ALWAYS.map(label);
  const chosen: string[] = [];
  let room = columns - always.reduce((sum, text) => sum + columnsOf(text) + 2, 0);
  // Those of everywhere are seen on the first tab too: where there is no room for all, a tab shows its own.
  const own = actionsIn(tab);
  const first = columns < ROOMY && tab !== 'line' ? [...own, ...EVERYWHERE] : [...EVERYWHERE, ...own];
  for (const text of first.map(label)) {
    if (columnsOf(text) + 2 > room) break;
    chosen.push(text);
    room -= columnsOf(text) + 2;
  }
  return [span([...chosen, ...always].join('  '), 'dim')];
}
