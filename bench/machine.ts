/** What the numbers were measured on: without it they say nothing. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { count } from './words.ts';

export function describeMachine(folder: string): string {
  const [cpu] = cpus();
  return [
    `${cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}`,
    `${count(Math.round(totalmem() / 2 ** 30))} GiB of memory`,
    `Linux ${release()}`,
    fileSystem(folder),
    `Node ${process.versions.node}`,
    new Date().toISOString().slice(0, 10),
  ].join(', ');
}

/** The load average of the last minute: how busy others kept the machine. */
export const load = (): string => (loadavg()[0] ?? 0).toFixed(1);

const fileSystem = (folder: string): string =>
  execFileSync('stat', ['--file-system', '--format=%T', folder], { encoding: 'utf8' }).trim();
