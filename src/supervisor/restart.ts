/**
 * Whether and when a fallen child is lifted: pure, so that an hour of falls is tested in a millisecond.
 * The rule is number 6 of docs/architecture.md; Postfix and OTP's supervisor.erl decide alike.
 */

/** What is remembered of one service between its falls. Times are milliseconds of any steady clock. */
export interface History {
  /** Falls of the last 60 s. */
  readonly falls: readonly number[];
  /** Those of them that made the next start wait. */
  readonly waits: readonly number[];
  /** How often in a row a start was delayed; the delay doubles with each. */
  readonly streak: number;
  /** Stays until it was healthy: waits of ten seconds make six falls a minute, which is no recovery. */
  readonly degraded: boolean;
}

export const NO_FALLS: History = { falls: [], waits: [], streak: 0, degraded: false };

/** How a child ended. */
export interface Fall {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  /** How long it had been ready; null when it never was. */
  readonly readyForMs: number | null;
}

export type Verdict =
  | { readonly is: 'restart'; readonly afterMs: number; readonly degraded: boolean }
  /** The child said that trying again will not help (exit code 78). */
  | { readonly is: 'give-up' };

const WINDOW_MS = 60_000;
const HEALTHY_MS = 60_000;
const WARM_MS = 1_000;
const FREE_FALLS = 5;
const MANY_WAITS = 10;
const FIRST_DELAY_MS = 100;
const LAST_DELAY_MS = 10_000;
const CANNOT_RUN = 78;

/** Decides about one fall at `now`. `jitter` is 0-1 and stretches a delay by up to a fifth, so that services do not march in step. */
export function afterFall(
  history: History,
  fall: Fall,
  now: number,
  jitter: number,
): { readonly history: History; readonly verdict: Verdict } {
  const before = fall.readyForMs !== null && fall.readyForMs >= HEALTHY_MS ? NO_FALLS : history;
  const recent = (times: readonly number[]): readonly number[] => times.filter((time) => now - time < WINDOW_MS);
  const falls = [...recent(before.falls), now];
  if (fall.code === CANNOT_RUN) return { history: { ...before, falls }, verdict: { is: 'give-up' } };

  const warm = fall.readyForMs !== null && fall.readyForMs >= WARM_MS;
  if (warm && falls.length <= FREE_FALLS) {
    return {
      history: { ...before, falls, waits: recent(before.waits) },
      verdict: { is: 'restart', afterMs: 0, degraded: before.degraded },
    };
  }
  const waits = [...recent(before.waits), now];
  const delay = Math.min(FIRST_DELAY_MS * 2 ** before.streak, LAST_DELAY_MS);
  const degraded = before.degraded || waits.length > MANY_WAITS;
  return {
    history: { falls, waits, streak: before.streak + 1, degraded },
    verdict: { is: 'restart', afterMs: Math.round(delay * (1 + jitter / 5)), degraded },
  };
}
