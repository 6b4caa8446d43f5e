/** REQUEST, WISH and the DJ's add: what somebody asks for becomes an entry, a wish, or a refusal. Each is one transaction. */
import type { PartnerCutOff, RequestOutcome, WishOutcome } from '../guests.ts';
import type { Store } from '../store.ts';
import { askForWish } from './ask_wish.ts';
import { shownOut } from './forget.ts';
import type { Ground } from './ground.ts';
import { nameOf } from './guest_rows.ts';
import { meantNow, see, whatIsMeant, whatIsWished, wishableNow } from './meaning.ts';
import type { Meant, Seen, Wishable } from './meaning.ts';
import { lastEnded, partyOn } from './night.ts';
import { partnerCutOff, partnerMeant } from './partner.ts';
import { queueSong } from './queue_song.ts';
import type { SongAsked } from './queue_song.ts';
import { answeredBefore, rememberAnswer } from './request_keys.ts';
import type { Transactions } from './transact.ts';

type RequestAsked = Parameters<Store['request']>[0];

export function requestMethods(ground: Ground, { read, write }: Transactions): Pick<Store, 'request' | 'wish'> {
  return {
    request: async (asked) => {
      const seen = await read(() => see(ground, () => whatIsMeant(ground, asked.what)));
      return write(() => {
        const is = shownOut(ground, asked.guestId);
        return is === null ? request(ground, asked, seen) : { is };
      });
    },
    wish: async ({ guestId, text }) => {
      const seen = await read(() => see(ground, () => whatIsWished(ground, text)));
      return write(() => {
        const is = shownOut(ground, guestId);
        return is === null ? wish(ground, guestId, text, seen) : { is };
      });
    },
  };
}

function request(
  ground: Ground,
  { guestId, key, what, partner = null }: RequestAsked,
  seen: Seen<Meant>,
): RequestOutcome {
  const on = partyOn(ground);
  // A retry may come after the party: the entry it asked for is still the answer.
  const asker = { guestId, partyId: (on ?? lastEnded(ground))?.id ?? 0, key };
  const before = answeredBefore(ground, asker);
  if (before) return before;
  if (!on) return { is: 'no-party' };
  const duet = partner === null ? null : partnerMeant(ground, partner, nameOf(ground, guestId));
  if (duet !== null && duet.is !== 'partner') return duet;
  const meant = meantNow(ground, what, seen);
  const cutOff = partner === null || !('text' in what) ? null : cutOffBefore(ground, partner, what.text, meant);
  if (cutOff) return cutOff;
  const outcome = answer(ground, { ...seen, value: meant }, { party: on, guestId, partner: duet?.partner ?? null });
  rememberAnswer(ground, asker, outcome);
  return outcome;
}

/** A name without its quotes: filed as a wish, half of it would be an artist. */
function cutOffBefore(ground: Ground, partner: string, text: string, meant: Meant): PartnerCutOff | null {
  if (meant.is !== 'missing' && meant.is !== 'unsure' && meant.is !== 'not-found') return null;
  const longer = partnerCutOff(ground, partner, text);
  const candidates = meant.is === 'unsure' ? meant.candidates : [];
  return longer && { is: 'partner-cut-off', ...longer, candidates };
}

function answer(
  ground: Ground,
  { value: meant, newest }: Seen<Meant>,
  who: Pick<SongAsked, 'party' | 'guestId' | 'partner'>,
): RequestOutcome {
  if (meant.is === 'song') return queueSong(ground, { ...who, song: meant.song, by: 'guest' });
  if (meant.is !== 'missing') return meant;
  const wished = askForWish(ground, who.guestId, { named: meant.as, candidates: [], newest });
  // The DJ has said which song that is, so it can be sung.
  return wished.is === 'duplicate-song' ? queueSong(ground, { ...who, song: wished.song, by: 'guest' }) : wished;
}

function wish(ground: Ground, guestId: number, text: string, seen: Seen<Wishable>): WishOutcome {
  const wished = wishableNow(ground, text, seen);
  if (wished.is !== 'wishable') return wished;
  return askForWish(ground, guestId, { named: wished.as, candidates: wished.candidates, newest: seen.newest });
}
