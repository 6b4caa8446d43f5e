/** A real karaoked on a free port and a var of its own, for as long as a measurement lasts. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { lives, treeOf } from './tree.ts';
import { sharedClock } from './work.ts';

export interface StageWanted {
  readonly catalogue?: string;
  /** Settings by their environment names, without `KARAOKE_`. */
  readonly settings?: Readonly<Record<string, string | number>>;
  /** With the pages, on a free port; otherwise there is no web process. */
  readonly web?: boolean;
  /** Of an earlier start; kept. Without it, a new one that is removed at the end. */
  readonly varDir?: string;
}

export interface Stage extends AsyncDisposable {
  readonly port: number;
  /** NaN without `web`. */
  readonly webPort: number;
  readonly pid: number;
  readonly varDir: string;
  /** From its start to its `ready` line. */
  readonly readyMs: number;
  signal(signal: 'SIGINT' | 'SIGTERM'): void;
}

const ROOT = join(import.meta.dirname, '..');
const GONE_WITHIN_MS = 10_000;

export const newVar = (bench: Bench): string => mkdtempSync(join(bench.folder, 'v-'));

/** Starts karaoked and waits until it is ready. Throws what it complained of when it ends before that. */
export async function openStage(bench: Bench, wanted: StageWanted = {}): Promise<Stage> {
  const varDir = wanted.varDir ?? newVar(bench);
  const flags = ['--var', varDir, '--host', '127.0.0.1', '--port', '0', '--web-port', wanted.web ? '0' : 'off'];
  if (wanted.catalogue !== undefined) flags.push('--catalogue', wanted.catalogue);
  const settings = Object.entries(wanted.settings ?? {}).map(([name, value]) => [`KARAOKE_${name}`, String(value)]);
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, LANG: 'C.UTF-8', ...(Object.fromEntries(settings) as Record<string, string>) };
  const startedAt = sharedClock();
  const child = spawn(join(ROOT, 'bin/karaoked'), flags, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: bench.signal,
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints = (complaints + text).slice(-4_000)));
  child.on('error', () => undefined);
  const ended = once(child, 'close').catch(() => undefined);
  const ready = Promise.withResolvers<string>();
  createInterface(child.stdout).on('line', ready.resolve);
  void ended.then(() => {
    ready.reject(new Error(`karaoked ended before it was ready:\n${complaints}`));
  });
  const line = await ready.promise;
  const readyMs = sharedClock() - startedAt;
  const pid = Number(/pid=(\d+)/.exec(line)?.[1]);
  return {
    port: Number(/tcp=(\d+)/.exec(line)?.[1]),
    webPort: Number(/web=(\d+)/.exec(line)?.[1]),
    pid,
    varDir,
    readyMs,
    signal: (signal) => {
      process.kill(pid, signal);
    },
    [Symbol.asyncDispose]: async () => {
      const processes = treeOf(pid);
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
      await gone(processes);
      if (wanted.varDir === undefined) rmSync(varDir, { recursive: true, force: true });
    },
  };
}

/** The children of a supervisor that fell leave by themselves; none is left to disturb the next measurement. */
async function gone(pids: readonly number[]): Promise<void> {
  const deadline = performance.now() + GONE_WITHIN_MS;
  while (pids.some(lives)) {
    if (performance.now() > deadline) {
      for (const pid of pids.filter(lives)) process.kill(pid, 'SIGKILL');
      throw new Error(`processes of karaoked stayed behind and were killed: ${pids.join(' ')}`);
    }
    await pause(10);
  }
}
