/** How fast the night goes: what the waiting ranges are made from. */
import { positionAt } from '../../party/clock.ts';
import type { Party } from '../../party/model.ts';
import type { Ground } from './ground.ts';

/** Milliseconds until the turn that is on is over, its gap included; 0 when none is on, null while it is paused. */
export function remainingOn(ground: Ground): number | null {
  const turn = ground
    .sql<{ entryId: number | null; durationMs: number; runningSinceMs: number | null; offsetMs: number }>(
      `SELECT entry_id AS entryId, duration_ms AS durationMs, running_since_ms AS runningSinceMs, offset_ms AS offsetMs
       FROM play WHERE ended_at_ms IS NULL`,
    )
    .get();
  if (!turn) return 0;
  if (turn.runningSinceMs === null) return null;
  const leftMs = Math.max(0, turn.durationMs - positionAt(turn, ground.now()));
  // Whoever asks is who a random song gives way to.
  return turn.entryId === null ? Math.min(leftMs, ground.limits().giveWayMs ?? Infinity) : leftMs;
}

/** Real ÷ planned of tonight's last 20 turns, oldest first. Random songs tell nothing about singers. */
export function paceOf(ground: Ground, party: Party): readonly number[] {
  return ground
    .sql<{ ratio: number }>(
      `SELECT (ended_at_ms - taken_at_ms) * 1.0 / planned_ms AS ratio FROM play
       WHERE party_id = ? AND entry_id IS NOT NULL AND how IN ('sung', 'skipped') AND planned_ms > 0
       ORDER BY id DESC LIMIT 20`,
    )
    .all(party.id)
    .map(({ ratio }) => ratio)
    .reverse();
}
