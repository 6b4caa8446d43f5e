/** What a stroke comes to: another state, and what it sets off. */
import type { Order } from '../orders.ts';
import type { State } from '../state.ts';
import type { Keyboard } from './cyrillic.ts';

export interface Step {
  readonly state: State;
  readonly orders: readonly Order[];
}

/** What goes with a stroke. */
export interface At {
  readonly keyboard: Keyboard;
  /** When it came, milliseconds since 1970. */
  readonly atMs: number;
}

export function still(state: State): Step {
  return { state, orders: [] };
}
