/** karaoked in the background, as `--daemon` leaves it: not our child any more, and gone at the end of its scope. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileShows } from './file.ts';
import { everyoneGone, launch } from './party.ts';
import type { PartyWanted } from './party.ts';

export interface Daemon extends AsyncDisposable {
  readonly port: number;
  readonly pid: number;
  /** The lines of its log file, parsed. */
  log(file?: string): Record<string, unknown>[];
  /** Resolves to the log when a line like this is in it. */
  logged(pattern: RegExp): Promise<string>;
}

/** Starts it in `varDir`, which stays. Rejects unless it says that it is ready. */
export async function startDaemon(varDir: string, wanted: PartyWanted = {}): Promise<Daemon> {
  const ran = await launch(varDir, { ...wanted, flags: ['--daemon', ...(wanted.flags ?? [])] }).ended;
  const ready = /^ready tcp=(\d+) (?:web=\d+ )?control=\S+ pid=(\d+)\n$/.exec(ran.stdout);
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
    logged: (pattern) => fileShows(join(varDir, 'log/karaoked.log'), pattern),
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
