/** Which party is on, and which was the last. */
import type { Party } from '../../party/model.ts';
import type { Ground } from './ground.ts';

/** The party that is on, or null. */
export function partyOn(ground: Ground): Party | null {
  const party = ground
    .sql<Party>(
      `SELECT id, name, started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs, closing_at_ms AS closingAtMs
       FROM party WHERE ended_at_ms IS NULL`,
    )
    .get();
  return party ?? null;
}

/** The newest party that has ended, or null before the first has. */
export function lastEnded(ground: Ground): Party | null {
  const party = ground
    .sql<Party>(
      `SELECT id, name, started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs, closing_at_ms AS closingAtMs
       FROM party WHERE ended_at_ms IS NOT NULL ORDER BY id DESC LIMIT 1`,
    )
    .get();
  return party ?? null;
}
