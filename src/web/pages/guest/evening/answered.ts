/** What is so after CANCEL, UNWISH, AWAY, BACK and the like were answered. */
import { isOk } from '../../talk/said.ts';
import type { Answer } from '../../talk/said.ts';
import type { Doing, State } from './state.ts';

export function answered(state: State, { final }: Answer, doing: Doing): State {
  if (final.t === 'err') return { ...state, outcome: { is: 'refused', err: final, doing, partner: null } };
  if (isOk(final, 'AWAY') || isOk(final, 'BACK')) {
    const me = state.me && { ...state.me, away: final.away };
    // Nobody tells LATER to who does it themselves.
    const next = final.away ? null : state.next;
    return { ...state, me, next, outcome: { is: final.away ? 'away' : 'back' } };
  }
  // Told at once, and not only when the line was read anew.
  if (isOk(final, 'CANCEL')) {
    const { queue_id, artist, title } = final;
    return {
      ...state,
      outcome: { is: 'cancelled', artist, title },
      mine: state.mine?.filter((row) => row.queue_id !== queue_id) ?? null,
      next: state.next?.queue_id === queue_id ? null : state.next,
      unsung: state.unsung.filter((row) => row.queue_id !== queue_id),
    };
  }
  if (isOk(final, 'UNWISH')) {
    const { wish_id, artist, title } = final;
    const wishes = state.wishes.filter((row) => row.wish_id !== wish_id);
    return { ...state, outcome: { is: 'unwished', artist, title }, wishes };
  }
  if (isOk(final, 'WISHED')) return { ...state, outcome: { is: 'wished', wish: final } };
  return state;
}
