/**
 * What somebody asks for, as far as the catalogue tells. Finding that out takes a search of some milliseconds, and whoever
 * holds the write lock keeps all others waiting: so it is done on a snapshot before. Under the lock is only asked what an
 * index answers: whether the song is still here, and whether exactly what was asked for has come in between; otherwise it
 * would be wished for and never found. (What is only similar and came in between is compared with the wish, wish_near.ts.)
 */
import { decide, isExactlyHere, readings } from '../../party/match.ts';
import type { Named, Song } from '../../party/model.ts';
import { artistKey, titleKey } from '../../party/normalise.ts';
import type { Asked, AskRefusal } from '../guests.ts';
import type { Ground } from './ground.ts';
import { hiddenMeant, hiddenNamed, hiddenSong } from './hidden.ts';
import { nearSongs } from './near.ts';
import { newestSong, songHere, songOfKeys } from './songs.ts';
import { wishFor } from './wish_rows.ts';
import { isWord } from './words.ts';

/** What was found out on a snapshot, and the newest song of it. */
export interface Seen<T> {
  readonly newest: number;
  readonly value: T;
}

export const see = <T>(ground: Ground, look: () => T): Seen<T> => ({ newest: newestSong(ground), value: look() });

/** What is meant now, by what was seen before. */
export function meantNow(ground: Ground, what: Asked, { value: meant }: Seen<Meant>): Meant {
  const isStill = meant.is !== 'song' || songHere(ground, meant.song.id) !== null;
  if (!isStill) return whatIsMeant(ground, what);
  const song = meant.is === 'song' || 'songId' in what ? null : exactlyHere(ground, what.text);
  return song ? { is: 'song', song } : meant;
}

export function wishableNow(ground: Ground, text: string, { value: wished }: Seen<Wishable>): Wishable {
  const song = wished.is === 'wishable' ? exactlyHere(ground, text) : null;
  return song ? { is: 'duplicate-song', song } : wished;
}

/** By the index of keys alone. */
function exactlyHere(ground: Ground, text: string): Song | null {
  const [named] = readings(text);
  return named ? songOfKeys(ground, artistKey(named.artist), titleKey(named.title)) : null;
}

/** What somebody asks for, as far as the catalogue tells. */
export type Meant =
  | { readonly is: 'song'; readonly song: Song }
  | { readonly is: 'missing'; readonly as: Named }
  | Extract<AskRefusal, { readonly is: 'no-such-song' | 'hidden-song' | 'unsure' | 'not-found' }>;

export function whatIsMeant(ground: Ground, what: Asked): Meant {
  if ('songId' in what) {
    const song = songHere(ground, what.songId);
    if (song) return { is: 'song', song };
    const hidden = hiddenSong(ground, what.songId);
    return hidden ? { is: 'hidden-song', song: hidden } : { is: 'no-such-song', songId: what.songId };
  }
  const named = exactlyHere(ground, what.text) ?? saidByDj(ground, what.text);
  if (named) return { is: 'song', song: named };
  const hidden = hiddenNamed(ground, what.text);
  if (hidden) return { is: 'hidden-song', song: hidden };
  const decision = decide({ text: what.text, knows: (word) => isWord(ground, word) }, nearSongs(ground, what.text));
  const mistyped = decision.is === 'wish' || decision.is === 'nothing' ? hiddenMeant(ground, what.text) : null;
  if (mistyped) return { is: 'hidden-song', song: mistyped };
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

/** A song was found for a wish of this name, by the DJ or by itself: so that is what it is. */
function saidByDj(ground: Ground, text: string): Song | null {
  const [named] = readings(text);
  const wish = named ? wishFor(ground, named) : null;
  return wish?.state === 'found' && wish.songId !== null ? songHere(ground, wish.songId) : null;
}

/** What a WISH is for: not here, or not what is here. */
export type Wishable =
  | { readonly is: 'wishable'; readonly as: Named; readonly candidates: readonly Song[] }
  | Extract<AskRefusal, { readonly is: 'not-found' | 'duplicate-song' | 'hidden-song' }>;

export function whatIsWished(ground: Ground, text: string): Wishable {
  const all = readings(text);
  const [as] = all;
  if (!as) return { is: 'not-found' };
  const near = nearSongs(ground, text);
  for (const reading of all) {
    const song = isExactlyHere(reading, near);
    if (song) return { is: 'duplicate-song', song };
  }
  const hidden = hiddenNamed(ground, text) ?? hiddenMeant(ground, text);
  if (hidden) return { is: 'hidden-song', song: hidden };
  return { is: 'wishable', as, candidates: candidatesOf(decide({ text }, near)) };
}

function candidatesOf(similar: ReturnType<typeof decide>): readonly Song[] {
  if (similar.is === 'unsure') return similar.candidates;
  return similar.is === 'sure' ? [similar.song] : [];
}
