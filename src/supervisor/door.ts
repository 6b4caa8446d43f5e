/**
 * The guests' port, and that of the pages. We bind it and keep it, the listener (the web process) inherits the descriptor and accepts: its death refuses nobody,
 * because the kernel's queue is ours. systemd's socket activation takes the same path with systemd's descriptor.
 */
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/schema.ts';
import { Cannot, systemCode } from './cannot.ts';

export interface Door {
  /** The descriptor that the listener inherits; null where Node cannot hold a bound socket (before 24.19): the listener binds. */
  readonly fd: number | null;
  close(): void;
}

const PATIENCE_MS = 3_000;
const RETRY_MS = 100;
/** The first descriptor that systemd passes (sd_listen_fds(3)). */
const FIRST_ACTIVATED_FD = 3;

/** What is opened, and which flags an operator changes who cannot have it. */
export interface DoorWanted {
  readonly host: string;
  readonly port: number;
  /** Which of the sockets that systemd may have passed it is, from 0. */
  readonly activated: number;
  readonly flags: { readonly host: string; readonly port: string };
}

/** Binds, waiting up to 3 s for a port that somebody is just leaving. Throws Cannot 78 when it stays taken. */
export async function openDoor(wanted: DoorWanted, env: NodeJS.ProcessEnv): Promise<Door> {
  const { host, port, activated, flags } = wanted;
  if (env['LISTEN_PID'] === String(process.pid) && Number(env['LISTEN_FDS']) > activated) {
    return { fd: FIRST_ACTIVATED_FD + activated, close: () => undefined };
  }
  const address = await numeric(host, flags.host);
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return 'BoundSocket' in net ? held(address, port) : await tried(address, port);
    } catch (error) {
      const why = systemCode(error);
      if (why !== 'EADDRINUSE')
        throw new Cannot(
          78,
          `cannot listen on ${host} port ${port} (${why}): choose another ${flags.host} or ${flags.port}`,
        );
      if (performance.now() > deadline) {
        throw new Cannot(
          78,
          `port ${port} is taken by another program: choose another ${flags.port} (0 takes a free one)`,
        );
      }
    }
    await pause(RETRY_MS);
  }
}

/** The pages' door; null when there are to be none. */
export async function openWebDoor(config: Config, env: NodeJS.ProcessEnv): Promise<Door | null> {
  const port = config['web.port'];
  if (port === 'off') return null;
  const host = config['web.host'] === '' ? config['tcp.host'] : config['web.host'];
  return openDoor({ host, port, activated: 1, flags: { host: 'web.host', port: '--web-port' } }, env);
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

async function numeric(host: string, flag: string): Promise<string> {
  if (net.isIP(host)) return host;
  try {
    return (await lookup(host)).address;
  } catch {
    throw new Cannot(78, `there is no address for "${host}": give ${flag} an address of this machine`);
  }
}
