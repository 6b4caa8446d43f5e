/** The pool of session processes: kept warm, grown one by one, lifted with the same patience as any service. */
import type { ChildFacts, Message, ProcessState } from '../ipc/messages.ts';
import type { Log } from '../log.ts';
import { forkChild } from './child.ts';
import type { Child, End } from './child.ts';
import { SESSION } from './children.ts';
import { createFallRecord } from './fall_record.ts';
import { roomsToFork } from './seat_plan.ts';
import type { PlanLimits, Room } from './seat_plan.ts';
import { CannotStart } from './service.ts';

/** A session process as the seats see it; `state` and `connections` are theirs to keep. */
export interface SessionRoom extends Room {
  readonly child: Child;
  state: Room['state'];
  connections: number;
}

export interface SessionsDeps {
  readonly log: Log;
  readonly limits: PlanLimits;
  readonly facts: () => ChildFacts;
  readonly heard: (message: Message, from: SessionRoom) => void;
  /** A process became ready. */
  readonly opened: (room: SessionRoom) => void;
  /** A process is gone, with whoever sat there. */
  readonly fell: (room: SessionRoom) => void;
}

export interface Sessions {
  readonly rooms: readonly SessionRoom[];
  /** Resolves when the warm pool stands; rejects with CannotStart when it cannot. */
  start(): Promise<void>;
  /** Call when connections were seated or left: keeps the pool warm. */
  balance(): void;
  /** No more forks: the end has begun. */
  freeze(): void;
  /** `leave` to all, SIGKILL after the grace; resolves when none lives. */
  stop(message: Message): Promise<void>;
  kill(room: SessionRoom): void;
  send(message: Message): void;
  states(): readonly ProcessState[];
}

/** Two at a time: forking is CPU work, and guests who are here already come first. */
const FORKS_AT_ONCE = 2;
const START_FALLS = 3;
const RETIRE_EVERY_MS = 10_000;

export function createSessions(deps: SessionsDeps): Sessions {
  const { log, limits } = deps;
  const rooms: (SessionRoom & { sinceMs: number })[] = [];
  const record = createFallRecord(() => performance.now());
  let restarts = 0;
  let degraded = false;
  let notBefore = 0;
  let closing = false;
  let warm: PromiseWithResolvers<null> | null = null;
  let everWarm = false;
  let emptied: (() => void) | null = null;
  let wake: NodeJS.Timeout | undefined;
  /** The fewest idle processes since the last look: what was never needed in that time may go. */
  let lowWater = 0;

  const idle = (): SessionRoom[] => rooms.filter((room) => room.state === 'ready' && room.connections === 0);

  const balance = (): void => {
    if (closing) return;
    lowWater = Math.min(lowWater, idle().length);
    const wait = notBefore - performance.now();
    if (wait > 0) {
      clearTimeout(wake);
      wake = setTimeout(balance, wait);
      return;
    }
    const starting = rooms.filter((room) => room.state === 'starting').length;
    const wanted = Math.min(roomsToFork(rooms, limits), everWarm ? FORKS_AT_ONCE - starting : limits.spare);
    for (let n = 0; n < wanted; n += 1) forkOne();
    if (everWarm || idle().length < limits.spare) return;
    everWarm = true;
    warm?.resolve(null);
  };

  const forkOne = (): void => {
    let readySince: number | null = null;
    const facts = deps.facts();
    const child = forkChild(SESSION, facts, null, {
      message: (raw) => {
        const message = raw as Message;
        if (message.kind !== 'ready') {
          deps.heard(message, room);
          return;
        }
        clearTimeout(timer);
        readySince = performance.now();
        room.state = 'ready';
        room.sinceMs = Date.now();
        degraded = false;
        deps.opened(room);
        balance();
      },
      exit: (end) => {
        clearTimeout(timer);
        rooms.splice(rooms.indexOf(room), 1);
        if (!closing && !retired.has(room)) fell(end, readySince);
        deps.fell(room);
        if (closing && rooms.length === 0) emptied?.();
        balance();
      },
      silent: () => {
        log.error({ service: 'session', pid: child.pid }, 'does not answer and is stopped; its guests are told');
        child.kill('SIGKILL');
      },
    });
    const room: SessionRoom & { sinceMs: number } = {
      epoch: facts.epoch,
      child,
      state: 'starting',
      connections: 0,
      sinceMs: Date.now(),
    };
    rooms.push(room);
    const timer = setTimeout(() => {
      log.error({ service: 'session', pid: child.pid }, 'was not ready in time');
      child.kill('SIGKILL');
    }, SESSION.readyMs);
  };

  const fell = (end: End, readySince: number | null): void => {
    const verdict = record.fell(end, readySince);
    if (!everWarm && (verdict.is === 'give-up' || record.recent >= START_FALLS)) {
      closing = true;
      warm?.reject(
        new CannotStart(
          `the session processes could not start (${String(record.lastEnd)})`,
          verdict.is === 'give-up' ? 78 : 1,
        ),
      );
      return;
    }
    restarts += 1;
    const afterMs = verdict.is === 'give-up' ? Number.POSITIVE_INFINITY : verdict.afterMs;
    degraded = verdict.is === 'give-up' || verdict.degraded;
    notBefore = Number.isFinite(afterMs) ? performance.now() + afterMs : Number.MAX_SAFE_INTEGER;
    log.warn({ service: 'session', end: record.lastEnd, afterMs, degraded }, 'fell and is replaced');
  };

  const retired = new WeakSet<SessionRoom>();
  const retireSurplus = (): void => {
    for (const room of idle().slice(0, Math.max(0, lowWater - limits.spare))) {
      retired.add(room);
      room.state = 'deaf';
      room.child.send({ kind: 'leave', reason: 'restarting' });
      // Its pid may not be somebody else's by then: a child that is gone is not signalled.
      setTimeout(() => {
        room.child.kill('SIGKILL');
      }, SESSION.graceMs).unref();
    }
    lowWater = idle().length;
  };
  const retiring = setInterval(retireSurplus, RETIRE_EVERY_MS);

  const freeze = (): void => {
    closing = true;
    clearInterval(retiring);
    clearTimeout(wake);
  };

  return {
    rooms,
    start: () => {
      warm = Promise.withResolvers<null>();
      balance();
      return warm.promise.then(() => undefined);
    },
    balance,
    freeze,
    stop: async (message) => {
      freeze();
      if (rooms.length === 0) return;
      const { promise, resolve } = Promise.withResolvers<null>();
      emptied = () => {
        resolve(null);
      };
      for (const room of rooms) room.child.send(message);
      const patience = setTimeout(() => {
        for (const room of rooms) room.child.kill('SIGKILL');
      }, SESSION.graceMs);
      await promise;
      clearTimeout(patience);
    },
    kill: (room) => {
      room.child.kill('SIGKILL');
    },
    send: (message) => {
      for (const room of rooms) room.child.send(message);
    },
    states: () =>
      rooms.map((room) => ({
        name: 'session',
        pid: room.child.pid,
        state: degraded && room.state === 'starting' ? 'degraded' : room.state === 'starting' ? 'starting' : 'ready',
        epoch: room.epoch,
        sinceMs: room.sinceMs,
        restarts,
        lastEnd: record.lastEnd,
        connections: room.connections,
      })),
  };
}
