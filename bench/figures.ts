/** Every figure by its name on the command line, in the order in which they are measured and shown. */
import type { Measure } from './bench.ts';
import { flatOut } from './figures/flat_out.ts';
import { goodbye } from './figures/goodbye.ts';
import { greeting } from './figures/greeting.ts';
import { memory } from './figures/memory.ts';
import { ping } from './figures/ping.ts';
import { ready } from './figures/ready.ts';
import { request } from './figures/request.ts';
import { scan } from './figures/scan.ts';
import { search } from './figures/search.ts';

export const FIGURES: ReadonlyMap<string, Measure> = new Map([
  ['greeting', greeting],
  ['ping', ping],
  ['request', request],
  ['flat-out', flatOut],
  ['memory', memory],
  ['goodbye', goodbye],
  ['ready', ready],
  ['search', search],
  ['scan', scan],
]);
