/** karaoked in the background, as `--daemon` leaves it: not our child any more, and gone at the end of its scope. */
import { readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { everyoneGone, launch } from './party.ts';
import type { PartyWanted } from './party.ts';

export interface Daemon extends AsyncDisposable {
  readonly port: number;
  readonly pid: number;
  /** The lines of its log file, parsed. */
  log(file?: string): Record<string, unknown>[];
  /** Resolves when a line like this is in its log file; rejects when none came in 20 s. */
  logged(pattern: RegExp): Promise<void>;
}

const DEADLINE_MS = 20_000;

/** Starts it in `varDir`, which stays. Rejects unless it says that it is ready. */
export async function startDaemon(varDir: string, wanted: PartyWanted = {}): Promise<Daemon> {
  const ran = await launch(varDir, { ...wanted, flags: ['--daemon', ...(wanted.flags ?? [])] }).ended;
  const ready = /^ready tcp=(\d+) control=\S+ pid=(\d+)\n$/.exec(ran.stdout);
  if (ran.code !== 0 || !ready) throw new Error(`no daemon: ${JSON.stringify(ran)}`);
  const pid = Number(ready[2]);
  return {
    port: Number(ready[1]),
    pid,
    log: (file = join(varDir, 'log/karaoked.log')) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    logged: (pattern) => lineIn(join(varDir, 'log'), 'karaoked.log', pattern),
    [Symbol.asyncDispose]: async () => {
      try {
        process.kill(pid, 'SIGTERM');
      } catch (error) {
        // Stopped by the test itself.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
      await everyoneGone(varDir);
    },
  };
}

/** Looks whenever something changes in the folder, so also when the file is made anew. */
async function lineIn(folder: string, name: string, pattern: RegExp): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<null>();
  const read = (): string => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return '';
    }
  };
  const look = (): void => {
    if (
      read()
        .split('\n')
        .some((line) => pattern.test(line))
    )
      resolve(null);
  };
  const watcher = watch(folder, look);
  const deadline = setTimeout(() => {
    reject(new Error(`${name} has no line like ${String(pattern)}:\n${read()}`));
  }, DEADLINE_MS);
  look();
  try {
    await promise;
  } finally {
    clearTimeout(deadline);
    watcher.close();
  }
}
