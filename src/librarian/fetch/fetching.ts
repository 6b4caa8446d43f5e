/** The fetch command at work: one wish at a time, for as long as there are any and a command is set. */
import { setImmediate, setTimeout as after } from 'node:timers/promises';
import type { Subject } from '../../ipc/messages.ts';
import type { Log } from '../../log.ts';
import { StoreBusy, StoreUnwritable } from '../../store/errors.ts';
import type { FetchStore } from '../../store/fetch.ts';
import type { LibrarianStore } from '../../store/librarian.ts';
import type { NewsStore } from '../../store/news.ts';
import { createAlarm } from './alarm.ts';
import { invocationOf } from './command.ts';
import { fetchOne } from './fetch_one.ts';
import type { KeepingStore } from './keep.ts';
import { whyNotRunnable } from './locate.ts';
import { createNext } from './next.ts';
import { recoverFetches } from './recover.ts';
import type { Run } from './run.ts';
import type { FetchSettings } from './settings.ts';

export interface FetchHands {
  readonly store: KeepingStore & FetchStore & Pick<LibrarianStore, 'shelveMore'> & Pick<NewsStore, 'pulse'>;
  /** Asked anew for each wish. */
  readonly settings: () => FetchSettings;
  readonly log: Log;
  readonly now: () => number;
  readonly hint: (about: Subject) => void;
  /** The daemon's own environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Fetching {
  /** Wishes or settings may have changed. */
  readonly look: () => void;
  /** Ends what runs; its wish is wanted again. Resolves when that is done, after `patienceMs` at the latest. */
  stop(patienceMs: number): Promise<void>;
}

/** How often it is looked whether a program that is missing has come. */
const ABSENT_MS = 60_000;
/** While the store cannot be written. */
const RETRY_MS = 1_000;
/** Songs in one transaction: some 20 ms. */
const SHELVED_AT_ONCE = 200;
/** To a program whose wish nobody wants any more, between SIGTERM and SIGKILL. */
const GRACE_MS = 5_000;
/** The same when the librarian itself must leave. */
const LEAVING_GRACE_MS = 300;

/** Begins at once: with what an earlier librarian has left, whatever is set. */
export function createFetching(hands: FetchHands): Fetching {
  const { store, log } = hands;
  const alarm = createAlarm();
  const next = createNext(store, hands.now);
  let at: { readonly wishId: number; readonly run: Run } | null = null;
  let leaving = false;
  let recovered = false;
  let warnedOf: string | null = null;

  /** Why its program cannot be started, said once. */
  const whyNot = (program: string): string | null => {
    const why = whyNotRunnable(program, hands.environment['PATH']);
    if (why !== null && why !== warnedOf) log.warn({}, why);
    warnedOf = why;
    return why;
  };

  /** Does one thing that is due. Returns for how long nothing else will be, in milliseconds. */
  const step = async (): Promise<number> => {
    const { command, when, timeoutMs, root } = hands.settings();
    const [program, ...args] = command;
    if (program === undefined) return Infinity;
    // No wish must pay for a program that is not there; but the DJ who named one is told.
    const missing = whyNot(program) !== null;
    const choice = await next(missing ? 'asked' : when);
    if (choice.is === 'nothing') return missing ? ABSENT_MS : Infinity;
    if (choice.is === 'later') return choice.atMs - hands.now();
    const { wish } = choice;
    const fetched = await fetchOne(
      {
        store,
        log,
        now: hands.now,
        begun: () => {
          hands.hint('wishes');
        },
        running: (run) => {
          at = { wishId: wish.wishId, run };
          if (leaving) run.stop(LEAVING_GRACE_MS);
          look();
        },
      },
      wish,
      {
        invocation: (folder) => invocationOf([program, ...args], wish, folder, hands.environment),
        timeoutMs,
        root,
      },
    );
    if (fetched.is === 'home') {
      log.info({ wish: wish.wishId, song: fetched.songId }, 'fetched');
      hands.hint('catalogue');
    } else {
      log.warn({ wish: wish.wishId }, `not fetched: ${fetched.why}`);
    }
    hands.hint('wishes');
    return 0;
  };

  const recoverOrStep = async (): Promise<number> => {
    try {
      if (!recovered) {
        // Nothing may bring songs before the index of words is whole; jobs.ts makes it, and two who do so do no harm.
        while ((await store.shelveMore(SHELVED_AT_ONCE)) === 'more') await setImmediate();
        await recoverFetches(store, log);
        hands.hint('wishes');
      }
      recovered = true;
      return await step();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      log.warn({ err: error }, 'the store cannot be written; fetching goes on when it can');
      // What was begun is found there as after a fall.
      recovered = false;
      return RETRY_MS;
    } finally {
      at = null;
    }
  };
  const work = async (): Promise<void> => {
    while (!leaving) {
      const pauseMs = await recoverOrStep();
      if (pauseMs > 0) await alarm.wait(pauseMs);
    }
  };

  /** The DJ refused it, the last asker left, it came by another way: nobody waits for this run any more. */
  const stopUnwanted = async (): Promise<void> => {
    const during = at;
    if (during === null) return;
    try {
      if (!(await store.isFetching(during.wishId))) during.run.stop(GRACE_MS);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // It is asked again at the next change; until then only a download goes on in vain.
      log.warn({ err: error }, 'it could not be read whether a fetch is still wanted');
    }
  };
  const look = (): void => {
    alarm.ring();
    void stopUnwanted();
  };

  const working = work();
  return {
    look,
    stop: async (patienceMs) => {
      leaving = true;
      at?.run.stop(LEAVING_GRACE_MS);
      alarm.ring();
      await Promise.race([working, after(patienceMs, undefined, { ref: false })]);
    },
  };
}

const isRefusal = (error: unknown): boolean => error instanceof StoreBusy || error instanceof StoreUnwritable;
