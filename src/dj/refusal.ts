/** How a verb is refused: a value that people hear, with the exit code that scripts see. */
import type { SongRow } from './results/rows.ts';

/** Every way in which a verb can fail, and karaokectl's exit code for it (operations.md). */
export const EXITS = {
  failed: 1,
  usage: 2,
  'not-running': 3,
  degraded: 4,
  denied: 5,
  conflict: 6,
  'timed-out': 7,
} as const;

export type RefusalCode = keyof typeof EXITS;

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** One sentence or two: what was not done and what to do about it. */
  readonly text: string;
  /** Songs that may have been meant. */
  readonly candidates?: readonly SongRow[];
}

export function refusal(code: RefusalCode, text: string): Refusal {
  return { ok: false, code, text };
}
