/** A program that a test runs: what it said, and how it ended. */
import { spawn } from 'node:child_process';
import type { ChildProcess, ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<Ran>;
  /** Resolves to the first line of stdout that matches; rejects when the program ends without it. */
  said(pattern: RegExp): Promise<string>;
  /** Resolves to what `look` finds, asked whenever stderr goes on; rejects when the program ends first. */
  logged<T>(look: () => T | undefined): Promise<T>;
}

/** Nothing of jest's own environment reaches the program. */
export function plainEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG = 'C.UTF-8' } = process.env;
  return { PATH, HOME, LANG, ...more };
}

/** `inherited` are descriptors of ours that it gets as its fd 3 and so on. */
export function runProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd = ROOT,
  inherited: readonly number[] = [],
): Running {
  // The types know streams only for exactly three descriptors.
  const child = spawn(command, args, {
    env,
    cwd,
    stdio: ['pipe', 'pipe', 'pipe', ...inherited],
  }) as ChildProcessWithoutNullStreams;
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  const wake = (): void => {
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    wake();
  });
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([code, signal]: unknown[]): Ran => {
    wake();
    return { code: code as number | null, signal: signal as string | null, stdout, stderr };
  });
  /** Asks `look` at each piece of output until it finds something. */
  const found = async <T>(what: string, look: () => T | undefined): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const listener = (): void => {
      const seen = look();
      if (seen !== undefined) resolve(seen);
    };
    listeners.add(listener);
    listener();
    void ended.then((ran) => {
      const how = `ended (code ${String(ran.code)}, signal ${String(ran.signal)})`;
      reject(new Error(`${how} without ${what}:\n${stdout}\n${stderr}`));
    });
    return promise.finally(() => listeners.delete(listener));
  };
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    said: (pattern) => found(`saying ${String(pattern)}`, () => stdout.split('\n').find((each) => pattern.test(each))),
    logged: (look) => found('logging what was expected', look),
  };
}

/** Runs to the end. */
export function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = plainEnvironment(),
  input = '',
): Promise<Ran> {
  const running = runProgram(command, args, env);
  running.child.stdin?.end(input);
  return running.ended;
}
