/** Where the browser of the tests lies once it is unpacked: in the checkout, by its version, for all runs to come. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../party/program.ts';

const about = JSON.parse(readFileSync(join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as {
  readonly version: string;
};

export const CHROMIUM = join(ROOT, `.cache/chromium-${about.version}`);
