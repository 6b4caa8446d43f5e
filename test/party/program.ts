/** A program that a test runs: what it said, and how it ended. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
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
}

/** Nothing of jest's own environment reaches the program. */
export function plainEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG = 'C.UTF-8' } = process.env;
  return { PATH, HOME, LANG, ...more };
}

export function runProgram(command: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd = ROOT): Running {
  const child = spawn(command, args, { env, cwd, stdio: ['pipe', 'pipe', 'pipe'] });
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
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    said: (pattern) => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const look = (): void => {
        const line = stdout.split('\n').find((each) => pattern.test(each));
        if (line !== undefined) resolve(line);
      };
      listeners.add(look);
      look();
      void ended.then((ran) => {
        reject(
          new Error(
            `ended (code ${String(ran.code)}, signal ${String(ran.signal)}) without saying ${String(pattern)}:\n${stdout}\n${stderr}`,
          ),
        );
      });
      return promise.finally(() => listeners.delete(look));
    },
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
