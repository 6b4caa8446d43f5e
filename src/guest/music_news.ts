/** Whether the music changed between two looks. */
import type { NowPlaying } from '../party/model.ts';

type Turn = Exclude<NowPlaying, { state: 'silence' }>;

/** The clock goes on between two looks, and the player's rows are a little older than its music; a restart jumps further. */
const JUMP_MS = 1_500;

/** Start, pause, resume, gap, silence, the song began anew, or is over sooner than was said. */
export function isOtherMusic(before: NowPlaying, after: NowPlaying): boolean {
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
