/** What the supervisor's parts are handed in tests. */
import { resolveConfig } from '../../../src/config/resolve.ts';
import type { Config } from '../../../src/config/schema.ts';
import type { ChildFacts, Message } from '../../../src/ipc/messages.ts';
import type { Log } from '../../../src/log.ts';
import type { SessionRoom, Sessions } from '../../../src/supervisor/sessions.ts';

export const CONFIG: Config = resolveConfig({ file: null, env: {}, flags: [] }).config;

export const factsOf = (epoch: number, first = true): ChildFacts => ({
  epoch,
  config: CONFIG,
  logFile: null,
  version: '0.0.0',
  door: 'inherited',
  first,
});

/** A log that keeps what it was told, a sentence each. */
export function keptLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const write = (_: unknown, text: string): void => {
    lines.push(text);
  };
  return {
    lines,
    debug: write,
    info: write,
    warn: write,
    error: write,
    reopen: () => undefined,
    setLevel: () => undefined,
    dropped: 0,
  };
}

/** A session process that only keeps what it was told. */
export interface FakeRoom extends SessionRoom {
  readonly said: Message[];
  /** The seats whose sockets were sent to it. */
  readonly seated: number[];
  /** The channel took the last socket. */
  takes(): void;
  readonly killed: string[];
}

export function fakeRoom(epoch: number, state: SessionRoom['state'] = 'ready'): FakeRoom {
  const said: Message[] = [];
  const seated: number[] = [];
  const killed: string[] = [];
  let sent: ((error: Error | null) => void) | null = null;
  return {
    epoch,
    state,
    connections: 0,
    said,
    seated,
    killed,
    takes: () => {
      sent?.(null);
      sent = null;
    },
    child: {
      name: 'session',
      epoch,
      pid: null,
      send: (message) => {
        said.push(message);
      },
      sendSocket: (message, _, done) => {
        if (message.kind === 'seat') seated.push(message.seat);
        sent = done;
      },
      kill: (signal) => {
        killed.push(signal);
      },
    },
  };
}

/** The pool as it is given; it neither grows nor shrinks. */
export const fakeSessions = (rooms: FakeRoom[]): Sessions => ({
  rooms,
  start: () => Promise.resolve(),
  balance: () => undefined,
  freeze: () => undefined,
  stop: () => Promise.resolve(),
  kill: (room) => {
    room.child.kill('SIGKILL');
  },
  send: (message) => {
    for (const room of rooms) room.child.send(message);
  },
  states: () => [],
});
