/** Every figure by its name on the command line, in the order in which they are measured and shown. */
import type { Measure } from './bench.ts';
import { firstLoad } from './figures/first_load.ts';
import { flatOut } from './figures/flat_out.ts';
import { goodbye } from './figures/goodbye.ts';
import { greeting } from './figures/greeting.ts';
import { memory } from './figures/memory.ts';
import { order } from './figures/order.ts';
import { ping } from './figures/ping.ts';
import { ready } from './figures/ready.ts';
import { request } from './figures/request.ts';
import { scan } from './figures/scan.ts';
import { search } from './figures/search.ts';
import { web } from './figures/web.ts';

const PARTY = { greeting, ping, request, 'flat-out': flatOut, memory, goodbye } as const;
const LINE = { order } as const;
const PAGES = { 'first-load': firstLoad } as const;
const WEB = { web } as const;
const CATALOGUE = { ready, search, scan } as const;

export const FIGURES: ReadonlyMap<string, Measure> = new Map(
  Object.entries({ ...PARTY, ...LINE, ...PAGES, ...WEB, ...CATALOGUE }),
);

/** The blocks of docs/performance.md, each measured whole and in one run. */
export const BLOCKS = {
  figures: Object.keys(PARTY),
  line: Object.keys(LINE),
  pages: Object.keys(PAGES),
  web: Object.keys(WEB),
  catalogue: Object.keys(CATALOGUE),
} as const;
export type BlockName = keyof typeof BLOCKS;
