/** One verb to karaoked and back: every way in which the way can fail becomes a refusal that says what to do. */
import { lstatSync } from 'node:fs';
import { createConnection } from 'node:net';
import { userInfo } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { refusal } from '../dj/refusal.ts';
import type { Refusal } from '../dj/refusal.ts';
import type { Done, Results } from '../dj/results.ts';
import type { CallEnd } from '../ipc/control_call.ts';
import { controlPath, controlPathProblem } from '../ipc/control_path.ts';
import { gone, livingDaemon } from './daemon.ts';
import type { Typed } from './program.ts';

export interface Calling extends Typed {
  readonly varDir: string;
  /** When the DJ said it, milliseconds since 1970. */
  readonly saidAtMs: number;
  /** Milliseconds; null for the default. */
  readonly timeoutMs: number | null;
  readonly progress: (body: unknown) => void;
  readonly event: (body: unknown) => void;
}

export type Reply = Done<Results[keyof Results]> | Refusal;

const TIMEOUT_MS = 5_000;
/** Saying goodbye to ten thousand guests takes longer than an answer. */
const STOP_MS = 20_000;
const RETRY_MS = 50;

export async function call(calling: Calling): Promise<Reply> {
  const problem = controlPathProblem(calling.varDir);
  if (problem !== null) return refusal('usage', problem);
  const timeoutMs = calling.timeoutMs ?? TIMEOUT_MS;
  const end = await reach(calling, timeoutMs);
  if (end.is !== 'answer') return notReached(end, calling, timeoutMs);
  const reply = readReply(end.body);
  if (calling.verb !== 'stop' || !reply.ok) return reply;
  const { pid } = reply.value as Results['stop'];
  if (await gone(pid, calling.timeoutMs ?? STOP_MS)) return reply;
  return refusal('timed-out', `karaoked (pid ${pid}) is still stopping; it goes on doing so. See: karaokectl status`);
}

/** Calls; while nobody listens but the daemon lives (control is being lifted after a fall), tries again. */
async function reach(calling: Calling, timeoutMs: number): Promise<CallEnd> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const end = await once(calling, timeoutMs);
    if (end.is !== 'not-running' || livingDaemon(calling.varDir) === null || performance.now() > until) return end;
    await pause(RETRY_MS);
  }
}

async function once({ verb, given, varDir, saidAtMs, progress, event }: Calling, timeoutMs: number): Promise<CallEnd> {
  const path = controlPath(varDir);
  const absent = cannotBe(path) ?? (livingDaemon(varDir) === null ? await refusedAt(path) : null);
  if (absent) return absent;
  // Loaded only here: node-ipc costs a tenth of a second that help, mistakes and a daemon that is not there need not pay.
  const { askControl } = await import('../ipc/control_call.ts');
  return askControl({ path, verb, args: given, who: whoAmI(), atMs: saidAtMs, timeoutMs, progress, event });
}

function cannotBe(path: string): CallEnd | null {
  try {
    lstatSync(path);
    return null;
  } catch (error) {
    const { code } = error as { code?: unknown };
    return code === 'EACCES' || code === 'EPERM' ? { is: 'denied' } : { is: 'not-running' };
  }
}

/** A socket outlives a killed daemon: connecting tells. null when somebody listens, or when the call itself will find out. */
function refusedAt(path: string): Promise<CallEnd | null> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(null);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code === 'ECONNREFUSED' ? { is: 'not-running' } : null);
    });
  });
}

function notReached(end: Exclude<CallEnd, { is: 'answer' }>, { varDir, verb }: Calling, timeoutMs: number): Refusal {
  switch (end.is) {
    case 'not-running':
      return livingDaemon(varDir) === null
        ? refusal('not-running', `No karaoked runs in ${varDir}. Start it: karaoked --var ${varDir}`)
        : refusal('degraded', `karaoked runs in ${varDir}, but its control process does not; its log says why.`);
    case 'denied':
      return refusal(
        'denied',
        `You are not the DJ of ${varDir}. Be the user that runs karaoked, or a member of its control.group.`,
      );
    case 'silent':
      return refusal(
        'timed-out',
        `karaoked was silent for ${timeoutMs / 1_000} s; it may still do it. Look: karaokectl status; wait longer: --timeout 30`,
      );
    case 'gone':
      return verb === 'watch'
        ? refusal('not-running', 'karaoked has left.')
        : refusal('timed-out', 'karaoked left before it answered; it may have done it. Look: karaokectl status');
    case 'failed':
      return refusal('failed', `Cannot talk to karaoked: ${end.why}. Try again.`);
  }
}

/** The daemon is ours, but perhaps of another day: what has not the form of an answer is named, not believed. */
function readReply(body: unknown): Reply {
  const ok = (body as { ok?: unknown } | null)?.ok;
  return typeof ok === 'boolean'
    ? (body as Reply)
    : refusal('failed', 'karaoked answered in a way this karaokectl does not know: use the one it came with.');
}

/** How this user is called, for the log of orders. */
export function whoAmI(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the password file, as in containers.
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
