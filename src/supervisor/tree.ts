/** The tree: who hears whom, started in order, stopped in reverse. */
import { Socket } from 'node:net';
import type { Config } from '../config/schema.ts';
import type { EndReason, Farewell, Message, Tree as TreeState } from '../ipc/messages.ts';
import type { Log } from '../log.ts';
import { renderBye, renderFull } from '../protocol/farewell.ts';
import { countBirths } from './births.ts';
import type { Child } from './child.ts';
import { CONTROL, LIBRARIAN, LISTENER, PLAYER, WEB } from './children.ts';
import type { Door } from './door.ts';
import { createPages } from './pages.ts';
import { question } from './question.ts';
import { createRelay } from './relay.ts';
import { createSeats } from './seats.ts';
import { servicesOf } from './services.ts';
import { createSessions } from './sessions.ts';

export interface TreeDeps {
  /** Its session.connections and web.connections are within what the descriptor limit allows. */
  readonly config: Config;
  readonly logFile: string | null;
  readonly log: Log;
  readonly version: string;
  readonly door: Door;
  /** null: no pages. */
  readonly webDoor: Door | null;
  /** `karaokectl stop`. */
  readonly stopAsked: () => void;
}

/** Where guests come in; web null: no pages. */
export interface Ports {
  readonly tcp: number;
  readonly web: number | null;
}

export interface Tree {
  /** Resolves to the guests' ports when everything is ready and the music plays; rejects with CannotStart. `beforeDoor` runs once the librarian works. */
  start(beforeDoor: () => Promise<void>): Promise<Ports>;
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
  const { log, door, webDoor, config } = deps;
  const startedAtMs = Date.now();
  let needRestart: readonly string[] = [];
  let tcp = 0;
  let webPort: number | null = null;
  let goodbye: EndReason = 'restarting';
  const endWritten = question();
  const stageLooked = question();

  const births = countBirths(deps);
  const plan = { processes: config['session.processes'], spare: config['session.spare'] };

  const relay = createRelay((about) => {
    const hint: Message = { kind: 'hint', about };
    for (const service of [player, librarian, control, web]) service?.send(hint);
    sessions.send(hint);
  });
  const sayWhoLives = (): void => {
    const epochs = sessions.rooms.map((room) => room.epoch).concat(web?.state().epoch ?? []);
    control.send({ kind: 'sessions-alive', epochs, upTo: births.epoch });
  };

  const unexpected = (message: Message, from: Child): void => {
    log.error(
      { service: from.name, pid: from.pid, kind: message.kind },
      'said something it should not: a bug, it is stopped',
    );
    from.kill('SIGKILL');
  };
  const service = servicesOf({ log, births, relay, unexpected });

  const librarian = service(LIBRARIAN);
  const player = service(PLAYER, {
    hears: (message) => {
      if (message.kind !== 'looked') return 'foreign';
      stageLooked.answered();
      return 'understood';
    },
    // One that was lifted has looked before it said that it is ready.
    up: stageLooked.answered,
  });
  const control = service(CONTROL, {
    hears: (message) => {
      if (message.kind === 'show-tree') control.send({ kind: 'tree', tree: state() });
      else if (message.kind === 'party-ended') endWritten.answered();
      else if (message.kind === 'stop-daemon') deps.stopAsked();
      else return 'foreign';
      return 'understood';
    },
    up: sayWhoLives,
  });
  const listener = service(LISTENER, {
    hears: (message, handle) => {
      if (message.kind !== 'arrived') return 'foreign';
      seats.arrived(handle instanceof Socket ? handle : undefined);
      return 'understood';
    },
    up: (at) => {
      if (at !== null) tcp = at;
    },
    fd: door.fd,
  });
  const pages = createPages({
    limit: config['web.connections'],
    send: (message) => web?.send(message),
    kill: () => web?.kill(),
    elsewhere: () => seats.counts().open,
  });
  const web =
    webDoor &&
    service(WEB, {
      hears: (message) => pages.hears(message),
      up: (at) => {
        webPort = at;
        pages.up();
        sayWhoLives();
      },
      down: () => {
        pages.fell();
        sayWhoLives();
      },
      fd: webDoor.fd,
    });
  const sessions = createSessions({
    log,
    limits: plan,
    facts: () => births.facts(true, 'own'),
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
    limit: config['session.connections'],
    sessions: () => sessions,
    elsewhere: () => pages.counts().open,
    changed: () => {
      pages.elsewhereChanged();
    },
    byeLine: renderBye,
    fullLine: renderFull,
  });

  const state = (): TreeState => ({
    pid: process.pid,
    version: deps.version,
    startedAtMs,
    port: tcp,
    webPort,
    processes: [
      ...[librarian, player, control].map((each) => each.state()),
      ...sessions.states(),
      ...(web ? [{ ...web.state(), connections: pages.counts().open }] : []),
      listener.state(),
    ],
    seats: seats.counts(),
    pages: web && pages.counts(),
    needRestart,
  });
  const toAll = (message: Message): void => {
    for (const each of [librarian, player, control, web, listener]) each?.send(message);
    sessions.send(message);
  };

  return {
    start: async (beforeDoor) => {
      // Begun in this order and awaited together: a runtime takes its time to boot, and there are two cores at least.
      const catalogue = librarian.start().then(beforeDoor);
      const music = Promise.all([catalogue, player.start()]).then(() =>
        stageLooked.ask(() => {
          player.send({ kind: 'look' });
        }, PLAYER.readyMs),
      );
      await Promise.all([music, control.start(), sessions.start(), web?.start()]);
      await listener.start();
      return { tcp, web: webPort };
    },
    closeDoor: async (reason) => {
      goodbye = reason;
      seats.close(reason);
      sessions.freeze();
      // Ours first: what the web process still holds open it closes by itself.
      webDoor?.close();
      web?.freeze();
      pages.close(reason);
      await listener.stop({ kind: 'leave', reason });
      door.close();
    },
    writeEnd: (patienceMs) =>
      endWritten.ask(() => {
        control.send({ kind: 'end-party' });
      }, patienceMs),
    sayGoodbye: async (patienceMs) => {
      const [seated, paged] = await Promise.all([seats.end(patienceMs), pages.end(goodbye, patienceMs)]);
      return { told: seated.told + paged.told, untold: seated.untold + paged.untold };
    },
    stop: async (reason) => {
      const leave: Message = { kind: 'leave', reason };
      await web?.stop(leave);
      await sessions.stop(leave);
      await control.stop(leave);
      const playerClean = await player.stop(leave);
      await librarian.stop(leave);
      return { playerClean };
    },
    killAll: () => {
      sessions.freeze();
      for (const each of [listener, web, control, player, librarian]) each?.kill();
      for (const room of sessions.rooms) sessions.kill(room);
    },
    reload: (fresh, waiting) => {
      births.settings(fresh);
      needRestart = waiting;
      toAll({ kind: 'config-changed', config: fresh });
    },
    reopenLogs: () => {
      toAll({ kind: 'reopen-logs' });
    },
  };
}

const SEAT_TALK: ReadonlySet<Message['kind']> = new Set(['can-seat', 'speaks', 'gone', 'told']);
