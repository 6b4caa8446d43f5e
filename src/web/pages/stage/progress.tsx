/** How far the song is, in step with the player. */
import { clock, placeOf } from '../talk/music.ts';
import type { Now } from '../talk/music.ts';
import { useParts } from './parts.ts';
import { useServerNow } from './ticking.ts';

/** With the clock's own error it stays well below the 150 ms that two screens side by side may differ. */
const EVERY_MS = 50;

export function Progress({ now }: { readonly now: Now }) {
  const { words, serverNowMs } = useParts();
  const place = placeOf(now, useServerNow(serverNowMs, EVERY_MS));
  if (!place) return null;
  return (
    <div class="progress">
      <progress aria-label={words.progress} max={place.durationMs} value={place.positionMs} />
      <p class="times">
        <span>{clock(place.positionMs)}</span>
        <span>{clock(Math.round(place.durationMs / 1000) * 1000)}</span>
      </p>
    </div>
  );
}
