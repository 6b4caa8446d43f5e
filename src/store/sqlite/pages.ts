/** Pages: nobody reads to the end, so totals are counted to 1,000 and say so. */
import type { Page, PageWanted } from '../../party/model.ts';

/** How far totals are counted. */
const COUNTED = 1_000;
/** Bind this as the LIMIT of what is counted: one more than we count tells that there is more. */
export const COUNT_LIMIT = COUNTED + 1;

/** LIMIT and OFFSET of the rows wanted, in this order. */
export const window = ({ page, size }: PageWanted): readonly [limit: number, offset: number] => [
  size,
  (page - 1) * size,
];

/** `counted` went up to COUNT_LIMIT. */
export function pageOf<Row>(rows: readonly Row[], counted: number, wanted: PageWanted): Page<Row> {
  return { rows, total: Math.min(counted, COUNTED), more: counted > COUNTED, page: wanted.page };
}

/** The page of a list that was read whole. */
export function pageFrom<Row>(all: readonly Row[], wanted: PageWanted): Page<Row> {
  const [limit, offset] = window(wanted);
  return { rows: all.slice(offset, offset + limit), total: all.length, more: false, page: wanted.page };
}
