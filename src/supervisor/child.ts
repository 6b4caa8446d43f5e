/** One forked child: what it takes to start it, to talk to it, and to learn how it ended. Decides nothing. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { ChildFacts, Message } from '../ipc/messages.ts';
import type { ChildName, ChildSpec } from './children.ts';
import { watchOver } from './watch_over.ts';

export interface Child {
  readonly name: ChildName;
  readonly epoch: number;
  readonly pid: number | null;
  send(message: Message): void;
  /**
   * Sends a socket along, keeping our own copy open. `sent` says that the channel took it, which is no acknowledgement
   * (it is called too when the child died with the message unread).
   */
  sendSocket(message: Message, socket: Socket, sent: (error: Error | null) => void): void;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
}

/** How a child ended, as node:child_process tells it. */
export interface End {
  readonly code: number | null;
  readonly signal: string | null;
}

export interface ChildEvents {
  message(raw: unknown, handle: unknown): void;
  /** The only reliable sign of death: 'disconnect' may never come while a handle is under way (nodejs/node#19433). */
  exit(end: End): void;
  /** It lives and has not answered for half a minute. */
  silent(): void;
}

/** link.ts gives back what starting up left behind. */
const NODE_FLAGS = ['--expose-gc'];
/** glibc keeps an arena of memory for each thread that ever allocated; V8 has several, we have dozens of processes: 1.4 MB each. */
const ONE_ARENA = { MALLOC_ARENA_MAX: '1' };
const NOT_INHERITED = ['NODE_OPTIONS', 'LISTEN_FDS', 'LISTEN_PID', 'LISTEN_FDNAMES'];

/**
 * Forks a child in a process group of its own, so that Ctrl-C in our terminal reaches only us, with the listening
 * descriptor as its fd 4 when there is one. Nothing of our debugger flags or secrets is inherited.
 */
export function forkChild(spec: ChildSpec, facts: ChildFacts, listenFd: number | null, events: ChildEvents): Child {
  const env: NodeJS.ProcessEnv = { ...ONE_ARENA, ...process.env };
  for (const name of NOT_INHERITED) Reflect.deleteProperty(env, name);
  const stdio: ('ignore' | 'inherit' | 'ipc' | number)[] = ['ignore', 'ignore', 'inherit', 'ipc'];
  if (listenFd !== null) stdio.push(listenFd);
  const child = fork(fileURLToPath(spec.main), [], { detached: true, execArgv: NODE_FLAGS, env, stdio });
  let ended = false;
  const end = (code: number | null, signal: string | null): void => {
    if (ended) return;
    ended = true;
    watch.over();
    events.exit({ code, signal });
  };
  child.on('message', (raw: unknown, handle) => {
    if ((raw as Message | null)?.kind === 'here') {
      watch.answered();
      return;
    }
    // Whatever it says that is no message is foreign to every receiver, and must not trip one.
    events.message(typeof raw === 'object' && raw !== null ? raw : { kind: `no message but ${String(raw)}` }, handle);
  });
  child.on('exit', end);
  // A fork that failed (EAGAIN, ENOMEM) says 'error' and never 'exit'; a failed send says 'error' on a child that lives.
  child.on('error', () => {
    if (child.pid === undefined) end(null, null);
  });
  const ours = link(spec.name, facts.epoch, child);
  const watch = watchOver({
    ask: () => {
      ours.send({ kind: 'are-you-there' });
    },
    silent: () => {
      events.silent();
    },
  });
  ours.send({ kind: 'begin', child: facts });
  return ours;
}

function link(name: ChildName, epoch: number, child: ChildProcess): Child {
  const ignore = (): void => undefined;
  return {
    name,
    epoch,
    pid: child.pid ?? null,
    send: (message) => {
      if (child.connected) child.send(message, ignore);
    },
    sendSocket: (message, socket, sent) => {
      if (!child.connected) sent(new Error(`${name} is gone`));
      else child.send(message, socket, { keepOpen: true }, sent);
    },
    kill: (signal) => {
      child.kill(signal);
    },
  };
}
