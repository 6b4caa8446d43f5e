/** How near the end of the party is. Pure. */

export type Closing =
  | { readonly is: 'open' }
  /** It is known and far away. */
  | { readonly is: 'later'; readonly atMs: number }
  | { readonly is: 'last-call'; readonly minutes: number };

/** From so many minutes on it is a last call, on phones too: what somebody asks for now may just be sung. */
const LAST_CALL_MIN = 30;

/** Minutes are rounded up: in the last one it still says 1. */
export function closingAt(closingAtMs: number | null, nowMs: number): Closing {
  if (closingAtMs === null) return { is: 'open' };
  const minutes = Math.max(1, Math.ceil((closingAtMs - nowMs) / 60_000));
  return minutes > LAST_CALL_MIN ? { is: 'later', atMs: closingAtMs } : { is: 'last-call', minutes };
}
