/**
 * The conversations of one process, whatever they go over: each hears the newsroom, its presence is written down, and at the
 * end all hear the same goodbye. The clock and the database are looked at once a second, so that a lost hint costs a second.
 */
import type { Subject } from '../ipc/messages.ts';
import type { Log } from '../log.ts';
import type { ByeReason } from '../protocol/farewell.ts';
import type { Guest, GuestStore } from '../store/guests.ts';
import type { NewsStore } from '../store/news.ts';
import { openConnection } from './connection.ts';
import type { Connection, ConnectionDeps } from './connection.ts';
import type { Carrier } from './carrier.ts';
import { createConversation } from './conversation.ts';
import type { Conversation } from './conversation.ts';
import { openNewsroom } from './newsroom.ts';
import { createPresence } from './presence.ts';

export interface RoomDeps {
  readonly store: GuestStore & NewsStore;
  readonly log: Log;
  /** Of the process. */
  readonly epoch: number;
  /** Of karaoked, as `0.1.0`. */
  readonly version: string;
  /** Something was committed: the host should know. */
  readonly hint: (about: Subject) => void;
  /** How long a connection may say nothing at all. */
  readonly idleMs: () => number;
}

/** Somebody who comes in. */
interface Newcomer extends Pick<ConnectionDeps, 'wire' | 'remote' | 'connected' | 'speaks' | 'told'> {
  /** Unique in this process. */
  readonly seat: number;
  readonly gone: () => void;
}

export interface Room {
  seat(newcomer: Newcomer): void;
  /** A conversation that hears no news: it lasts no longer than one request for a page. `guest`: who was recognised. */
  readonly converse: (carrier: Carrier, guest?: Guest | null) => Conversation;
  /** Such a conversation is over, and whoever said HELLO at this seat has left. */
  readonly left: (seat: number) => void;
  /** How many connections there are. */
  readonly size: number;
  /** Call it at every hint of another process. */
  look(): void;
  /** Whoever comes in from now on hears this right after the greeting; everybody else with `sayBye`. */
  close(reason: ByeReason): void;
  /** Everybody hears it, once, and is closed. Closes the room too. */
  sayBye(reason: ByeReason): void;
  /** Resolves when nobody has to hear anything any more. */
  heard(): Promise<void>;
  /** Writes down who is here. Never rejects. */
  flush(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;

/** Rejects when the store cannot be read. */
export async function openRoom(deps: RoomDeps): Promise<Room> {
  const { store, log, epoch } = deps;
  const clock = (): number => performance.now();
  const defect = (error: unknown): void => {
    log.error({ error: error instanceof Error ? error.stack : String(error) }, 'a bug in a conversation');
  };
  const later = (ms: number, run: () => void): void => {
    setTimeout(run, ms).unref();
  };
  const newsroom = await openNewsroom({ store, now: Date.now, later, defect });
  const presence = createPresence(store, epoch, Date.now, (error) => {
    log.warn({ error: String(error) }, 'who is connected could not be written yet');
  });
  const connections = new Set<Connection>();
  let goodbye: ByeReason | null = null;
  const hint = (about: Subject): void => {
    deps.hint(about);
    void newsroom.look();
  };
  setInterval(() => {
    for (const connection of connections) connection.check(clock(), deps.idleMs());
    void newsroom.poll();
  }, LOOK_EVERY_MS);

  const converse = (carrier: Carrier, guest: Guest | null = null): Conversation =>
    createConversation({ store, carrier, guest, hint, defect, now: Date.now, version: deps.version });

  return {
    converse,
    left: (seat) => {
      presence.closed(seat);
    },
    seat: ({ seat, gone, ...newcomer }) => {
      const connection = openConnection({
        ...newcomer,
        id: { epoch, seat },
        clock,
        converse,
        begun: ({ conversation }) => {
          newsroom.join(conversation);
          if (goodbye) conversation.bye(goodbye);
        },
        gone: (over) => {
          connections.delete(over);
          newsroom.leave(over.conversation);
          presence.closed(seat);
          gone();
        },
      });
      connections.add(connection);
      presence.opened(seat, newcomer.remote);
    },
    get size() {
      return connections.size;
    },
    look: () => {
      void newsroom.look();
    },
    close: (reason) => {
      goodbye = reason;
    },
    sayBye: (reason) => {
      goodbye = reason;
      for (const { conversation } of connections) conversation.bye(reason);
    },
    heard: async () => {
      await Promise.all([...connections].map((connection) => connection.heard()));
    },
    flush: () => presence.flush(),
  };
}
