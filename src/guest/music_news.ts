/** What changed about the music between two looks. */
import type { NowPlaying } from '../party/model.ts';

type Turn = Exclude<NowPlaying, { state: 'silence' }>;

export interface MusicNews {
  /** Start, pause, resume, gap, silence, the song began anew, or is over sooner than was said. */
  readonly changed: boolean;
  /** Whose turn has begun, if a guest's has: once for every play, at its gap or, without one, at its music. */
  readonly turn: (Turn & { readonly entryId: number; readonly singer: string }) | null;
}

/** The clock goes on between two looks, and the player's rows are a little older than its music; a restart jumps further. */
const JUMP_MS = 1_500;

export function musicNews(before: NowPlaying, after: NowPlaying): MusicNews {
  return { changed: isOther(before, after), turn: turnBegun(before, after) };
}

function isOther(before: NowPlaying, after: NowPlaying): boolean {
  if (before.state === 'silence' || after.state === 'silence') {
    return (
      before.state !== after.state ||
      (before.state === 'silence' && after.state === 'silence' && before.why !== after.why)
    );
  }
  if (before.playId !== after.playId || before.state !== after.state) return true;
  if (before.durationMs !== after.durationMs) return true;
  return Math.abs(after.positionMs - expectedAt(before, after.atMs)) > JUMP_MS;
}

const expectedAt = (turn: Turn, atMs: number): number =>
  turn.state === 'paused' ? turn.positionMs : turn.positionMs + atMs - turn.atMs;

function turnBegun(before: NowPlaying, after: NowPlaying): MusicNews['turn'] {
  if (after.state === 'silence' || after.entryId === null || after.singer === null) return null;
  if (before.state !== 'silence' && before.playId === after.playId) return null;
  return { ...after, entryId: after.entryId, singer: after.singer };
}
