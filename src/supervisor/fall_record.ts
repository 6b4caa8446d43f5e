/** What is remembered of the falls of one service, or of the session processes together. The deciding is in restart.ts. */
import type { End } from './child.ts';
import { afterFall, NO_FALLS } from './restart.ts';
import type { Verdict } from './restart.ts';

export interface FallRecord {
  /** Notes a fall and decides about it. `readySince` is of the record's clock, null when it never was ready. */
  fell(end: End, readySince: number | null): Verdict;
  /** Notes an end that was asked for. */
  ended(end: End): void;
  /** Falls of the last 60 s. */
  readonly recent: number;
  /** `code 1`, `signal SIGKILL`, or null while it never fell. */
  readonly lastEnd: string | null;
}

/** `clock`: milliseconds of any steady clock, the one that `readySince` is of. */
export function createFallRecord(clock: () => number): FallRecord {
  let history = NO_FALLS;
  let lastEnd: string | null = null;
  return {
    fell: ({ code, signal }, readySince) => {
      const now = clock();
      const fall = { code, readyForMs: readySince === null ? null : now - readySince };
      const decided = afterFall(history, fall, now, Math.random());
      history = decided.history;
      lastEnd = describeEnd({ code, signal });
      return decided.verdict;
    },
    ended: (end) => {
      lastEnd = describeEnd(end);
    },
    get recent() {
      return history.falls.length;
    },
    get lastEnd() {
      return lastEnd;
    },
  };
}

const describeEnd = ({ code, signal }: End): string =>
  signal === null ? `code ${code ?? 'none'}` : `signal ${signal}`;
