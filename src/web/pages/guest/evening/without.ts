import type { Ask, State } from './state.ts';

/** What was asked for is not under way any more. */
export const without = (state: State, askId: Ask['id']): State => ({
  ...state,
  asks: state.asks.filter(({ id }) => id !== askId),
});
