/**
 * When the player looks at the stage: when somebody hints, when something is due, and when the store has changed, which it
 * asks once a second because hints may be lost. One timer, never longer than that second, so neither a long song nor a
 * clock that was set can make it oversleep. Looks never overlap.
 */
import type { Subject } from '../ipc/messages.ts';
import { StoreBusy, StoreUnwritable } from '../store/errors.ts';
import { EpochOver } from '../store/player.ts';
import type { Moment } from './clocks.ts';
import type { Stage } from './stage.ts';

/** What the loop is handed. */
export interface LoopHands {
  readonly stage: Stage;
  /** Whether any process has committed since it was asked last. */
  readonly changed: () => boolean;
  readonly clock: () => Moment;
  /** Runs `what` once after `ms`; the result cancels it. */
  readonly after: (ms: number, what: () => void) => () => void;
  readonly warn: (error: unknown, text: string) => void;
  /** Another player has taken the stage. The loop has stopped. */
  readonly replaced: () => void;
}

export interface Loop {
  /** A hint came. */
  wake(about: Subject): void;
  /** Resolves after a look that began after this call, done or put off. */
  lookNow(): Promise<void>;
  /** Stops; resolves when nothing is under way any more, the last heartbeat written. */
  stop(): Promise<void>;
}

const POLL_MS = 1_000;
/** A thousand requests a second hint as often; the line is looked at five times a second, which nobody can tell apart. */
const CALM_MS = 200;
/** Something that stays due (a clock a millisecond off the store's) must not spin. */
const SHORTEST_MS = 5;
const SIGN_OF_LIFE_MS = 60_000;

/** How long a hint may wait for the look it asks for, in milliseconds; null: the player writes these itself or needs none. */
const PATIENCE: Readonly<Record<Subject, number | null>> = {
  orders: 0,
  party: 0,
  queue: CALM_MS,
  catalogue: CALM_MS,
  song: null,
  wishes: null,
};

/** Starts the loop; resolves after its first look, done or put off. */
export async function startLoop(hands: LoopHands): Promise<Loop> {
  const { stage } = hands;
  let cancel = (): void => undefined;
  let stopped = false;
  let running: Promise<void> | null = null;
  /** When the next look is wanted at the latest, on the monotonic clock. */
  let lookAt = 0;
  let lastLookAt = -Infinity;
  let lastSignAt = hands.clock().monotonic;
  const trouble = { store: false, heartbeat: false };

  const look = async (): Promise<void> => {
    lookAt = Infinity;
    lastLookAt = hands.clock().monotonic;
    try {
      await stage.look();
      if (hands.clock().monotonic - lastSignAt >= SIGN_OF_LIFE_MS) {
        await stage.signOfLife();
        lastSignAt = hands.clock().monotonic;
      }
      trouble.store = false;
    } catch (error) {
      if (!(error instanceof StoreBusy || error instanceof StoreUnwritable)) throw error;
      // The music goes on; what could not be written is looked at again.
      lookAt = hands.clock().monotonic + POLL_MS;
      if (!trouble.store) hands.warn(error, 'the store cannot be written; the music goes on and it is tried again');
      trouble.store = true;
    }
  };

  const beat = (): void => {
    try {
      stage.beat();
      trouble.heartbeat = false;
    } catch (error) {
      if (!trouble.heartbeat)
        hands.warn(error, 'the player position cannot be written; only a power cut would miss it');
      trouble.heartbeat = true;
    }
  };

  const isTime = (): boolean => {
    const { monotonic } = hands.clock();
    if (trouble.store) return monotonic >= lookAt;
    const due = stage.dueInMs() <= 0 || monotonic - lastSignAt >= SIGN_OF_LIFE_MS;
    return hands.changed() || due || monotonic >= lookAt;
  };

  const untilNext = (): number => {
    const { monotonic } = hands.clock();
    const due = trouble.store ? Infinity : stage.dueInMs();
    const wanted = Math.min(lookAt - monotonic, due);
    // Measured from the last look, not from now: hints that come faster than this would push the timer on for ever.
    const notBefore = lastLookAt + SHORTEST_MS - monotonic;
    return Math.min(POLL_MS, Math.max(0, notBefore, wanted));
  };

  const lookAndBeat = async (): Promise<void> => {
    try {
      if (isTime()) await look();
      beat();
    } catch (error) {
      // Anything but being replaced is a bug: it ends the process, and the player is lifted.
      stopped = true;
      if (!(error instanceof EpochOver)) throw error;
      hands.replaced();
    }
  };
  const run = (): Promise<void> => {
    cancel();
    running ??= lookAndBeat().finally(() => {
      running = null;
      schedule();
    });
    return running;
  };
  const schedule = (): void => {
    cancel();
    if (!stopped && running === null) cancel = hands.after(untilNext(), () => void run());
  };

  await run();
  return {
    wake: (about) => {
      const patience = PATIENCE[about];
      if (patience === null) return;
      // Not sooner than its patience after the last look; a hint during a look wants another one.
      lookAt = Math.min(lookAt, Math.max(lastLookAt + patience, hands.clock().monotonic));
      schedule();
    },
    lookNow: async () => {
      await running;
      if (stopped) return;
      lookAt = 0;
      await run();
    },
    stop: async () => {
      if (stopped) return;
      stopped = true;
      cancel();
      await running;
      beat();
    },
  };
}
