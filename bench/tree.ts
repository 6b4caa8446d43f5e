/** A process and all below it, from /proc: what is there, and what it costs. Linux only, as the bench is. */
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessCost {
  readonly kind: string;
  /** Proportional set size: memory that several processes share is divided among them. */
  readonly pssBytes: number;
}

/** The pids of `root` and everything below it. */
export function treeOf(root: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(Number(name))] as const);
  const tree = [root];
  for (const pid of tree) tree.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child));
  return tree;
}

export function costsOf(root: number): readonly ProcessCost[] {
  return treeOf(root).flatMap((pid) => {
    const kind = /dist\/(\w+)\//.exec(read(pid, 'cmdline'))?.[1];
    const pss = /^Pss:\s+(\d+) kB/m.exec(read(pid, 'smaps_rollup'))?.[1];
    return kind === undefined || pss === undefined ? [] : [{ kind, pssBytes: Number(pss) * 1024 }];
  });
}

export const lives = (pid: number): boolean => read(pid, 'stat') !== '' && !read(pid, 'stat').includes(') Z ');

const parentOf = (pid: number): number => Number(/\) \w (\d+)/.exec(read(pid, 'stat'))?.[1] ?? -1);

/** Empty when the process is gone. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
