/** What changes on the screen though nobody says anything: the music goes on, and minutes pass. */
import { soundingAt } from './clock.ts';
import type { State } from './state.ts';

const SECOND = 1_000;
/** While nothing sounds only minutes count. */
const SLOW_MS = 10_000;

/** How long the picture stays true at `nowMs`. */
function trueForMs({ now, link }: State, nowMs: number): number {
  if (link !== 'there' || now?.positionMs == null || now.state === 'paused') return SLOW_MS;
  const { positionMs } = soundingAt(now, nowMs);
  const into = (((positionMs ?? 0) % SECOND) + SECOND) % SECOND;
  return SECOND - into;
}

/** Draws whenever the picture has become untrue, until it is stopped. */
export function keepTime(
  state: () => State,
  draw: () => void,
  hands: { clock(): number },
): { readonly stop: () => void } {
  let timer: NodeJS.Timeout | null = null;
  const again = (): void => {
    timer = setTimeout(
      () => {
        draw();
        again();
      },
      Math.min(SECOND, trueForMs(state(), hands.clock())),
    );
  };
  again();
  return {
    stop: () => {
      if (timer) clearTimeout(timer);
    },
  };
}
