/**
 * A session: guests' conversations over TCP; one of its own while there is room in the house, shared beyond.
 *
 * Hears: offer, seat (with a socket), say-bye, hints, leave. Tells: ready, can-seat, speaks, told, gone, hints.
 * Looks at the database once a second too, so that a lost hint costs a second. Imports stay few: there are up to 36 of us.
 * Ends: with `leave`; with its host, after telling its guests so. Falling, it takes only its own guests along, and the host
 * tells them through the spare copies.
 */
import { Socket } from 'node:net';
import { openRoom } from '../guest/room.ts';
import { joinHost } from '../ipc/link.ts';
import { openStore } from '../store/sqlite/open.ts';
import { enterWorkplace } from '../workplace.ts';
import { createOutbox } from './outbox.ts';
import { tcpWire } from './tcp_wire.ts';

joinHost('session', async (facts, host) => {
  const { config, log, store, handlers } = enterWorkplace('session', facts, openStore);
  const outbox = createOutbox(host);
  const room = await openRoom({
    store,
    log,
    epoch: facts.epoch,
    version: facts.version,
    hint: (about) => {
      host.hint(about);
    },
    idleMs: () => config()['session.idleSeconds'] * 1000,
  });
  return {
    handlers: {
      ...handlers,
      offer: ({ seat }) => {
        host.send({ kind: 'can-seat', seat });
      },
      seat: ({ seat, remote, connected }, socket) => {
        // Gone while it was handed over: then the message comes without its socket.
        if (!(socket instanceof Socket)) {
          outbox.gone(seat);
          return;
        }
        room.seat({
          wire: tcpWire(socket),
          seat,
          remote,
          connected,
          speaks: (speech) => {
            host.send({ kind: 'speaks', seat, speech });
          },
          told: () => {
            outbox.told(seat);
          },
          gone: () => {
            outbox.gone(seat);
          },
        });
      },
      'say-bye': ({ reason }) => {
        room.sayBye(reason);
      },
      hint: () => {
        room.look();
      },
      leave: () => {
        void room.flush().finally(() => process.exit(0));
      },
    },
    orphaned: async () => {
      room.sayBye('supervisor-lost');
      await room.heard();
      await room.flush();
    },
  };
});
