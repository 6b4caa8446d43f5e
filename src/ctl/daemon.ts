/** What can be known about the karaoked of a var directory without talking to it. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * The pid of a karaoked that lives though its socket is silent (it starts, or control is being lifted); null when none is
 * known to. The pid file alone proves nothing, the number may be another process's by now, so the process is asked for its name.
 */
export function livingDaemon(varDir: string): number | null {
  try {
    const pid = Number(readFileSync(join(varDir, 'run', 'karaoked.pid'), 'utf8'));
    if (!Number.isSafeInteger(pid) || pid < 2) return null;
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('supervisor') ? pid : null;
  } catch {
    // No pid file, no such process, or a system without /proc: then a refused connection is all there is to know.
    return null;
  }
}

const POLL_MS = 20;

/**
 * Waits until the process is gone. The host lock needs no look of its own: the kernel releases it with the process's files,
 * which it closes before the process becomes a zombie or vanishes. Resolves to false after `patienceMs`.
 */
export async function gone(pid: number, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (await lives(pid)) {
    if (performance.now() >= until) return false;
    await pause(POLL_MS);
  }
  return true;
}

async function lives(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: unknown }).code !== 'ESRCH';
  }
  // A zombie answers to kill, but has ended; its parent only has not noticed.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(stat);
}
