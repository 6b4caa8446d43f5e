/** Which guest the DJ means. */
import { nameKey } from '../../party/names.ts';
import type { GuestFound } from '../dj.ts';
import type { Guest } from '../guests.ts';
import type { Ground } from './ground.ts';

/** How many are named when the words fit several. */
export const NAMED = 10;

export type GuestMeant = GuestFound<{ readonly is: 'guest'; readonly guest: Guest }>;

/** `words`: a name, else an id, else the beginning of one name. */
export function guestMeant(ground: Ground, words: string): GuestMeant {
  const meant = guestExactly(ground, words);
  if (meant.is !== 'which-guest') return meant;
  const [only, ...others] = meant.guests;
  return only && others.length === 0 ? { is: 'guest', guest: only } : meant;
}

/**
 * `words`: a name, else an id; those whose names begin so are named and not meant, because what is done cannot be taken
 * back. A guest may be called 42, and then is meant by it.
 */
export function guestExactly(ground: Ground, words: string): GuestMeant {
  const key = nameKey(words);
  const guest =
    ground.sql<Guest>('SELECT id, name FROM guest WHERE name_key = ?').get(key) ??
    (/^\d{1,15}$/.test(words)
      ? ground.sql<Guest>('SELECT id, name FROM guest WHERE id = ? AND forgotten_at_ms IS NULL').get(Number(words))
      : undefined);
  if (guest) return { is: 'guest', guest };
  const begun = ground
    .sql<Guest>(
      `SELECT id, name FROM guest WHERE substr(name_key, 1, length(@key)) = @key AND forgotten_at_ms IS NULL
       ORDER BY name_key LIMIT @named`,
    )
    .all({ key, named: NAMED });
  return key === '' || begun.length === 0 ? { is: 'no-such-guest' } : { is: 'which-guest', guests: begun };
}
