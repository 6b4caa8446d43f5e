/**
 * The listener: accepts on the guests' port and passes each socket up, nothing else.
 *
 * Hears: begin, leave. Tells: ready with its port, arrived with a socket. Sockets are accepted paused, so what a guest
 * says before the greeting stays in the kernel until a session reads it.
 * Ends: with `leave`, or with its host. The descriptor is the host's: while nobody accepts, guests wait in the kernel's queue.
 */
import net from 'node:net';
import { CannotRun, joinHost } from '../ipc/link.ts';
import type { ChildFacts } from '../ipc/messages.ts';

/** Where the host put the bound socket (child.ts). */
const DOOR_FD = 4;
const BACKLOG = 1024;

joinHost('listener', async (facts, host) => {
  let passing = 0;
  let leaving = false;
  const done = (): void => {
    if (leaving && passing === 0) process.exit(0);
  };
  const server = await listen(facts, (socket) => {
    passing += 1;
    socket.on('error', () => undefined);
    host.sendHandle({ kind: 'arrived' }, socket, (error) => {
      passing -= 1;
      if (error) socket.destroy();
      done();
    });
  });
  const leave = (): void => {
    leaving = true;
    server.close();
    done();
  };
  return {
    port: (server.address() as net.AddressInfo).port,
    handlers: { leave, 'config-changed': () => undefined, 'reopen-logs': () => undefined },
    orphaned: () => {
      server.close();
    },
  };
});

function listen(facts: ChildFacts, accept: (socket: net.Socket) => void): Promise<net.Server> {
  const { promise, resolve, reject } = Promise.withResolvers<net.Server>();
  const server = net.createServer({ pauseOnConnect: true, allowHalfOpen: true }, accept);
  server.once('error', (error) => {
    reject(new CannotRun(`cannot listen: ${error.message}`));
  });
  server.once('listening', () => {
    resolve(server);
  });
  const own = { host: facts.config['tcp.host'], port: facts.config['tcp.port'], backlog: BACKLOG };
  server.listen(facts.door === 'inherited' ? { fd: DOOR_FD, backlog: BACKLOG } : own);
  return promise;
}
