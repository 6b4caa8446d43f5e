/** REQUEST, WISH and the DJ's add: what somebody asks for becomes an entry, a wish, or a refusal. Each is one transaction. */
import { decide, isExactlyHere, readings } from '../../party/match.ts';
import type { Named, Song } from '../../party/model.ts';
import type { Asked, AskRefusal, RequestOutcome, WishOutcome } from '../guests.ts';
import type { Store } from '../store.ts';
import { askForWish } from './ask_wish.ts';
import type { Ground } from './ground.ts';
import { nearSongs } from './near.ts';
import { lastEnded, partyOn } from './night.ts';
import { queueSong } from './queue_song.ts';
import { answeredBefore, rememberAnswer } from './request_keys.ts';
import { songHere } from './songs.ts';
import type { Transactions } from './transact.ts';

type RequestAsked = Parameters<Store['request']>[0];

export function requestMethods(ground: Ground, { write }: Transactions): Pick<Store, 'request' | 'wish'> {
  return {
    request: (asked) => write(() => request(ground, asked)),
    wish: ({ guestId, text }) => write(() => wish(ground, guestId, text)),
  };
}

/** What somebody asks for, as far as the catalogue tells. */
export type Meant =
  | { readonly is: 'song'; readonly song: Song }
  | { readonly is: 'missing'; readonly as: Named }
  | Extract<AskRefusal, { readonly is: 'no-such-song' | 'unsure' | 'not-found' }>;

export function whatIsMeant(ground: Ground, what: Asked): Meant {
  if ('songId' in what) {
    const song = songHere(ground, what.songId);
    return song ? { is: 'song', song } : { is: 'no-such-song', songId: what.songId };
  }
  const decision = decide(what, nearSongs(ground, what.text));
  switch (decision.is) {
    case 'sure':
      return { is: 'song', song: decision.song };
    case 'wish':
      return { is: 'missing', as: decision.as };
    case 'unsure':
      return decision;
    case 'nothing':
      return { is: 'not-found' };
  }
}

function request(ground: Ground, { guestId, key, what }: RequestAsked): RequestOutcome {
  const on = partyOn(ground);
  // A retry may come after the party: the entry it asked for is still the answer.
  const asker = { guestId, partyId: (on ?? lastEnded(ground))?.id ?? 0, key };
  const before = answeredBefore(ground, asker);
  if (before) return before;
  if (!on) return { is: 'no-party' };
  const meant = whatIsMeant(ground, what);
  const outcome = answer(ground, meant, guestId, on);
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

function wish(ground: Ground, guestId: number, text: string): WishOutcome {
  const all = readings(text);
  const [first] = all;
  if (!first) return { is: 'not-found' };
  const near = nearSongs(ground, text);
  for (const reading of all) {
    const song = isExactlyHere(reading, near);
    if (song) return { is: 'duplicate-song', song };
  }
  const similar = decide({ text }, near);
  return askForWish(ground, guestId, first, candidatesOf(similar));
}

function candidatesOf(similar: ReturnType<typeof decide>): readonly Song[] {
  if (similar.is === 'unsure') return similar.candidates;
  return similar.is === 'sure' ? [similar.song] : [];
}
