/** db backup, db check, completion, as the DJ reads them. */
import { visible } from '../party/visible.ts';
import type { Printers } from './printer.ts';
import { alarm } from './table.ts';
import { count } from './words.ts';

export const databasePrinters: Pick<Printers, 'db backup' | 'db check' | 'completion'> = {
  'db backup': ({ file, bytes, ms }) => [
    `${visible(file)}: ${size(bytes)} in ${seconds(ms)}, read again and found whole. To use it: docs/operations.md, "Restore"`,
  ],
  'db check': ({ bytes, ms, checks, faults }, screen) => {
    const looked = `${count(checks.length, 'look')} at ${size(bytes)} in ${seconds(ms)}`;
    if (faults.length === 0) return [`${looked}: nothing is wrong.`];
    // One remedy is said once, however much it mends.
    const byRemedy = Map.groupBy(faults, ({ remedy }) => remedy);
    return [
      alarm(`${looked}: ${count(faults.length, 'thing')} wrong.`, screen),
      ...[...byRemedy].flatMap(([remedy, its]) => [
        ...its.map(({ check, found }) => `${check}: ${visible(found)}`),
        `  What to do: ${remedy}.`,
      ]),
    ];
  },
  completion: ({ script }) => [script.trimEnd()],
};

/** `3.4 MB`; a small one in KB. */
function size(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1_024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
