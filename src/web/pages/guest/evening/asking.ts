/** What became of a request. */
import { isOk, rowsOf } from '../../talk/said.ts';
import type { Answer } from '../../talk/said.ts';
import type { Ask, Outcome, State } from './state.ts';

/** UNSURE is a question with its candidates; every other refusal is one. */
export function asked(state: State, ask: Ask, answer: Answer): State {
  const { final } = answer;
  const { doing, wanted, partner } = ask;
  if (isOk(final, 'QUEUED')) return queued(state, { is: 'queued', entry: final });
  if (isOk(final, 'WISHED')) return { ...state, outcome: { is: 'wished', wish: final } };
  if (final.t === 'ok') return state;
  if (final.word === 'UNSURE')
    return { ...state, outcome: { is: 'unsure', candidates: rowsOf(answer, 'song row'), wanted, partner } };
  return { ...state, outcome: { is: 'refused', err: final, doing, partner } };
}

/** What was found for somebody who asks for it needs no banner any more. */
function queued(state: State, outcome: Extract<Outcome, { readonly is: 'queued' }>): State {
  const { song_id } = outcome.entry;
  const notices = state.notices.filter((notice) => notice.about !== 'found' || notice.songId !== song_id);
  return { ...state, outcome, notices };
}
