/** The DJ queues a song for somebody, with a phone or without. */
import { checkName, nameKey } from '../../party/names.ts';
import type { Added } from '../dj_line.ts';
import type { Asked } from '../guests.ts';
import { isBanned } from './ban.ts';
import type { Ground } from './ground.ts';
import { guestByKey, insertGuest } from './guest_rows.ts';
import { whatIsMeant } from './meaning.ts';
import { newName } from './new_name.ts';
import type { NewName } from './new_name.ts';
import { partyOn } from './night.ts';
import { logOrder } from './order_log.ts';
import { partnerMeant } from './partner.ts';
import { queueSong } from './queue_song.ts';

interface ToAdd {
  readonly name: string;
  /** As typed; null: sung alone. */
  readonly partner: string | null;
  readonly what: Asked;
  readonly who: string;
}

export function addFor(ground: Ground, { name: raw, partner: with_, what, who }: ToAdd): Added {
  const checked = checkName(raw);
  if (!checked.ok) return { is: 'bad-name', why: checked.why };
  const known = guestByKey(ground, nameKey(checked.name));
  const fresh = known ?? newName(ground, checked.name);
  if ('is' in fresh && fresh.is !== 'free') return { is: 'bad-name', why: whyNot(fresh) };
  const party = partyOn(ground);
  if (!party) return { is: 'no-party' };
  if (known && isBanned(ground, known.id)) return { is: 'banned' };
  const singer = fresh.name;
  const duet = with_ === null ? null : partnerMeant(ground, with_, singer);
  if (duet && duet.is !== 'partner') return duet;
  const meant = whatIsMeant(ground, what);
  if (meant.is === 'missing') return { is: 'not-found' };
  if (meant.is !== 'song') return meant;
  // Only now: a mistyped song should not leave a guest behind.
  const { id: guestId } = known ?? insertGuest(ground, singer, 'without-phone');
  const before = JSON.stringify(offersOf(ground, guestId, meant.song.id));
  const outcome = queueSong(ground, { party, guestId, song: meant.song, partner: duet?.partner ?? null, by: 'dj' });
  if (outcome.is !== 'queued') return outcome;
  logOrder(ground, { verb: 'add', who, entryId: outcome.entryId, guestId, before });
  return { ...outcome, singer };
}

const whyNot = (name: Exclude<NewName, { is: 'free' }>): string =>
  name.is === 'bad-name' ? name.why : `It looks like ${name.like}, who is another guest.`;

/** Unsung and offered; adding the song settles that, and taking the adding back does not. */
const offersOf = (ground: Ground, guestId: number, songId: number): readonly number[] =>
  ground
    .sql<{ id: number }>('SELECT id FROM queue_list WHERE guest_id = ? AND song_id = ? AND on_offer = 1')
    .all(guestId, songId)
    .map(({ id }) => id);
