/**
 * Measures the real tree on this machine and prints a table.
 *
 *     npm run bench                     all figures, some minutes
 *     npm run bench -- greeting ping    only those
 *     npm run bench -- --quick          small sizes, to see that everything works
 *     npm run bench -- --write          all figures, into docs/performance.md
 *     npm run bench -- --write ready search scan
 *                                       those of one block of the page, into it
 *
 * Ends by itself, with code 0 also when an aim is missed: a shared machine is no judge. Leaves nothing behind.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, Row } from './bench.ts';
import { BLOCKS, FIGURES } from './figures.ts';
import type { BlockName } from './figures.ts';
import { describeMachine, load } from './machine.ts';
import { writePage } from './page.ts';
import { table } from './report.ts';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !FIGURES.has(name));
if (unknown !== undefined) fail(`there is no figure "${unknown}". There are: ${[...FIGURES.keys()].join(' ')}`);
const wanted = positionals.length > 0 ? positionals : [...FIGURES.keys()];
const blocks = Object.entries(BLOCKS).filter(([, names]) => names.every((name) => wanted.includes(name)));
const written = blocks.flatMap(([, names]) => names);
if (values.write && (values.quick || written.length !== wanted.length))
  fail('--write takes all figures, or all of a block of the page, at their full size');

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
  for (const [block, names] of values.write ? blocks : [[null, wanted] as const])
    await measure(block as BlockName | null, names);
} catch (error) {
  if (!stop.signal.aborted) throw error;
  process.stderr.write('bench: stopped\n');
  process.exitCode = 1;
} finally {
  rmSync(bench.folder, { recursive: true, force: true });
}

async function measure(block: BlockName | null, names: readonly string[]): Promise<void> {
  const machine = describeMachine(bench.folder);
  const before = load();
  const rows: Row[] = [];
  for (const name of names) {
    process.stderr.write(`${name} …\n`);
    rows.push(...((await FIGURES.get(name)?.(bench)) ?? []));
  }
  const said = `Measured on ${machine}; load average ${before} before, ${load()} after.`;
  const text = `${said}\n\n${table(rows)}`;
  process.stdout.write(`${text}\n`);
  if (block !== null) await writePage(block, text);
}

function fail(why: string): never {
  process.stderr.write(`bench: ${why}\n`);
  process.exit(2);
}
