/** The one thing on the page that changes: whoever shows it is told. */
import type { Action } from './action.ts';
import { BEGINNING } from './state.ts';
import type { State } from './state.ts';
import { step } from './step.ts';

export interface Evening {
  readonly state: State;
  readonly happened: (action: Action) => void;
  /** Returns what ends the telling. */
  readonly onChange: (tell: () => void) => () => void;
}

export function createEvening(): Evening {
  let state = BEGINNING;
  const listeners = new Set<() => void>();
  return {
    get state() {
      return state;
    },
    happened(action) {
      const before = state;
      state = step(state, action);
      if (state !== before) for (const tell of listeners) tell();
    },
    onChange(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}
