/** Wrong codes, counted in the store: whoever reconnects, or meets another session process, has no more tries. */
import type { Ground } from './ground.ts';

const TRIES = 5;
const MINUTE_MS = 60_000;

export interface Tries {
  readonly nameKey: string;
  readonly remote: string;
}

/** Whether this minute's five are spent for this name from this address. */
export function triesAreUsedUp(ground: Ground, { nameKey, remote }: Tries): boolean {
  const row = ground
    .sql<{ wrong: number }>('SELECT count(*) AS wrong FROM wrong_code WHERE name_key = ? AND remote = ? AND at_ms > ?')
    .get(nameKey, remote, ground.now() - MINUTE_MS);
  return (row?.wrong ?? 0) >= TRIES;
}

export function noteWrongCode(ground: Ground, { nameKey, remote }: Tries): void {
  const now = ground.now();
  ground.sql('DELETE FROM wrong_code WHERE at_ms <= ?').run(now - MINUTE_MS);
  ground.sql('INSERT INTO wrong_code (name_key, remote, at_ms) VALUES (?, ?, ?)').run(nameKey, remote, now);
}

/** Forgets all tries at the name of this guest, from wherever. */
export function forgiveWrongCodes(ground: Ground, guestId: number): void {
  ground.sql('DELETE FROM wrong_code WHERE name_key = (SELECT name_key FROM guest WHERE id = ?)').run(guestId);
}
