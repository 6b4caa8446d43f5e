/** REQUEST, WISH and the DJ's add: what somebody asks for becomes an entry, a wish, or a refusal. Each is one transaction. */
import type { RequestOutcome, WishOutcome } from '../guests.ts';
import type { Store } from '../store.ts';
import { askForWish } from './ask_wish.ts';
import { isForgotten } from './forget.ts';
import type { Ground } from './ground.ts';
import { meantNow, see, whatIsMeant, whatIsWished, wishableNow } from './meaning.ts';
import type { Meant, Seen, Wishable } from './meaning.ts';
import { lastEnded, partyOn } from './night.ts';
import { queueSong } from './queue_song.ts';
import { answeredBefore, rememberAnswer } from './request_keys.ts';
import type { Transactions } from './transact.ts';

const FORGOTTEN = { is: 'forgotten' } as const;
type RequestAsked = Parameters<Store['request']>[0];

export function requestMethods(ground: Ground, { read, write }: Transactions): Pick<Store, 'request' | 'wish'> {
  return {
    request: async (asked) => {
      const seen = await read(() => see(ground, () => whatIsMeant(ground, asked.what)));
      return write(() => (isForgotten(ground, asked.guestId) ? FORGOTTEN : request(ground, asked, seen)));
    },
    wish: async ({ guestId, text }) => {
      const seen = await read(() => see(ground, () => whatIsWished(ground, text)));
      return write(() => (isForgotten(ground, guestId) ? FORGOTTEN : wish(ground, guestId, text, seen)));
    },
  };
}

function request(ground: Ground, { guestId, key, what }: RequestAsked, seen: Seen<Meant>): RequestOutcome {
  const on = partyOn(ground);
  // A retry may come after the party: the entry it asked for is still the answer.
  const asker = { guestId, partyId: (on ?? lastEnded(ground))?.id ?? 0, key };
  const before = answeredBefore(ground, asker);
  if (before) return before;
  if (!on) return { is: 'no-party' };
  const meant = meantNow(ground, what, seen);
  const outcome = answer(ground, { ...seen, value: meant }, guestId, on);
  rememberAnswer(ground, asker, outcome);
  return outcome;
}

function answer(
  ground: Ground,
  { value: meant, newest }: Seen<Meant>,
  guestId: number,
  party: NonNullable<ReturnType<typeof partyOn>>,
): RequestOutcome {
  if (meant.is === 'song') return queueSong(ground, { party, guestId, song: meant.song, by: 'guest' });
  if (meant.is !== 'missing') return meant;
  const wished = askForWish(ground, guestId, { named: meant.as, candidates: [], newest });
  // The DJ has said which song that is, so it can be sung.
  return wished.is === 'duplicate-song'
    ? queueSong(ground, { party, guestId, song: wished.song, by: 'guest' })
    : wished;
}

function wish(ground: Ground, guestId: number, text: string, seen: Seen<Wishable>): WishOutcome {
  const wished = wishableNow(ground, text, seen);
  if (wished.is !== 'wishable') return wished;
  return askForWish(ground, guestId, { named: wished.as, candidates: wished.candidates, newest: seen.newest });
}
