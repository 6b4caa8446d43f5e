/** The player's stage and loop, as src/player/main.ts puts them together, on the clock of the night. */
import { startLoop } from '../../../src/player/loop.ts';
import type { Loop } from '../../../src/player/loop.ts';
import type { Heartbeat } from '../../../src/player/position_file.ts';
import { createStage } from '../../../src/player/stage.ts';
import type { StageHands } from '../../../src/player/stage.ts';
import type { Subject } from '../../../src/ipc/messages.ts';
import { limitsOf } from '../../../src/store/limits.ts';
import type { Store } from '../../../src/store/store.ts';
import type { HouseHands } from './house.ts';

/** The heartbeat file, which is there after a power cut. */
export interface Heartbeats {
  last: Heartbeat | null;
}

export interface NightPlayer {
  /** A hint came. */
  readonly wake: Loop['wake'];
  /** Leaves in order. */
  stops(): Promise<void>;
  /** kill -9. */
  dies(): void;
}

interface PlayerHands extends HouseHands {
  readonly store: Store;
  readonly heartbeats: Heartbeats;
  readonly after: StageHands['after'];
  readonly hint: (about: Subject) => void;
}

export async function startPlayer({
  clock,
  config,
  store,
  heartbeats,
  sound,
  ...hands
}: PlayerHands): Promise<NightPlayer> {
  const timers = clock.ownTimers();
  const alive = { yes: true };
  const stage = createStage({
    store,
    output: {
      play: ({ artist, title }, fromMs) => {
        sound(
          fromMs < 1_000 ? `${artist} - ${title}` : `${artist} - ${title}, from ${Math.round(fromMs / 1_000)} s on`,
        );
      },
      hush: () => undefined,
    },
    position: {
      read: () => heartbeats.last,
      write: (heartbeat) => {
        heartbeats.last = heartbeat;
      },
      remove: () => {
        heartbeats.last = null;
      },
    },
    clock: clock.moment,
    giveWayMs: () => limitsOf(config).giveWayMs,
    hint: (about) => {
      if (alive.yes) hands.hint(about);
    },
    warn: (text) => {
      hands.defect(new Error(text));
    },
    show: () => undefined,
    after: hands.after,
  });
  const loop = await startLoop({
    stage,
    changed: () => store.changed(),
    clock: clock.moment,
    after: timers.after,
    warn: (error, text) => {
      hands.defect(new Error(text, { cause: error }));
    },
    replaced: () => undefined,
  });
  const dies = (): void => {
    alive.yes = false;
    timers.stop();
  };
  return {
    wake: (about) => {
      if (alive.yes) loop.wake(about);
    },
    stops: async () => {
      await loop.stop();
      dies();
    },
    dies,
  };
}
