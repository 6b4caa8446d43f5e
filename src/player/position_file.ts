/**
 * The heartbeat `run/player.position`: where the music was a second ago, for the start after a power cut. Rows only tell
 * changes, because a row each second would wake every process. Replaced by rename, without fsync: after a power cut a
 * second or two more is no loss, and a disk need not spin for it each second.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

export interface Heartbeat {
  readonly playId: number;
  /** Milliseconds into the music; negative in the gap. */
  readonly positionMs: number;
}

export interface PositionFile {
  /** null when there is none, or none that can be read: after a power cut it may be anything. */
  read(): Heartbeat | null;
  /** Throws what the file system throws. */
  write(heartbeat: Heartbeat): void;
  /** Nothing is on any more. */
  remove(): void;
}

export function positionFile(file: string): PositionFile {
  return {
    read: () => {
      try {
        return parse(readFileSync(file, 'utf8'));
      } catch {
        return null;
      }
    },
    write: ({ playId, positionMs }) => {
      writeFileSync(`${file}.new`, `${JSON.stringify({ playId, positionMs: Math.round(positionMs) })}\n`);
      renameSync(`${file}.new`, file);
    },
    remove: () => {
      rmSync(file, { force: true });
    },
  };
}

function parse(text: string): Heartbeat | null {
  const { playId, positionMs } = JSON.parse(text) as { playId?: unknown; positionMs?: unknown };
  return Number.isSafeInteger(playId) && Number.isFinite(positionMs)
    ? { playId: playId as number, positionMs: positionMs as number }
    : null;
}
