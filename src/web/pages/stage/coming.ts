/** Who comes next, as a room wants to know it. Pure. */
import type { Row } from '../talk/said.ts';
import type { Line } from './evening.ts';

const SHOWN = 5;

export interface Coming {
  readonly rows: readonly Row<'queue row'>[];
  /** How many wait behind them. */
  readonly more: number;
}

/** The next five who will be called. Who is away keeps a place, but nobody should look around for them. */
export function comingOf({ rows, total }: Line): Coming {
  const called = rows.filter(({ why }) => why.rule !== 'away');
  const away = rows.length - called.length;
  return { rows: called.slice(0, SHOWN), more: Math.max(0, total - away - SHOWN) };
}
