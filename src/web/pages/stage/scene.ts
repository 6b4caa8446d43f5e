/** What is to be seen on the stage at a moment. Pure. */
import { placeOf } from '../talk/music.ts';
import type { Place } from '../talk/music.ts';
import type { Evening } from './evening.ts';

interface Song {
  readonly artist: string;
  readonly title: string;
}

export type Scene =
  /** Nothing is known yet. */
  | { readonly is: 'waiting' }
  | { readonly is: 'goodbye'; readonly party: string }
  | { readonly is: 'no-party' }
  /** A party without music: whoever asks sings at once. */
  | { readonly is: 'silence' }
  /** The gap before a song. `singers` null: a random one. */
  | { readonly is: 'gap' | 'song'; readonly flow: Flow; readonly singers: Singers | null; readonly song: Song };

type Flow = 'goes' | 'paused';

interface Singers {
  readonly singer: string;
  /** null: nobody sings with them. */
  readonly partner: string | null;
}

/** So long the room says goodbye; who comes later finds that no party is on. */
const GOODBYE_MS = 15 * 60_000;

/** `nowMs`: the server's clock. */
export function sceneOf({ party, now, ended }: Evening, nowMs: number): Scene {
  if (ended) return nowMs - ended.atMs < GOODBYE_MS ? { is: 'goodbye', party: ended.name } : { is: 'no-party' };
  if (party?.on === false) return { is: 'no-party' };
  if (now === null) return { is: 'waiting' };
  const place = placeOf(now, nowMs);
  if (place === null || now.title === null) return { is: 'silence' };
  return {
    // By the clock and not by what was heard last: the music begins also while the link is lost.
    is: isGap(place) ? 'gap' : 'song',
    flow: now.state === 'paused' ? 'paused' : 'goes',
    singers: now.singer === null ? null : { singer: now.singer, partner: now.with },
    song: { artist: now.artist ?? '', title: now.title },
  };
}

const isGap = ({ positionMs }: Place): boolean => positionMs < 0;
