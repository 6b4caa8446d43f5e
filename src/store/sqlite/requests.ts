/** REQUEST, WISH and the DJ's add: what somebody asks for becomes an entry, a wish, or a refusal. Each is one transaction. */
import type { RequestOutcome, WishOutcome } from '../guests.ts';
import type { Store } from '../store.ts';
import { askForWish } from './ask_wish.ts';
import { isForgotten } from './forget.ts';
import type { Ground } from './ground.ts';
import { see, seenOrSeen, whatIsMeant, whatIsWished } from './meaning.ts';
import type { Meant, Wishable } from './meaning.ts';
import { lastEnded, partyOn } from './night.ts';
import { queueSong } from './queue_song.ts';
import { answeredBefore, rememberAnswer } from './request_keys.ts';
import type { Transactions } from './transact.ts';

const FORGOTTEN = { is: 'forgotten' } as const;
type RequestAsked = Parameters<Store['request']>[0];

export function requestMethods(ground: Ground, { read, write }: Transactions): Pick<Store, 'request' | 'wish'> {
  return {
    request: async (asked) => {
      const look = (): Meant => whatIsMeant(ground, asked.what);
      const seen = await read(() => see(ground, look));
      return write(() =>
        isForgotten(ground, asked.guestId) ? FORGOTTEN : request(ground, asked, () => seenOrSeen(ground, seen, look)),
      );
    },
    wish: async ({ guestId, text }) => {
      const look = (): Wishable => whatIsWished(ground, text);
      const seen = await read(() => see(ground, look));
      return write(() =>
        isForgotten(ground, guestId) ? FORGOTTEN : wish(ground, guestId, seenOrSeen(ground, seen, look)),
      );
    },
  };
}

function request(ground: Ground, { guestId, key }: RequestAsked, meant: () => Meant): RequestOutcome {
  const on = partyOn(ground);
  // A retry may come after the party: the entry it asked for is still the answer.
  const asker = { guestId, partyId: (on ?? lastEnded(ground))?.id ?? 0, key };
  const before = answeredBefore(ground, asker);
  if (before) return before;
  if (!on) return { is: 'no-party' };
  const outcome = answer(ground, meant(), guestId, on);
  rememberAnswer(ground, asker, outcome);
  return outcome;
}

function answer(
  ground: Ground,
  meant: Meant,
  guestId: number,
  party: NonNullable<ReturnType<typeof partyOn>>,
): RequestOutcome {
  if (meant.is === 'song') return queueSong(ground, { party, guestId, song: meant.song, by: 'guest' });
  if (meant.is !== 'missing') return meant;
  const wished = askForWish(ground, guestId, meant.as, []);
  // The DJ has said which song that is, so it can be sung.
  return wished.is === 'duplicate-song'
    ? queueSong(ground, { party, guestId, song: wished.song, by: 'guest' })
    : wished;
}

function wish(ground: Ground, guestId: number, wished: Wishable): WishOutcome {
  return wished.is === 'wishable' ? askForWish(ground, guestId, wished.as, wished.candidates) : wished;
}
