/**
 * Measures the real tree on this machine and prints a table.
 *
 *     npm run bench                     all figures, some minutes
 *     npm run bench -- greeting ping    only those
 *     npm run bench -- --quick          small sizes, to see that everything works
 *     npm run bench -- --write          all figures, into docs/performance.md
 *
 * Ends by itself, with code 0 also when an aim is missed: a shared machine is no judge. Leaves nothing behind.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, Row } from './bench.ts';
import { FIGURES } from './figures.ts';
import { describeMachine, load } from './machine.ts';
import { writePage } from './page.ts';
import { table } from './report.ts';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !FIGURES.has(name));
if (unknown !== undefined) fail(`there is no figure "${unknown}". There are: ${[...FIGURES.keys()].join(' ')}`);
if (values.write && (values.quick || positionals.length > 0)) fail('--write takes all figures at their full size');

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    stop.abort();
  });
// Under var/: on the disk that a party would be on, and never outside the checkout.
const parent = join(import.meta.dirname, '../var');
mkdirSync(parent, { recursive: true });
const bench: Bench = {
  folder: mkdtempSync(join(parent, 'b-')),
  signal: stop.signal,
  size: values.quick ? 'quick' : 'full',
};
try {
  await measure(positionals.length > 0 ? positionals : [...FIGURES.keys()]);
} catch (error) {
  if (!stop.signal.aborted) throw error;
  process.stderr.write('bench: stopped\n');
  process.exitCode = 1;
} finally {
  rmSync(bench.folder, { recursive: true, force: true });
}

async function measure(names: readonly string[]): Promise<void> {
  const machine = describeMachine(bench.folder);
  const before = load();
  const rows: Row[] = [];
  for (const name of names) {
    process.stderr.write(`${name} …\n`);
    rows.push(...((await FIGURES.get(name)?.(bench)) ?? []));
  }
  const said = `Measured on ${machine}; load average ${before} before, ${load()} after.`;
  const block = `${said}\n\n${table(rows)}`;
  process.stdout.write(`${block}\n`);
  if (values.write) await writePage(block);
}

function fail(why: string): never {
  process.stderr.write(`bench: ${why}\n`);
  process.exit(2);
}
