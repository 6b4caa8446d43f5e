/** The database and the file system are synchronous here: without breaths the process would be deaf to its host for minutes. */
import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work in one piece. A guest notices nothing of it; `leave` is heard at once. */
const SLICE_MS = 5;

export interface Breath {
  readonly isDue: () => boolean;
  /** Lets everything else happen that is waiting. */
  readonly take: () => Promise<void>;
}

/** `monotonic` in milliseconds. */
export function breathing(monotonic: () => number): Breath {
  let since = monotonic();
  return {
    isDue: () => monotonic() - since >= SLICE_MS,
    take: async () => {
      await setImmediate();
      since = monotonic();
    },
  };
}
