import { describe, expect, test } from '@jest/globals';
import { afterFall, NO_FALLS } from '../../../src/supervisor/restart.ts';
import type { Fall, History, Verdict } from '../../../src/supervisor/restart.ts';

/** Lets a service fall again and again, each time after it lived `livesMs`; returns every verdict and when it was given. */
function falls(
  count: number,
  fall: Fall,
  livesMs: number,
  from: History = NO_FALLS,
): { history: History; verdicts: Verdict[]; at: number[] } {
  let history = from;
  let now = 0;
  const verdicts: Verdict[] = [];
  const at: number[] = [];
  for (let n = 0; n < count; n += 1) {
    now += livesMs;
    const decided = afterFall(history, fall, now, 0);
    history = decided.history;
    verdicts.push(decided.verdict);
    at.push(now);
    if (decided.verdict.is === 'restart') now += decided.verdict.afterMs;
  }
  return { history, verdicts, at };
}
const delays = (verdicts: readonly Verdict[]): (number | null)[] =>
  verdicts.map((v) => (v.is === 'restart' ? v.afterMs : null));

describe('a child that falls', () => {
  test('is lifted at once when it had been ready for a second', () => {
    const { verdict } = afterFall(NO_FALLS, { code: null, readyForMs: 1_000 }, 5_000, 0);
    expect(verdict).toEqual({ is: 'restart', afterMs: 0, degraded: false });
  });

  test('waits when it falls sooner, each time twice as long, ten seconds at most', () => {
    const { verdicts } = falls(9, { code: 1, readyForMs: null }, 10);
    expect(delays(verdicts)).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
  });

  test('waits from its sixth fall within a minute, however warm it was', () => {
    const { verdicts } = falls(7, { code: 1, readyForMs: 2_000 }, 2_000);
    expect(delays(verdicts)).toEqual([0, 0, 0, 0, 0, 100, 200]);
  });

  test('is degraded after more than ten waits within a minute, and still tried', () => {
    const { verdicts, at } = falls(14, { code: 1, readyForMs: null }, 1);
    const first = verdicts.findIndex((verdict) => verdict.is === 'restart' && verdict.degraded);
    expect(first).toBe(10);
    expect(at.filter((time) => time <= 60_000).length).toBeLessThanOrEqual(12);
    expect(delays(verdicts).every((delay) => delay !== null)).toBe(true);
  });

  test('stays degraded while it goes on falling, though waits of ten seconds make fewer falls a minute', () => {
    const { verdicts } = falls(40, { code: 1, readyForMs: null }, 100);
    expect(verdicts.slice(10).every((verdict) => verdict.is === 'restart' && verdict.degraded)).toBe(true);
  });

  test('is forgiven after a minute of health', () => {
    const { history } = falls(11, { code: 1, readyForMs: null }, 10);
    const { verdict } = afterFall(history, { code: 1, readyForMs: 60_000 }, 200_000, 0);
    expect(verdict).toEqual({ is: 'restart', afterMs: 0, degraded: false });
    const again = afterFall(history, { code: 1, readyForMs: 59_999 }, 200_000, 0);
    expect(again.history.streak).toBe(history.streak);
  });

  test('is not tried again when it says 78', () => {
    expect(afterFall(NO_FALLS, { code: 78, readyForMs: null }, 0, 0).verdict).toEqual({ is: 'give-up' });
  });

  test('waits with jitter of up to a fifth, never less', () => {
    const waits = [0, 0.5, 1].map((jitter) => afterFall(NO_FALLS, { code: 1, readyForMs: null }, 0, jitter).verdict);
    expect(delays(waits)).toEqual([100, 110, 120]);
  });
});
