/** Which guest the DJ means. */
import { nameKey } from '../../party/names.ts';
import type { GuestFound } from '../dj.ts';
import type { Guest } from '../guests.ts';
import type { Ground } from './ground.ts';

/** How many are named when the words fit several. */
const NAMED = 10;

/** `words`: a name, else an id, else the beginning of one name. A guest may be called 42, and then is meant by it. */
export function guestMeant(ground: Ground, words: string): GuestFound<{ readonly is: 'guest'; readonly guest: Guest }> {
  const key = nameKey(words);
  const guest =
    ground.sql<Guest>('SELECT id, name FROM guest WHERE name_key = ?').get(key) ??
    (/^\d{1,15}$/.test(words)
      ? ground.sql<Guest>('SELECT id, name FROM guest WHERE id = ?').get(Number(words))
      : undefined);
  if (guest) return { is: 'guest', guest };
  const begun = ground
    .sql<Guest>(
      'SELECT id, name FROM guest WHERE substr(name_key, 1, length(@key)) = @key ORDER BY name_key LIMIT @named',
    )
    .all({ key, named: NAMED });
  const [first, ...others] = key === '' ? [] : begun;
  if (!first) return { is: 'no-such-guest' };
  return others.length === 0 ? { is: 'guest', guest: first } : { is: 'which-guest', guests: begun };
}
