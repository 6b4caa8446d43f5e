/** What the file now_playing says about what the store says. */
import { singers } from '../party/duet.ts';
import type { NowPlaying } from '../party/model.ts';
import { IDLE, STOPPED } from '../now_playing.ts';
import type { NowPlayingView } from '../now_playing.ts';

/** The entry that was announced, as far as the file names it. */
export interface Announced {
  readonly singer: string;
  /** Who sings it too; null: nobody. */
  readonly partner: string | null;
  readonly artist: string;
  readonly title: string;
}

/** `startedAtMs` is when the music that is on began, null when it has not or nobody knows. */
export function viewOf(now: NowPlaying, announced: Announced | null, startedAtMs: number | null): NowPlayingView {
  const next = announced === null ? null : `${announced.artist} - ${announced.title} (${singers(announced)})`;
  if (now.state === 'silence') return now.why === 'no-party' ? STOPPED : { ...IDLE, next };
  const { singer, partner } = now;
  return {
    state: now.state,
    title: now.song.title,
    artist: now.song.artist,
    singer: singer === null ? null : singers({ singer, partner }),
    startedAtMs,
    durationMs: now.durationMs,
    next,
  };
}
