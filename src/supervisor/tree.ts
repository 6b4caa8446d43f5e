/** The tree: who hears whom, started in order, stopped in reverse. */
import { Socket } from 'node:net';
import type { Config } from '../config/schema.ts';
import type { ChildFacts, EndReason, Message, Tree as TreeState } from '../ipc/messages.ts';
import type { Log } from '../log.ts';
import { renderBye, renderFull } from '../protocol/farewell.ts';
import type { Child } from './child.ts';
import { CONTROL, LIBRARIAN, LISTENER, PLAYER } from './children.ts';
import type { ChildSpec } from './children.ts';
import type { Door } from './door.ts';
import { createRelay } from './relay.ts';
import { WARM_SPARE } from './seat_plan.ts';
import { createSeats } from './seats.ts';
import type { Farewell } from './seats.ts';
import { createService } from './service.ts';
import type { Service } from './service.ts';
import { createSessions } from './sessions.ts';

export interface TreeDeps {
  readonly config: Config;
  readonly logFile: string | null;
  readonly log: Log;
  readonly version: string;
  readonly door: Door;
  /** session.connections, lowered to what the descriptor limit allows. */
  readonly connections: number;
  /** `karaokectl stop`. */
  readonly stopAsked: () => void;
}

export interface Tree {
  /** Resolves to the guests' port when everything is ready; rejects with CannotStart. `beforeDoor` runs once the librarian works. */
  start(beforeDoor: () => Promise<void>): Promise<number>;
  /** Nobody is let in any more, and whoever still comes hears why. */
  closeDoor(reason: EndReason): Promise<void>;
  /** Asks control to write the end of the party; resolves to whether it was confirmed in time. */
  writeEnd(patienceMs: number): Promise<boolean>;
  /** Everyone hears one BYE. */
  sayGoodbye(patienceMs: number): Promise<Farewell>;
  /** Stops what is left, in reverse order. Resolves to whether the player put its things away itself. */
  stop(reason: EndReason): Promise<{ readonly playerClean: boolean }>;
  /** SIGKILL to everybody. */
  killAll(): void;
  reload(config: Config, needRestart: readonly string[]): void;
  reopenLogs(): void;
}

export function createTree(deps: TreeDeps): Tree {
  const { log, door } = deps;
  const startedAtMs = Date.now();
  let config = deps.config;
  let needRestart: readonly string[] = [];
  let epoch = 0;
  let port = 0;
  let confirmEnd: ((written: boolean) => void) | null = null;

  const facts = (first: boolean): ChildFacts => {
    epoch += 1;
    return {
      epoch,
      config,
      version: deps.version,
      logFile: deps.logFile,
      door: door.fd === null ? 'own' : 'inherited',
      first,
    };
  };
  const plan = { processes: config['session.processes'], spare: WARM_SPARE };

  const relay = createRelay((about) => {
    const hint: Message = { kind: 'hint', about };
    for (const service of [player, librarian, control]) service.send(hint);
    sessions.send(hint);
  });
  const sayWhoLives = (): void => {
    control.send({ kind: 'sessions-alive', epochs: sessions.rooms.map((room) => room.epoch), upTo: epoch });
  };

  const unexpected = (message: Message, from: Child): void => {
    log.error(
      { service: from.name, pid: from.pid, kind: message.kind },
      'said something it should not: a bug, it is stopped',
    );
    from.kill('SIGKILL');
  };
  /** A service hears hints and says hints; `own` is whatever else it may say. */
  const service = (
    spec: ChildSpec,
    own: (message: Message, handle: unknown) => 'understood' | 'foreign',
    up: (at: number | null) => void = () => undefined,
  ): Service =>
    createService({
      spec,
      log,
      facts,
      listenFd: spec === LISTENER ? door.fd : null,
      heard: (message, handle, child) => {
        if (message.kind === 'hint') relay(message.about);
        else if (own(message, handle) === 'foreign') unexpected(message, child);
      },
      up,
      down: () => undefined,
    });

  const librarian = service(LIBRARIAN, () => 'foreign');
  const player = service(PLAYER, () => 'foreign');
  const control = service(
    CONTROL,
    (message) => {
      if (message.kind === 'show-tree') control.send({ kind: 'tree', tree: state() });
      else if (message.kind === 'party-ended') confirmEnd?.(true);
      else if (message.kind === 'stop-daemon') deps.stopAsked();
      else return 'foreign';
      return 'understood';
    },
    sayWhoLives,
  );
  const listener = service(
    LISTENER,
    (message, handle) => {
      if (message.kind !== 'arrived') return 'foreign';
      seats.arrived(handle instanceof Socket ? handle : undefined);
      return 'understood';
    },
    (at) => {
      if (at !== null) port = at;
    },
  );
  const sessions = createSessions({
    log,
    limits: plan,
    facts: () => facts(true),
    heard: (message, room) => {
      if (message.kind === 'hint') relay(message.about);
      else if (SEAT_TALK.has(message.kind)) seats.heard(message, room);
      else unexpected(message, room.child);
    },
    opened: () => {
      seats.opened();
    },
    fell: (room) => {
      seats.fell(room);
      sayWhoLives();
    },
  });
  const seats = createSeats({
    log,
    plan,
    limit: deps.connections,
    sessions: () => sessions,
    byeLine: renderBye,
    fullLine: renderFull,
  });

  const state = (): TreeState => ({
    pid: process.pid,
    version: deps.version,
    startedAtMs,
    port,
    processes: [librarian, player, control].map((each) => each.state()).concat(sessions.states(), listener.state()),
    seats: seats.counts(),
    needRestart,
  });
  const toAll = (message: Message): void => {
    for (const each of [librarian, player, control, listener]) each.send(message);
    sessions.send(message);
  };

  return {
    start: async (beforeDoor) => {
      // Begun in this order and awaited together: a runtime takes its time to boot, and there are two cores at least.
      const catalogue = librarian.start().then(beforeDoor);
      await Promise.all([catalogue, player.start(), control.start(), sessions.start()]);
      await listener.start();
      return port;
    },
    closeDoor: async (reason) => {
      seats.close(reason);
      sessions.freeze();
      await listener.stop({ kind: 'leave', reason });
      door.close();
    },
    writeEnd: async (patienceMs) => {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      confirmEnd = resolve;
      const patience = setTimeout(resolve, patienceMs, false);
      control.send({ kind: 'end-party' });
      const written = await promise;
      clearTimeout(patience);
      return written;
    },
    sayGoodbye: (patienceMs) => seats.end(patienceMs),
    stop: async (reason) => {
      const leave: Message = { kind: 'leave', reason };
      await sessions.stop(leave);
      await control.stop(leave);
      const playerClean = await player.stop(leave);
      await librarian.stop(leave);
      return { playerClean };
    },
    killAll: () => {
      sessions.freeze();
      for (const each of [listener, control, player, librarian]) each.kill();
      for (const room of sessions.rooms) sessions.kill(room);
    },
    reload: (fresh, waiting) => {
      config = fresh;
      needRestart = waiting;
      toAll({ kind: 'config-changed', config });
    },
    reopenLogs: () => {
      toAll({ kind: 'reopen-logs' });
    },
  };
}

const SEAT_TALK: ReadonlySet<Message['kind']> = new Set(['can-seat', 'speaks', 'gone', 'told']);
