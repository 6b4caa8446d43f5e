/**
 * What somebody asks for, as far as the catalogue tells. Finding that out takes a search of some milliseconds, and whoever
 * holds the write lock keeps all others waiting: so it is done on a snapshot before, and once more under the lock only if
 * the catalogue has changed since. Otherwise a song that came in between would be wished for and never found.
 */
import { decide, isExactlyHere, readings } from '../../party/match.ts';
import type { Named, Song } from '../../party/model.ts';
import type { Asked, AskRefusal } from '../guests.ts';
import type { Ground } from './ground.ts';
import { nearSongs } from './near.ts';
import { pulseNow } from './pulse.ts';
import { songHere } from './songs.ts';
import { wishFor } from './wish_rows.ts';
import { isWord } from './words.ts';

/** Something read from the catalogue as it was at one of its beats. */
export interface Seen<T> {
  readonly catalogue: number;
  readonly value: T;
}

export const see = <T>(ground: Ground, look: () => T): Seen<T> => ({
  catalogue: pulseNow(ground).catalogue,
  value: look(),
});

/** What was seen before, if the catalogue is still the same. */
export const seenOrSeen = <T>(ground: Ground, seen: Seen<T>, look: () => T): T =>
  pulseNow(ground).catalogue === seen.catalogue ? seen.value : look();

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
  const said = saidByDj(ground, what.text);
  if (said) return { is: 'song', song: said };
  const decision = decide({ text: what.text, knows: (word) => isWord(ground, word) }, nearSongs(ground, what.text));
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

/** The DJ has found a song for a wish of this name: so that is what it is. */
function saidByDj(ground: Ground, text: string): Song | null {
  const [named] = readings(text);
  const wish = named ? wishFor(ground, named) : null;
  return wish?.state === 'found' && wish.songId !== null ? songHere(ground, wish.songId) : null;
}

/** What a WISH is for: not here, or not what is here. */
export type Wishable =
  | { readonly is: 'wishable'; readonly as: Named; readonly candidates: readonly Song[] }
  | Extract<AskRefusal, { readonly is: 'not-found' | 'duplicate-song' }>;

export function whatIsWished(ground: Ground, text: string): Wishable {
  const all = readings(text);
  const [as] = all;
  if (!as) return { is: 'not-found' };
  const near = nearSongs(ground, text);
  for (const reading of all) {
    const song = isExactlyHere(reading, near);
    if (song) return { is: 'duplicate-song', song };
  }
  return { is: 'wishable', as, candidates: candidatesOf(decide({ text }, near)) };
}

function candidatesOf(similar: ReturnType<typeof decide>): readonly Song[] {
  if (similar.is === 'unsure') return similar.candidates;
  return similar.is === 'sure' ? [similar.song] : [];
}
