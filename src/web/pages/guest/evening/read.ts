/** What is so after something was read of the server. */
import { isOk, rowsOf } from '../../talk/said.ts';
import type { Answer, Row, RowKind } from '../../talk/said.ts';
import type { Reading } from './action.ts';
import { withNow, withParty } from './heard.ts';
import type { Pages, State } from './state.ts';

/** An answer that is a refusal changes nothing: what was known is shown until it can be read again. */
export function read(state: State, reading: Reading, answers: readonly Answer[]): State {
  const [first] = answers;
  return first ? READ[reading](state, first, answers) : state;
}

type Read = (state: State, answer: Answer, answers: readonly Answer[]) => State;

const READ: Readonly<Record<Reading, Read>> = {
  PARTY: (state, { final }) => (isOk(final, 'PARTY') ? withParty(state, final) : state),
  NOW: (state, { final }) => (isOk(final, 'NOW') ? withNow(state, final) : state),
  QUEUE: (state, _first, answers) => ({ ...state, line: pagesOf(answers, 'QUEUE', 'queue row') ?? state.line }),
  MINE(state, answer) {
    const { final } = answer;
    if (!isOk(final, 'MINE')) return state;
    const mine = rowsOf(answer, 'queue row');
    const announced = mine.find(({ why }) => why.rule === 'announced') ?? null;
    return {
      ...state,
      mine,
      me: state.me && { ...state.me, away: final.away },
      next: announced ?? stillFirst(state.next, mine),
    };
  },
  WISHES(state, answer) {
    if (!isOk(answer.final, 'WISHES')) return state;
    return { ...state, wishes: rowsOf(answer, 'wish row'), unsung: rowsOf(answer, 'unsung row') };
  },
  HISTORY: (state, _first, answers) => ({
    ...state,
    history: pagesOf(answers, 'HISTORY', 'history row') ?? state.history,
  }),
};

/** Of what was announced and has its place by the DJ's pin the line tells the pin; it is next as long as it is first. */
const stillFirst = (next: State['next'], mine: readonly Row<'queue row'>[]): State['next'] =>
  mine.some(({ queue_id, position, why }) => queue_id === next?.queue_id && position === 1 && why.rule !== 'away')
    ? next
    : null;

/** null: one of the pages was refused. */
function pagesOf<K extends RowKind>(
  answers: readonly Answer[],
  word: 'QUEUE' | 'HISTORY',
  kind: K,
): Pages<Row<K>> | null {
  const finals = answers.flatMap(({ final }) => (isOk(final, word) ? [final] : []));
  const last = finals.at(-1);
  if (!last || finals.length < answers.length) return null;
  const rows = answers.flatMap((answer) => rowsOf(answer, kind));
  return { rows, total: last.total, more: last.more, pages: answers.length };
}
