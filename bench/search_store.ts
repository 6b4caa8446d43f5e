/** A store without a party around it, for measuring searches. */
import type { Limits } from '../src/store/store.ts';

export const SECRET = Buffer.alloc(32, 7);

/** No limit that a long list of requests would meet. */
export const LIMITS: Limits = {
  queuePerGuest: 1_000_000,
  wishPerGuest: 1_000_000,
  graceSeconds: 300,
  gapSeconds: 15,
  songSeconds: 240,
  everyMinutes: null,
  giveWayMs: null,
  randomFrom: '',
};
