/** Starts a fetch command when no descriptor is left, and says how that ended. */
import { closeSync, openSync } from 'node:fs';
import { startRun } from '../../src/librarian/fetch/run.ts';

const open: number[] = [];
try {
  for (;;) open.push(openSync('/dev/null', 'r'));
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EMFILE') throw error;
}
const hands = { heard: () => undefined, unheard: () => undefined };
const run = startRun({ program: '/bin/true', args: [], env: {} }, '/', 1_000, hands);
for (const each of open) closeSync(each);
process.stdout.write(JSON.stringify({ process: run.process, end: await run.ended }));
