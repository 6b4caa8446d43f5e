/** Who is to be told what when the stage and the announced entry have changed: decided here, said by the newsroom. */
import type { Called, StageNow } from '../store/news.ts';

/** The last that `* NEXT` was said for, and the play after which it was to come. */
export interface Promised {
  readonly entry: Called;
  /** null: nothing played. */
  readonly playId: number | null;
}

export interface CallNews {
  /** `* NEXT` is due. */
  readonly next: Called | null;
  /** Was told to be ready, and somebody else is now. Whether it still waits only the store knows. */
  readonly displaced: Called | null;
  /** What holds from now on. */
  readonly promised: Promised | null;
}

/**
 * While nobody is announced the last promise stands: whoever it was made to may be announced again, and has heard it. It
 * is said anew when another song than was said has come before it. A swap of one's own two songs displaces nobody but who
 * sings only the other.
 */
export function callNews(before: Promised | null, { now, next }: StageNow): CallNews {
  if (next === null) return { next: null, displaced: null, promised: before };
  const promised = { entry: next, playId: playOf(now) };
  const isSame = before?.entry.entryId === next.entryId;
  if (isSame && before.playId === promised.playId) return { next: null, displaced: null, promised: before };
  return { next, displaced: isSame ? null : (before?.entry ?? null), promised };
}

/** What was promised before somebody begins to listen: it was told, and is no news. */
export const promisedBefore = ({ now, next }: StageNow): Promised | null =>
  next && { entry: next, playId: playOf(now) };

const playOf = (now: StageNow['now']): number | null => (now.state === 'silence' ? null : now.playId);

/**
 * Those who hear `* LATER`: they sing the displaced entry and would still be called for it (`waiting`), and neither sing now
 * nor are the next with another song.
 */
export function whoWaitsOn(
  displaced: Called,
  waiting: readonly number[],
  { singers, next }: StageNow,
): readonly number[] {
  const busy = [...singers, ...(next?.singers ?? [])];
  return displaced.singers.filter((guestId) => waiting.includes(guestId) && !busy.includes(guestId));
}
