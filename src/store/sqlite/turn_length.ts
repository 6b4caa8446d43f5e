/** How long a turn takes, from what is configured and what is known of the song. All in milliseconds. */
import type { Limits } from '../store.ts';

export interface TurnLength {
  readonly gapMs: number;
  readonly musicMs: number;
}

/** With everyMinutes each turn takes exactly that long, whatever the song, so a longer gap leaves less music. */
export function turnLength(limits: Limits, durationS: number | null, singer: 'guest' | 'nobody'): TurnLength {
  const wantedGapMs = singer === 'guest' ? Math.round(limits.gapSeconds * 1_000) : 0;
  const every = everyMs(limits);
  if (every === null) return { gapMs: wantedGapMs, musicMs: Math.round((durationS ?? limits.songSeconds) * 1_000) };
  const gapMs = Math.min(wantedGapMs, every);
  return { gapMs, musicMs: every - gapMs };
}

export const everyMs = ({ everyMinutes }: Limits): number | null =>
  everyMinutes === null ? null : Math.round(everyMinutes * 60_000);
