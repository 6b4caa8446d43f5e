/** Who looks like somebody who is known already. */
import { lookOf } from '../../party/look_alikes.ts';
import type { Guest } from '../guests.ts';
import type { Ground } from './ground.ts';

/** The guest whose name `name` looks like, or null. Ask only for a name that nobody has. */
export function lookAlike(ground: Ground, name: string): Guest | null {
  fillLooks(ground);
  const guest = ground.sql<Guest>('SELECT id, name FROM guest WHERE look = ? ORDER BY id LIMIT 1').get(lookOf(name));
  return guest ?? null;
}

/**
 * Works out what is missing: all names at the first new guest after an update, and nothing ever after. A thousand names take
 * 10 ms; a pass at every start would cost each start, and a better table of letters needs only a migration that empties
 * the column.
 */
function fillLooks(ground: Ground): void {
  const unknown = ground.sql<Guest>('SELECT id, name FROM guest WHERE look IS NULL').all();
  const fill = ground.sql('UPDATE guest SET look = ? WHERE id = ?');
  for (const { id, name } of unknown) fill.run(lookOf(name), id);
}
