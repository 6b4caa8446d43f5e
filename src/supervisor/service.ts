/** One supervised service: a single child that is lifted when it falls. The deciding is in restart.ts. */
import type { ChildFacts, Message, ProcessState } from '../ipc/messages.ts';
import type { Log } from '../log.ts';
import { forkChild } from './child.ts';
import type { Child, End } from './child.ts';
import type { ChildSpec } from './children.ts';
import { createFallRecord } from './fall_record.ts';

/** What a service is given. `facts` makes the facts of the next incarnation; `heard` gets every message but `ready`. */
export interface ServiceDeps {
  readonly spec: ChildSpec;
  readonly log: Log;
  readonly facts: (first: boolean) => ChildFacts;
  readonly listenFd: number | null;
  readonly heard: (message: Message, handle: unknown, child: Child) => void;
  /** It is up, for the first time or again. */
  readonly up: (port: number | null) => void;
  /** It fell; what it had under way is lost. */
  readonly down: () => void;
  /** By what time falls are counted and lifts are put off. */
  readonly time?: Time;
}

interface Time {
  /** Milliseconds of any steady clock. */
  readonly now: () => number;
  /** Runs `what` once after `ms`; the result cancels it. */
  readonly after: (ms: number, what: () => void) => () => void;
}

const REAL_TIME: Time = {
  now: () => performance.now(),
  after: (ms, what) => {
    const timer = setTimeout(what, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

export interface Service {
  /** Resolves when it is ready; rejects with CannotStart when it says 78 or falls three times before it ever was ready. */
  start(): Promise<void>;
  /** `leave`, then SIGKILL after the grace. Resolves to whether it ended by itself with code 0. */
  stop(message: Message): Promise<boolean>;
  /** From now on it is not lifted when it falls: the end has begun. */
  freeze(): void;
  /** SIGKILL, now. */
  kill(): void;
  send(message: Message): void;
  state(): ProcessState;
}

/** A service that cannot be brought up; `code` is the exit code for the whole of karaoked. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
  readonly code: 1 | 78;
  constructor(message: string, code: 1 | 78) {
    super(message);
    this.code = code;
  }
}

const START_FALLS = 3;

export function createService(deps: ServiceDeps): Service {
  const { spec, log, time = REAL_TIME } = deps;
  let child: Child | null = null;
  let state: ProcessState['state'] = 'starting';
  let readySince: number | null = null;
  const record = createFallRecord(time.now);
  let restarts = 0;
  let sinceMs = Date.now();
  let stopping: ((clean: boolean) => unknown) | null = null;
  let starting: PromiseWithResolvers<null> | null = null;
  let everReady = false;
  let frozen = false;
  /** Cancels what is put off: the lift, or the end of the patience with one that is not ready. */
  let cancel = (): void => undefined;

  const become = (next: ProcessState['state']): void => {
    state = next;
    sinceMs = Date.now();
  };

  const lift = (): void => {
    if (stopping || frozen) return;
    if (state !== 'degraded') become('starting');
    readySince = null;
    const mine = forkChild(spec, deps.facts(!everReady), deps.listenFd, {
      message: (raw, handle) => {
        if (mine === child) hear(raw as Message, handle, mine);
      },
      exit: (end) => {
        if (mine === child) fell(end);
      },
      silent: () => {
        log.error({ service: spec.name, pid: mine.pid }, 'does not answer and is stopped');
        mine.kill('SIGKILL');
      },
    });
    child = mine;
    cancel = REAL_TIME.after(spec.readyMs, () => {
      log.error({ service: spec.name, pid: mine.pid }, 'was not ready in time');
      mine.kill('SIGKILL');
    });
  };

  const hear = (message: Message, handle: unknown, from: Child): void => {
    if (message.kind !== 'ready') {
      deps.heard(message, handle, from);
      return;
    }
    cancel();
    readySince = time.now();
    everReady = true;
    become('ready');
    starting?.resolve(null);
    deps.up(message.port);
  };

  const fell = (end: End): void => {
    cancel();
    child = null;
    if (stopping) {
      record.ended(end);
      become('stopped');
      stopping(end.code === 0);
      return;
    }
    const verdict = record.fell(end, readySince);
    deps.down();
    if (!everReady && (verdict.is === 'give-up' || record.recent >= START_FALLS)) {
      become('stopped');
      starting?.reject(
        new CannotStart(
          `the ${spec.name} could not start (${String(record.lastEnd)})`,
          verdict.is === 'give-up' ? 78 : 1,
        ),
      );
      return;
    }
    if (verdict.is === 'give-up') {
      become('gave-up');
      log.error({ service: spec.name }, 'cannot run here and is not tried again; the rest of the party goes on');
      return;
    }
    restarts += 1;
    become(verdict.degraded ? 'degraded' : 'waiting');
    log.warn(
      { service: spec.name, end: record.lastEnd, afterMs: verdict.afterMs, degraded: verdict.degraded },
      'fell and is lifted again',
    );
    cancel = time.after(verdict.afterMs, lift);
  };

  return {
    start: () => {
      starting = Promise.withResolvers<null>();
      lift();
      return starting.promise.then(() => undefined);
    },
    stop: async (message) => {
      cancel();
      const leaving = child;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      stopping = resolve;
      if (!leaving) {
        become('stopped');
        return false;
      }
      leaving.send(message);
      const patience = setTimeout(() => {
        leaving.kill('SIGKILL');
      }, spec.graceMs);
      const clean = await promise;
      clearTimeout(patience);
      return clean;
    },
    freeze: () => {
      frozen = true;
    },
    kill: () => {
      stopping ??= () => undefined;
      cancel();
      child?.kill('SIGKILL');
    },
    send: (message) => child?.send(message),
    state: () => ({
      name: spec.name,
      pid: child?.pid ?? null,
      state,
      epoch: child?.epoch ?? 0,
      sinceMs,
      restarts,
      lastEnd: record.lastEnd,
      connections: 0,
    }),
  };
}
