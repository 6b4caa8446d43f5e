/**
 * The guests' port. We bind it and keep it, the listener inherits the descriptor and accepts: its death refuses nobody,
 * because the kernel's queue is ours. systemd's socket activation takes the same path with systemd's descriptor.
 */
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Cannot, systemCode } from './cannot.ts';

export interface Door {
  /** The descriptor that the listener inherits; null where Node cannot hold a bound socket (before 24.19): the listener binds. */
  readonly fd: number | null;
  close(): void;
}

const PATIENCE_MS = 3_000;
const RETRY_MS = 100;
/** The first descriptor that systemd passes (sd_listen_fds(3)). */
const ACTIVATED_FD = 3;

/** Binds, waiting up to 3 s for a port that somebody is just leaving. Throws Cannot 78 when it stays taken. */
export async function openDoor(host: string, port: number, env: NodeJS.ProcessEnv): Promise<Door> {
  if (env['LISTEN_PID'] === String(process.pid) && Number(env['LISTEN_FDS']) >= 1) {
    return { fd: ACTIVATED_FD, close: () => undefined };
  }
  const address = await numeric(host);
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return 'BoundSocket' in net ? held(address, port) : await tried(address, port);
    } catch (error) {
      const why = systemCode(error);
      if (why !== 'EADDRINUSE')
        throw new Cannot(78, `cannot listen on ${host} port ${port} (${why}): choose another --host or --port`);
      if (performance.now() > deadline) {
        throw new Cannot(78, `port ${port} is taken by another program: choose another --port (0 takes a free one)`);
      }
    }
    await pause(RETRY_MS);
  }
}

function held(host: string, port: number): Door {
  const bound = bind(host, port);
  return {
    fd: bound.fd(),
    close: () => {
      bound.close();
    },
  };
}

/** Without BoundSocket the listener binds by itself; here we only see that it will be able to. */
async function tried(host: string, port: number): Promise<Door> {
  const server = net.createServer().listen({ host, port });
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
  return { fd: null, close: () => undefined };
}

/** `::` is both families; a machine without IPv6 gets the other one. */
function bind(host: string, port: number): net.BoundSocket {
  try {
    return new net.BoundSocket({ host, port });
  } catch (error) {
    if (host === '::' && ['EAFNOSUPPORT', 'EADDRNOTAVAIL'].includes(systemCode(error)))
      return new net.BoundSocket({ host: '0.0.0.0', port });
    throw error;
  }
}

async function numeric(host: string): Promise<string> {
  if (net.isIP(host)) return host;
  try {
    return (await lookup(host)).address;
  } catch {
    throw new Cannot(78, `there is no address for "${host}": give --host an address of this machine`);
  }
}
