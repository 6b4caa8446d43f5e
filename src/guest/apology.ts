/** What a guest hears when the store could not, or when there is a bug. */
import { err } from '../protocol/reply.ts';
import type { Err } from '../protocol/reply.ts';
import { StoreBusy, StoreUnwritable } from '../store/errors.ts';

/** `isDefect`: somebody must read it in the log; the other two are weather. */
export function apology(error: unknown): { readonly reply: Err; readonly isDefect: boolean } {
  if (error instanceof StoreBusy) {
    return {
      reply: err(450, 'everybody asks at once; nothing was changed, please say it again', { retry: 1 }),
      isDefect: false,
    };
  }
  if (error instanceof StoreUnwritable) {
    return {
      reply: err(452, 'the disk takes nothing more; nothing was changed. Please tell the DJ', { retry: 30 }),
      isDefect: false,
    };
  }
  return { reply: err(599, 'that is a bug in karaoked, not in what you said; it was written down'), isDefect: true };
}
