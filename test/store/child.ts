/** A tiny program of test/children, as a process of its own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Child extends AsyncDisposable {
  readonly process: ChildProcess;
  /** Lines of its stdout so far. */
  readonly lines: readonly string[];
  /** Resolves when `count` lines are there, or its stdout has ended. */
  says(count: number): Promise<void>;
  /** Resolves to its exit code, null when it was killed; its stdout is read to the end then. */
  ended(): Promise<number | null>;
}

export function child(name: string, ...args: readonly string[]): Child {
  const program = new URL(`../children/${name}.ts`, import.meta.url).pathname;
  // Jest's own flags and environment are none of its business.
  const process_ = spawn(process.execPath, [program, ...args], { env: {}, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: process_.stdout });
  const over = Promise.all([once(process_, 'exit'), once(reader, 'close')]);
  reader.on('line', (line) => lines.push(line));
  return {
    process: process_,
    lines,
    says: async (count) => {
      while (lines.length < count && process_.stdout.readable) await Promise.race([once(reader, 'line'), over]);
    },
    ended: async () => {
      await over;
      return process_.exitCode;
    },
    [Symbol.asyncDispose]: async () => {
      process_.kill('SIGKILL');
      await over;
    },
  };
}
