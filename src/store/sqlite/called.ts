/** Who sings the turn that is on, who was told to be ready, and who still waits to be called. */
import type { StageNow } from '../news.ts';
import { announcedEntry } from './announce.ts';
import type { Ground } from './ground.ts';
import { nowOn } from './stage.ts';

export function stageNow(ground: Ground): StageNow {
  const announced = announcedEntry(ground);
  return {
    now: nowOn(ground),
    singers: ids(ground, ON_STAGE),
    next: announced && { ...announced, singers: ids(ground, OF_ENTRY, announced.entryId) },
  };
}

/** Who sings a waiting entry and has not said AWAY. */
export const stillWaitFor = (ground: Ground, entryId: number): readonly number[] => ids(ground, WAIT_FOR, entryId);

const ids = (ground: Ground, singers: string, ...of: readonly number[]): readonly number[] =>
  ground
    .sql<{ id: number }>(singers)
    .all(...of)
    .map(({ id }) => id);

/** A play and an entry tell their singers by the same two columns. */
const singersOf = (rows: string): string =>
  `SELECT guest.id FROM (SELECT guest_id, partner_key FROM ${rows}) JOIN guest ON guest.id = guest_id OR name_key = partner_key`;
const ON_STAGE = singersOf('play WHERE ended_at_ms IS NULL');
const OF_ENTRY = singersOf('queue_list WHERE id = ?');
const WAIT_FOR = `${singersOf(`queue_list WHERE id = ? AND state = 'waiting'`)} WHERE guest.id NOT IN
  (SELECT guest_id FROM singer JOIN party ON party.id = party_id AND ended_at_ms IS NULL WHERE away_since_ms IS NOT NULL)`;
