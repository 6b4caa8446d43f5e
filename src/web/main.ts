/**
 * web: the guest page and the stage page, and guests' conversations over WebSocket.
 *
 * Hears: begin, say-bye, hints, leave. Tells: ready with its port, hints.
 * Looks at the database once a second too, so that a lost hint costs a second.
 * Ends: with `leave`; with its host, after telling its guests so. Falling, it takes its guests' connections along, and
 * their pages connect again by themselves: the descriptor is the host's, so nobody is refused meanwhile.
 */
import { createConversation } from '../guest/conversation.ts';
import { openNewsroom } from '../guest/newsroom.ts';
import { joinHost } from '../ipc/link.ts';
import type { ByeReason } from '../protocol/farewell.ts';
import { openStore } from '../store/sqlite/open.ts';
import { enterWorkplace } from '../workplace.ts';
import { openPages } from './http/pages.ts';
import { acceptSockets } from './sockets.ts';
import type { GuestSocket } from './sockets.ts';

const POLL_MS = 1_000;
/** Where the host put the bound socket (child.ts). */
const DOOR_FD = 4;

joinHost('web', async (facts, host) => {
  const workplace = enterWorkplace('web', facts, openStore);
  const { config, log, store } = workplace;
  const defect = (error: unknown): void => {
    log.error({ error: error instanceof Error ? error.stack : String(error) }, 'a bug in a conversation');
  };
  const later = (ms: number, run: () => void): void => {
    setTimeout(run, ms).unref();
  };
  const newsroom = await openNewsroom({ store, now: Date.now, later, defect });
  const sockets = new Set<GuestSocket>();
  let goodbye: ByeReason | null = null;

  const pages = await openPages({ config, log, store });
  acceptSockets(pages.server, {
    epoch: facts.epoch,
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
    connected: () => sockets.size,
    begun: (socket) => {
      sockets.add(socket);
      newsroom.join(socket.conversation);
      if (goodbye) socket.conversation.bye(goodbye);
    },
    gone: (socket) => {
      sockets.delete(socket);
      newsroom.leave(socket.conversation);
    },
  });
  const port = await pages.listen(
    facts.door === 'inherited' ? { fd: DOOR_FD } : { host: config()['web.host'], port: Number(config()['web.port']) },
  );
  setInterval(() => void newsroom.poll(), POLL_MS);

  const sayBye = (reason: ByeReason): void => {
    goodbye = reason;
    for (const socket of sockets) socket.conversation.bye(reason);
  };
  return {
    port,
    handlers: {
      ...workplace.handlers,
      'say-bye': ({ reason }) => {
        sayBye(reason);
      },
      hint: () => {
        void newsroom.look();
      },
      leave: () => {
        process.exit(0);
      },
    },
    orphaned: () => {
      sayBye('supervisor-lost');
    },
  };
});
