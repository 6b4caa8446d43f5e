/** How much goes into one transaction. Pure. */

/** Milliseconds that a transaction should hold the lock: well below what it may (50 ms), because the next rows may be slower. */
const AIM_MS = 30;
const LEAST = 10;
/** Beyond this the lock is no longer what costs. */
const MOST = 2_000;

/** The size after a batch of `rows` that was allowed to be `size` and took `heldMs`: grows slowly, shrinks at once. */
export function sizeAfter(size: number, rows: number, heldMs: number): number {
  if (heldMs > AIM_MS) return Math.max(LEAST, Math.floor(size * Math.max(AIM_MS / heldMs, 0.25)));
  // A batch that was not full says nothing of a full one.
  return rows < size ? size : Math.min(MOST, Math.ceil(size * 1.25));
}
