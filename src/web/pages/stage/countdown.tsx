/** How long until the music begins. */
import { clock, placeOf } from '../talk/music.ts';
import type { Now } from '../talk/music.ts';
import { useParts } from './parts.ts';
import { useServerNow } from './ticking.ts';

const EVERY_MS = 100;
/** Rounded up: it says 0:01 until the music is there. */
const UP_MS = 999;

export function Countdown({ now }: { readonly now: Now }) {
  const { words, serverNowMs } = useParts();
  const place = placeOf(now, useServerNow(serverNowMs, EVERY_MS));
  return place && <p class="countdown">{words.startsIn(clock(UP_MS - place.positionMs))}</p>;
}
