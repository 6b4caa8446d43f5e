/** Where the song stands that is on, by the server's clock. Pure. */
import type { EVENT_SHAPES, FieldsOf } from '../../../protocol/shapes.ts';

export type Now = FieldsOf<(typeof EVENT_SHAPES)['NOW']>;

export interface Place {
  /** Negative in the gap before the music. */
  readonly positionMs: number;
  readonly durationMs: number;
}

/** null: nothing is on. Paused, it stands; it never goes beyond its end. `serverNowMs`: since 1970. */
export function placeOf(now: Now, serverNowMs: number): Place | null {
  const { state, position_ms, duration_ms, at_ms } = now;
  if (state === 'silence' || position_ms === null || duration_ms === null) return null;
  const sinceMs = state === 'paused' ? 0 : Math.max(0, serverNowMs - at_ms);
  return { positionMs: Math.min(position_ms + sinceMs, duration_ms), durationMs: duration_ms };
}

/** `1:12`; less than nothing is `0:00`. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
