/**
 * A child's end of its fork channel. Every program but the supervisor begins with `joinHost`: it shields the process from
 * the terminal's Ctrl-C, waits for `begin`, says `ready` when the program has opened what it needs, and sees to it that
 * an orphan leaves, and that the host hears that somebody is there.
 */
import { dispatch } from './messages.ts';
import type { ChildFacts, Handlers, Kind, Message, Subject } from './messages.ts';

/** How a process says that trying again will not help; the supervisor does not restart it. */
const EXIT_CANNOT_RUN = 78;

/** Thrown by a program that cannot run here whatever is tried; the message says what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** The way up. Sending to a host that is gone does nothing: `orphaned` is already on its way. */
export interface HostLink {
  send(message: Message): void;
  /** A socket goes with it. `sent` is called when the channel has taken it, which is no acknowledgement. */
  sendHandle(message: Message, handle: import('node:net').Socket, sent: (error: Error | null) => void): void;
  hint(about: Subject): void;
}

/** What a program is, once it has opened what it needs. */
export interface Program<K extends Kind> {
  readonly handlers: Handlers<K>;
  /** The port it listens on, for a listener. */
  readonly port?: number;
  /** The host is gone: say goodbye. The process ends when this resolves, or after 1.5 s. */
  orphaned(): Promise<void> | void;
}

const ORPHAN_MS = 1_500;
const SETTLED_MS = 3_000;

/** Runs a child program. `open` gets what the host says at birth; rejecting ends the process (code 78 for CannotRun). */
export function joinHost<K extends Kind>(
  role: string,
  open: (facts: ChildFacts, host: HostLink) => Promise<Program<K>>,
  complain: (error: unknown) => void = (error) => process.stderr.write(`karaoked ${role}: ${describe(error)}\n`),
): void {
  let program: Program<K> | null = null;
  let begun = false;
  const waiting: { raw: unknown; handle: unknown }[] = [];
  const fail = (error: unknown): void => {
    complain(error);
    process.exit(error instanceof CannotRun ? EXIT_CANNOT_RUN : 1);
  };
  // Ctrl-C reaches the foreground group; only the supervisor acts on it. TERM comes by message (`leave`) or as KILL.
  process.on('SIGINT', () => undefined);
  process.on('SIGHUP', () => undefined);
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), ORPHAN_MS).unref();
    void (async () => {
      await program?.orphaned();
      process.exit(0);
    })();
  });
  const host = hostLink();
  const serve = (raw: unknown, handle: unknown): void => {
    if (program) dispatch('host', program.handlers, raw, handle);
    else waiting.push({ raw, handle });
  };
  process.on('message', (raw, handle) => {
    const message = raw as Message;
    if (message.kind === 'are-you-there') {
      host.send({ kind: 'here' });
      return;
    }
    if (begun || message.kind !== 'begin') {
      serve(raw, handle);
      return;
    }
    begun = true;
    open(message.child, host).then((opened) => {
      program = opened;
      for (const { raw: early, handle: earlyHandle } of waiting.splice(0)) serve(early, earlyHandle);
      host.send({ kind: 'ready', port: opened.port ?? null });
      setTimeout(giveBackMemory, SETTLED_MS).unref();
    }, fail);
  });
}

/**
 * Loading modules leaves 3 MB of garbage that V8 would keep for good in a process as small as ours, and there are up to 40 of
 * them. Well after `ready`, because it costs 35 ms of CPU when a whole tree is starting; nothing where --expose-gc was not given.
 */
function giveBackMemory(): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

function hostLink(): HostLink {
  const ignore = (): void => undefined;
  const send = (message: Message): void => {
    // The callback turns "channel closed" into nothing instead of an 'error' event that would end us before goodbye.
    if (process.connected) process.send?.(message, undefined, {}, ignore);
  };
  return {
    send,
    sendHandle: (message, handle, sent) => {
      if (process.connected) process.send?.(message, handle, {}, sent);
      else sent(new Error('the host is gone'));
    },
    hint: (about) => {
      send({ kind: 'hint', about });
    },
  };
}

function describe(error: unknown): string {
  if (error instanceof CannotRun) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
