/**
 * A load generator or a baseline in a process of its own: a client that shares our loop with something else would measure
 * itself. This is the bench's end; work.ts is the worker's.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { WorkerName, Workers } from './workers.ts';

export interface Worker<N extends WorkerName> extends AsyncDisposable {
  readonly pid: number;
  /** The next thing it says. Rejects when it ends without a word. */
  hears(): Promise<Workers[N]['says']>;
}

export function startWorker<N extends WorkerName>(name: N, job: Workers[N]['job'], signal: AbortSignal): Worker<N> {
  const child = fork(join(import.meta.dirname, 'workers', `${name}.ts`), [JSON.stringify(job)], { signal });
  const heard: unknown[] = [];
  let wake = (): void => undefined;
  let ended = false;
  const exited = once(child, 'exit').catch(() => undefined);
  child.on('error', () => undefined);
  child.on('message', (message) => {
    heard.push(message);
    wake();
  });
  void exited.then(() => {
    ended = true;
    wake();
  });
  return {
    pid: child.pid ?? 0,
    hears: async () => {
      for (;;) {
        if (heard.length > 0) return heard.shift() as Workers[N]['says'];
        if (ended) throw new Error(`The worker ${name} ended without a result`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    [Symbol.asyncDispose]: async () => {
      if (!ended) child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Runs a worker that says one thing. */
export async function resultOf<N extends WorkerName>(
  name: N,
  job: Workers[N]['job'],
  signal: AbortSignal,
): Promise<Workers[N]['says']> {
  await using worker = startWorker(name, job, signal);
  return await worker.hears();
}
