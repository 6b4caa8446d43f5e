/** What Node can do without us: as many forks as our tree has, each saying one word; from the first to the last. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { work } from '../work.ts';

export interface BareTreeJob {
  readonly children: number;
}

/** Milliseconds. */
export type BareTree = number;

const CHILD = 'child';

if (process.argv[2] === CHILD) {
  process.send?.('ready');
  process.once('message', () => {
    process.disconnect();
  });
} else {
  await work('bare_tree', async ({ children }, say) => {
    const startedAt = performance.now();
    const forked = Array.from({ length: children }, () => fork(import.meta.filename, [CHILD]));
    await Promise.all(forked.map((child) => once(child, 'message')));
    const took: BareTree = performance.now() - startedAt;
    for (const child of forked) child.send('leave');
    await Promise.all(forked.map((child) => once(child, 'exit')));
    say(took);
  });
}
