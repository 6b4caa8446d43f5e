/** What makes the sound. The loop keeps the time; an output follows it. */
import type { Song } from '../../party/model.ts';

export interface Output {
  /** The music is at `positionMs` now and runs: at its start, after a pause, a restart or a fall. */
  play(song: Song, positionMs: number): void;
  /** No music: a pause, a gap, the end of a turn. */
  hush(): void;
}
