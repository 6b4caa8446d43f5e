/** What a process really costs. RSS counts every shared page in every process (52 MB shown, 12 MB true): PSS divides them. */
import { readFile } from 'node:fs/promises';

/** The proportional set size of `pid` in KiB; null where the kernel does not say (macOS, a process that just ended). */
export async function memoryOf(pid: number): Promise<number | null> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const pss = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
  return pss === undefined ? null : Number(pss);
}
