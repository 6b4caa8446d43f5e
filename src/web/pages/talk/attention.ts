/** Whether a connection that says nothing is still one. Pure. A dead network closes no socket for minutes. */

const QUIET_MS = 15_000;
const ANSWER_MS = 5_000;
/** Somebody looks at the page right now. */
const LOOKED_AT_MS = 3_000;
const OPENING_MS = 10_000;

/** By a clock that nobody sets. `dueMs`: until when it must have said something; null: nothing was asked. */
export interface Attention {
  readonly heardMs: number;
  readonly dueMs: number | null;
}

export const dialled = (nowMs: number): Attention => ({ heardMs: nowMs, dueMs: nowMs + OPENING_MS });
export const heard = (nowMs: number): Attention => ({ heardMs: nowMs, dueMs: null });
export const asked = (before: Attention, nowMs: number): Attention => sooner(before, nowMs + ANSWER_MS);
export const lookedAt = (before: Attention, nowMs: number): Attention => sooner(before, nowMs + LOOKED_AT_MS);

export type Due = { readonly is: 'wait'; readonly ms: number } | { readonly is: 'ask' } | { readonly is: 'give-up' };

/** After 15 s of silence it is asked, 5 s later given up. */
export function whatIsDue({ heardMs, dueMs }: Attention, nowMs: number): Due {
  const leftMs = (dueMs ?? heardMs + QUIET_MS) - nowMs;
  if (leftMs > 0) return { is: 'wait', ms: leftMs };
  return { is: dueMs === null ? 'ask' : 'give-up' };
}

const sooner = ({ heardMs, dueMs }: Attention, byMs: number): Attention => ({
  heardMs,
  dueMs: dueMs === null ? byMs : Math.min(dueMs, byMs),
});
