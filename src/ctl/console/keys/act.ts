/** From an action to the line of karaokectl that it comes to: what it asks for first, the question, the order. Pure. */
import { actions } from '../actions.ts';
import type { ActionId, SureId } from '../actions.ts';
import { chosenRow, held } from '../cursor.ts';
import type { AnyRow } from '../rows.ts';
import type { QueueRow } from '../../../dj/results/line.ts';
import type { Order } from '../orders.ts';
import { fieldFor } from '../state.ts';
import type { State } from '../state.ts';
import { wordsIn } from '../words/speak.ts';
import { still } from './step.ts';
import type { At, Step } from './step.ts';

/** Begins an action on the row that is chosen. */
export function begin(state: State, id: ActionId, at: At): Step {
  const words = wordsIn(state.language);
  const { row: need, where, asks } = actions[id];
  const row = where === 'everywhere' ? null : chosenRow(state);
  if (need === 'needed' && row === null) return still(refused(state, words.hints.noRow));
  const asked = asks?.(row) ?? [];
  if (asked.length > 0) {
    return still({ ...state, said: null, over: fieldFor({ is: 'action', id, row }, asked, []), search: null });
  }
  return finish(state, id, row, [], at);
}

/** All was asked for: the question, or the order. */
export function finish(state: State, id: ActionId, row: AnyRow | null, answers: readonly string[], at: At): Step {
  const { hints, sure } = wordsIn(state.language);
  const place = id === 'sooner' || id === 'later' ? placeOf(state, row as QueueRow) : 0;
  const words = actions[id].line({ row, answers, now: state.now, place });
  const open = { ...state, over: null };
  if (words === null) return still(refused(open, hints.nothing));
  if (actions[id].sure === 'asked') {
    const text = sure[id as SureId](row, answers);
    return still({ ...open, said: null, over: { is: 'question', text, words } });
  }
  const sent = moves(id, row, words);
  const after = REPLACES.has(id) ? held(open, 'line') : open;
  return ordered(sent === null ? after : { ...after, sent }, id, words, answers, at);
}

/** What gives an entry another place: the DJ looks where it goes. */
const REPLACES: ReadonlySet<ActionId> = new Set(['sooner', 'later', 'place', 'unpin']);

/** Where an entry stands, or where it was just sent though the line was not read again. */
function placeOf({ sent }: State, { queueId, position }: QueueRow): number {
  return sent?.id === queueId ? sent.place : position;
}

function moves(id: ActionId, row: AnyRow | null, words: readonly string[]): State['sent'] {
  if (id !== 'sooner' && id !== 'later') return null;
  return { id: (row as QueueRow).queueId, place: Number(words.at(-1)) };
}

const PAGES: ReadonlySet<ActionId> = new Set(['why', 'folders', 'problems', 'status']);

function ordered(state: State, id: ActionId, words: readonly string[], answers: readonly string[], at: At): Step {
  const saidAtMs = at.atMs;
  const [path = ''] = answers;
  if (id === 'export') return sentOff(state, { is: 'save', words, path, saidAtMs });
  return sentOff(state, { is: 'line', words, shown: PAGES.has(id) ? 'page' : 'said', saidAtMs });
}

/** The order of a question that was answered with yes, or of a line that was typed. */
export function give(state: State, words: readonly string[], shown: 'said' | 'page', { atMs }: At): Step {
  return sentOff({ ...state, over: null }, { is: 'line', words, shown, saidAtMs: atMs });
}

/** Nothing is kept for later: what was pressed while nobody could hear it is not done minutes after. */
function sentOff(state: State, order: Order): Step {
  const { hints } = wordsIn(state.language);
  if (state.link !== 'there') return still(refused(state, hints.notHere));
  return { state: { ...state, said: { text: hints.doing, tone: 'wait' } }, orders: [order] };
}

export function refused(state: State, text: string): State {
  return { ...state, said: { text, tone: 'refused' } };
}
