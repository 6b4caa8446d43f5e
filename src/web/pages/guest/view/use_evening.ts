import { useEffect, useState } from 'preact/hooks';
import type { Evening } from '../evening/evening.ts';
import type { State } from '../evening/state.ts';

/** The evening as it is, shown anew at each change. */
export function useEvening(evening: Evening): State {
  const [state, setState] = useState(evening.state);
  useEffect(() => {
    setState(evening.state);
    return evening.onChange(() => {
      setState(evening.state);
    });
  }, [evening]);
  return state;
}
