/**
 * Replays the nights of script files and prints each as a log with a summary: `npm run night test/nights/quiet.night`.
 * Exit codes: 0 all was as it should be, 1 a property or an expectation is broken, 2 a script cannot be read or played.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadLine } from '../test/nights/replay/bad_line.ts';
import { logOf } from '../test/nights/replay/log.ts';
import { readScript } from '../test/nights/replay/read_script.ts';
import { replay } from '../test/nights/replay/replay.ts';
import { summaryLines, summaryOf } from '../test/nights/replay/summary.ts';
import { brokenIn } from '../test/nights/replay/verdict.ts';

const CATALOGUE = join(import.meta.dirname, '..', 'data', 'demo.csv');

/** Prints the night of one file; returns the exit code. */
async function show(file: string): Promise<0 | 1 | 2> {
  try {
    const beganMs = performance.now();
    const night = await replay(readScript(readFileSync(file, 'utf8')), CATALOGUE);
    const broken = brokenIn(night);
    const took = `replayed in ${((performance.now() - beganMs) / 1_000).toFixed(1)} s`;
    const ending = broken.length === 0 ? ['everything is as it should be'] : broken;
    const lines = [...logOf(night.chronicle), '', file, ...summaryLines(summaryOf(night.chronicle)), ...ending, took];
    process.stdout.write(`${lines.join('\n')}\n`);
    return broken.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BadLine) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('Say which night: npm run night test/nights/quiet.night\n');
  process.exitCode = 2;
}
for (const file of files) process.exitCode = Math.max(Number(process.exitCode ?? 0), await show(file));
