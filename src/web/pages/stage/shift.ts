/** What stands still on a TV for six hours burns itself in, so everything moves a little now and then. Pure. */

export interface Shift {
  /** In units of the stage: a hundredth of its width. */
  readonly x: number;
  readonly y: number;
}

const EVERY_MS = 60_000;
const FAR = 0.45;

/**
 * Another place each minute, a jump too small to be noticed: round a figure of eight in eleven minutes, and never the
 * same place twice in an hour, because the two turn at different speeds.
 */
export function shiftAt(nowMs: number): Shift {
  const minute = Math.floor(nowMs / EVERY_MS);
  return {
    x: round(FAR * Math.sin((minute * 2 * Math.PI) / 11)),
    y: round(FAR * Math.sin((minute * 2 * Math.PI) / 6.1)),
  };
}

const round = (units: number): number => Math.round(units * 1000) / 1000;
