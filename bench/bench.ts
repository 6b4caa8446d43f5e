/** What every figure is handed, and what it gives back. */

export interface Bench {
  /** An empty folder of this run, on the disk that the checkout is on: a tmpfs would sync for nothing. */
  readonly folder: string;
  /** Aborted when somebody stops the bench; every process that is started listens to it. */
  readonly signal: AbortSignal;
  /** full: what docs/performance.md is made from. quick: a minute for all figures, to see that they work. */
  readonly size: 'full' | 'quick';
}

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly aim: Aim | null;
  /** What the machine can do at all, measured in the same run, and how many times that we need. */
  readonly beside: string | null;
  /** Sample sizes and circumstances. */
  readonly from: string;
}

export interface Aim {
  readonly text: string;
  readonly met: boolean;
}

/** Measures one subject of the page. */
export type Measure = (bench: Bench) => Promise<readonly Row[]>;

/** `full` or `quick`, as the bench is. */
export const sized = <T>(bench: Bench, sizes: Readonly<Record<Bench['size'], T>>): T => sizes[bench.size];
