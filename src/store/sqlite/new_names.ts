/** New names of an address, counted in the store as wrong codes are: who comes by a form has no connection to count them by. */
import type { Ground } from './ground.ts';

/** A whole bar may be one address, behind a router. */
const NAMES = 60;
const MINUTE_MS = 60_000;

/** Whether this minute's are made. */
export function namesAreUsedUp(ground: Ground, remote: string): boolean {
  const row = ground
    .sql<{ made: number }>('SELECT count(*) AS made FROM new_name WHERE remote = ? AND at_ms > ?')
    .get(remote, ground.now() - MINUTE_MS);
  return (row?.made ?? 0) >= NAMES;
}

export function noteNewName(ground: Ground, remote: string): void {
  const now = ground.now();
  ground.sql('DELETE FROM new_name WHERE at_ms <= ?').run(now - MINUTE_MS);
  ground.sql('INSERT INTO new_name (remote, at_ms) VALUES (?, ?)').run(remote, now);
}
