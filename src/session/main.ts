/**
 * A session: guests' conversations over TCP; one of its own while there is room in the house, shared beyond.
 *
 * Hears: offer, seat (with a socket), say-bye, hints, leave. Tells: ready, can-seat, speaks, told, gone, hints.
 * Looks at the database once a second too, so that a lost hint costs a second. Imports stay few: there are up to 36 of us.
 * Ends: with `leave`; with its host, after telling its guests so. Falling, it takes only its own guests along, and the host
 * tells them through the spare copies.
 */
import { Socket } from 'node:net';
import { createConversation } from '../guest/conversation.ts';
import { openNewsroom } from '../guest/newsroom.ts';
import { joinHost } from '../ipc/link.ts';
import type { ByeReason } from '../protocol/farewell.ts';
import { openStore } from '../store/sqlite/open.ts';
import { enterWorkplace } from '../workplace.ts';
import { openConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import { createOutbox } from './outbox.ts';
import { createPresence } from './presence.ts';

const POLL_MS = 1_000;
const clock = (): number => performance.now();

joinHost('session', async (facts, host) => {
  const workplace = enterWorkplace('session', facts, openStore);
  const { config, log, store } = workplace;
  const defect = (error: unknown): void => {
    log.error({ error: error instanceof Error ? error.stack : String(error) }, 'a bug in a conversation');
  };
  const later = (ms: number, run: () => void): void => {
    setTimeout(run, ms).unref();
  };
  const newsroom = await openNewsroom({ store, now: Date.now, later, defect });
  const presence = createPresence(store, facts.epoch, Date.now, (error) => {
    log.warn({ error: String(error) }, 'who is connected could not be written yet');
  });
  const outbox = createOutbox(host);
  const connections = new Map<number, Connection>();
  let goodbye: ByeReason | null = null;

  const seat = (id: number, remote: string, connected: number, socket: Socket): void => {
    const connection = openConnection({
      socket,
      epoch: facts.epoch,
      seat: id,
      remote,
      connected,
      clock,
      converse: (carrier) =>
        createConversation({
          store,
          carrier,
          hint: (about) => {
            host.hint(about);
            void newsroom.look();
          },
          defect,
          now: Date.now,
          version: facts.version,
        }),
      speaks: (speech) => {
        host.send({ kind: 'speaks', seat: id, speech });
      },
      told: () => {
        outbox.told(id);
      },
      begun: (begun) => {
        newsroom.join(begun.conversation);
        if (goodbye) begun.bye(goodbye);
      },
      gone: (over) => {
        connections.delete(id);
        newsroom.leave(over.conversation);
        presence.closed(id);
        outbox.gone(id);
      },
    });
    connections.set(id, connection);
    presence.opened(id, remote);
  };
  const sayBye = (reason: ByeReason): void => {
    goodbye = reason;
    for (const connection of connections.values()) connection.bye(reason);
  };

  setInterval(() => {
    for (const connection of connections.values()) connection.check(clock(), config()['session.idleSeconds'] * 1000);
    void newsroom.poll();
  }, POLL_MS);

  return {
    handlers: {
      ...workplace.handlers,
      offer: ({ seat: id }) => {
        host.send({ kind: 'can-seat', seat: id });
      },
      seat: ({ seat: id, remote, connected }, socket) => {
        // Gone while it was handed over: then the message comes without its socket.
        if (socket instanceof Socket) seat(id, remote, connected, socket);
        else outbox.gone(id);
      },
      'say-bye': ({ reason }) => {
        sayBye(reason);
      },
      hint: () => {
        void newsroom.look();
      },
      leave: () => {
        void presence.flush().finally(() => process.exit(0));
      },
    },
    orphaned: async () => {
      sayBye('supervisor-lost');
      await Promise.all([...connections.values()].map((connection) => connection.heard()));
      await presence.flush();
    },
  };
});
