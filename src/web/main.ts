/**
 * web: the guest page and the stage page, and guests' conversations over WebSocket.
 *
 * Hears: elsewhere (how many came in over TCP), close-door, say-bye, hints, leave. Tells: ready with its port, pages, hints.
 * Looks at the database once a second too, so that a lost hint costs a second.
 * Ends: with `leave`; with its host, after telling its guests so. Falling, it takes its guests' connections along, and
 * their pages connect again by themselves: the descriptor is the host's, so nobody is refused meanwhile.
 */
import { LOADING } from '../config/loading.ts';
import { openRoom } from '../guest/room.ts';
import { CannotRun, joinHost } from '../ipc/link.ts';
import { openStore } from '../store/sqlite/open.ts';
import { enterWorkplace } from '../workplace.ts';
import type { Doorway } from './plain/visit.ts';
import { limitCrowd } from './http/crowd.ts';
import { openPages } from './http/pages.ts';
import { sayFirst } from './say_first.ts';
import { acceptSockets } from './sockets.ts';
import { createTally } from './tally.ts';

/** Where the host put the bound socket (child.ts). */
const DOOR_FD = 4;
/** After each change of the line every phone asks how it stands; waits are said in minutes. */
const KEEP_LINE_MS = 1_000;

joinHost('web', async (facts, host) => {
  const { config, log, store, handlers } = enterWorkplace('web', facts, (options) =>
    openStore({ ...options, keepLineMs: KEEP_LINE_MS }),
  );
  const most = config()['web.connections'];
  const tally = createTally(host);
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
  let elsewhere = 0;
  let lastSeat = 0;

  const seat = (): number => (lastSeat += 1);
  const { converse, left } = room;
  const recognise: Doorway['recognise'] = (asked) => store.recognise(asked);
  const door: Doorway = { epoch: facts.epoch, seat, converse, left, recognise };
  const pages = await openPages({ config, log, store, door }).catch((error: unknown) => {
    // They were there at the start: whoever builds them anew is not done yet, so it is worth trying again.
    throw error instanceof CannotRun && !facts.first ? new Error(error.message, { cause: error }) : error;
  });
  limitCrowd(pages.server, most + LOADING, () => performance.now());
  const cutOffs = sayFirst(() => performance.now());
  acceptSockets(pages.server, {
    url: () => config()['web.url'],
    hasRoom: () => room.size < most,
    refused: () => {
      tally.refused();
    },
    foreign: (code, remote) => {
      const times = cutOffs(`${remote} ${code}`);
      if (times !== null) log.info({ code, remote, times }, 'a page sent what is no line and was cut off');
      tally.foreign();
    },
    seat: (wire, remote) => {
      const page = tally.came();
      const connected = elsewhere + room.size + 1;
      room.seat({ wire, seat: seat(), remote, connected, speaks: () => undefined, ...page });
    },
  });
  const port = await pages.listen(
    facts.door === 'inherited' ? { fd: DOOR_FD } : { host: config()['web.host'], port: Number(config()['web.port']) },
  );

  return {
    port,
    handlers: {
      ...handlers,
      elsewhere: ({ connected }) => {
        elsewhere = connected;
      },
      'close-door': ({ reason }) => {
        pages.server.close();
        room.close(reason);
        tally.closing();
      },
      'say-bye': ({ reason }) => {
        room.sayBye(reason);
        tally.parting();
      },
      hint: () => {
        room.look();
      },
      leave: ({ reason }) => {
        // For whoever sat down before the host knew that we are up; who has heard it hears no second one.
        room.sayBye(reason);
        void room.flush().finally(() => process.exit(0));
      },
    },
    orphaned: async () => {
      pages.server.close();
      room.sayBye('supervisor-lost');
      await room.heard();
      await room.flush();
    },
  };
});
