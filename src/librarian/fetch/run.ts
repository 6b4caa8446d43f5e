/**
 * One run of the fetch command: no shell, a process group of its own, a limit of time. When its program has ended, however it
 * did, whatever is left of the group is ended too: nobody writes into the folder any more.
 */
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import type { FetchProcess } from '../../store/fetch.ts';
import type { Invocation } from './command.ts';
import { endStrays, markOf, signalGroup } from './processes.ts';
import { listen } from './said.ts';

export type RunEnd = { readonly complaint: string | null } & (
  | { readonly is: 'exited'; readonly code: number }
  | { readonly is: 'killed'; readonly signal: string }
  | { readonly is: 'too-slow' }
  | { readonly is: 'stopped' }
  | { readonly is: 'not-started'; readonly why: string }
);

export interface Run {
  /** null: it did not start. */
  readonly process: FetchProcess | null;
  readonly ended: Promise<RunEnd>;
  /** SIGTERM to the whole group, SIGKILL after `graceMs`. */
  stop(graceMs: number): void;
}

export interface RunHands {
  /** A line that it said. */
  readonly heard: (line: string) => void;
  /** At its end: lines beyond those, when there were any. */
  readonly unheard: (lines: number) => void;
}

/** Between SIGTERM and SIGKILL to a program that took too long. */
const GRACE_MS = 5_000;
/** Who has left the group may hold the pipes open; what they say after the program's end is not waited for any longer. */
const LAST_WORDS_MS = 500;
/** A download has all evening, the music has not. */
const NICE = constants.priority.PRIORITY_BELOW_NORMAL;

/** `folder` is where it starts and where its files belong. */
export function startRun(invocation: Invocation, folder: string, timeoutMs: number, hands: RunHands): Run {
  const { program, args, env } = invocation;
  const child = spawn(program, args, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  // Where no descriptor is left there are not even streams.
  const said = child.pid === undefined ? SILENT : hear(child, hands);
  const { promise, resolve } = Promise.withResolvers<RunEnd>();
  let cut: 'too-slow' | 'stopped' | null = null;
  const timers: NodeJS.Timeout[] = [];
  const stop = (why: 'too-slow' | 'stopped', graceMs: number): void => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    cut ??= why;
    signalGroup(child.pid, 'SIGTERM');
    timers.push(setTimeout(signalGroup, graceMs, child.pid, 'SIGKILL'));
  };
  const over = (end: () => RunEnd): void => {
    for (const timer of timers) clearTimeout(timer);
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    // Whoever left the group after a good end may have been meant to (a service that was started); after a cut nobody was.
    void Promise.all([said.ended(), cut === null ? null : endStrays(folder)]).then(() => {
      resolve(end());
    });
  };
  timers.push(setTimeout(stop, timeoutMs, 'too-slow', GRACE_MS));
  child.once('error', (error) => {
    if (child.pid === undefined) over(() => ({ is: 'not-started', why: error.message, complaint: null }));
  });
  child.once('exit', (code, signal) => {
    over(() => {
      const complaint = said.complaint();
      if (cut !== null) return { is: cut, complaint };
      return code === null ? { is: 'killed', signal: String(signal), complaint } : { is: 'exited', code, complaint };
    });
  });
  return {
    process: child.pid === undefined ? null : identified(child.pid),
    ended: promise,
    stop: (graceMs) => {
      stop('stopped', graceMs);
    },
  };
}

function identified(pid: number): FetchProcess {
  try {
    setPriority(pid, NICE);
  } catch (error) {
    // It has ended already, which its end will say.
    if ((error as { info?: { code?: string } }).info?.code !== 'ESRCH') throw error;
  }
  return { pid, mark: markOf(pid) };
}

interface Hearing {
  complaint(): string | null;
  /** Both streams have ended, or are not waited for any longer. */
  ended(): Promise<void>;
}

/** Of a program that did not start. */
const SILENT: Hearing = { complaint: () => null, ended: () => Promise.resolve() };

function hear(child: ChildProcessByStdio<null, Readable, Readable>, { heard, unheard }: RunHands): Hearing {
  const said = listen();
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (bytes: Buffer) => {
      for (const line of said.hears(stream, bytes)) heard(line);
    });
  }
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  return {
    complaint: () => said.lastComplaint,
    ended: async () => {
      const patience = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, LAST_WORDS_MS);
      await closed;
      clearTimeout(patience);
      for (const line of said.ends()) heard(line);
      if (said.unheard > 0) unheard(said.unheard);
    },
  };
}
