/** The worker's end: its job is its argument, what it says are messages, and it leaves with the bench. */
import type { WorkerName, Workers } from './workers.ts';

/** Runs `run` as the worker of this name; whatever goes wrong is shown and ends the process. */
export async function work<N extends WorkerName>(
  _name: N,
  run: (job: Workers[N]['job'], say: (said: Workers[N]['says']) => void) => Promise<void>,
): Promise<void> {
  process.once('disconnect', () => process.exit(1));
  await run(JSON.parse(process.argv[2] ?? 'null') as Workers[N]['job'], (said) => process.send?.(said));
}

/** Milliseconds on a clock that all processes of a machine share, unlike performance.now(). */
export const sharedClock = (): number => Number(process.hrtime.bigint()) / 1e6;
