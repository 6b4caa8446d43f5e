/** Which wish is fetched next. Pure. */
import type { WaitingFetch } from '../../store/fetch.ts';

export type Choice =
  | { readonly is: 'fetch'; readonly wish: WaitingFetch }
  /** Nothing is due before `atMs` (milliseconds since 1970), unless somebody asks. */
  | { readonly is: 'later'; readonly atMs: number }
  | { readonly is: 'nothing' };

/**
 * What the DJ named comes first, in the order of naming and without a wait; `when` 'asked' knows nothing else. Then by demand,
 * as the DJ's list has it: how many ask, how lately; of equals the older wish.
 */
export function chooseFetch(waiting: readonly WaitingFetch[], when: 'wanted' | 'asked', nowMs: number): Choice {
  const [named] = waiting
    .filter(({ orderedAtMs }) => orderedAtMs !== null)
    .toSorted((a, b) => (a.orderedAtMs ?? 0) - (b.orderedAtMs ?? 0) || a.wishId - b.wishId);
  if (named) return { is: 'fetch', wish: named };
  if (when === 'asked' || waiting.length === 0) return { is: 'nothing' };
  const [first] = waiting.filter(({ nextAtMs }) => nextAtMs <= nowMs).toSorted(byDemand);
  if (first) return { is: 'fetch', wish: first };
  return { is: 'later', atMs: waiting.reduce((least, { nextAtMs }) => Math.min(least, nextAtMs), Infinity) };
}

function byDemand(a: WaitingFetch, b: WaitingFetch): number {
  return b.askers - a.askers || b.lastAskedAtMs - a.lastAskedAtMs || a.wishId - b.wishId;
}
