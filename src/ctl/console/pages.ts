/** A list of which pages come when they are looked at. Pure: what is known, and what has to be read. */
import { PAGE_ROWS } from '../../dj/verbs.ts';

/** A page as the daemon gave it; `asOf`: the count of news when it was asked for. */
interface Known<Row> {
  readonly rows: readonly Row[];
  readonly asOf: number;
}

export interface Pages<Row> {
  /** By page number, from 1. */
  readonly known: ReadonlyMap<number, Known<Row>>;
  /** At least so many rows there are. */
  readonly length: number;
  /** Grows with every word that it has changed. */
  readonly news: number;
  /** When the newest page was read, milliseconds since 1970. */
  readonly atMs: number;
}

export const noPages: Pages<never> = { known: new Map(), length: 0, news: 0, atMs: 0 };

/** Everything known may be old from now on. */
export function changed<Row>(pages: Pages<Row>): Pages<Row> {
  return { ...pages, news: pages.news + 1 };
}

/** What an answer to `page` adds. */
export function withPage<Row>(
  pages: Pages<Row>,
  got: { readonly rows: readonly Row[]; readonly total: number; readonly more: boolean; readonly page: number },
  asOf: number,
  atMs: number,
): Pages<Row> {
  const end = (got.page - 1) * PAGE_ROWS + got.rows.length;
  // Counting ends at 1,000: whoever looks further finds another page as long as they come full.
  const further = got.more && got.rows.length === PAGE_ROWS ? end + 1 : end;
  const length = Math.max(got.total, got.rows.length > 0 ? further : 0, got.more ? pages.length : 0);
  const last = Math.max(1, Math.ceil(length / PAGE_ROWS));
  const kept = [...pages.known].filter(([page]) => page <= last);
  return { ...pages, known: new Map([...kept, [got.page, { rows: got.rows, asOf }]]), length, atMs };
}

/** The row at `index`, from 0; undefined while it is not known. */
export function rowAt<Row>({ known }: Pages<Row>, index: number): Row | undefined {
  return known.get(Math.floor(index / PAGE_ROWS) + 1)?.rows[index % PAGE_ROWS];
}

/** Where the row is that `is` says; null when it is not known. */
export function indexOf<Row>({ known }: Pages<Row>, is: (row: Row) => boolean): number | null {
  for (const [page, { rows }] of known) {
    const at = rows.findIndex(is);
    if (at >= 0) return (page - 1) * PAGE_ROWS + at;
  }
  return null;
}

/** The first page between two rows, both included, that must be read; null when all are known and new. */
export function missingPage({ known, news, length }: Pages<unknown>, from: number, to: number): number | null {
  const last = Math.max(0, Math.min(to, length - 1));
  for (let page = Math.floor(Math.min(from, last) / PAGE_ROWS) + 1; page <= Math.floor(last / PAGE_ROWS) + 1; page++) {
    const page_ = known.get(page);
    if (!page_ || page_.asOf < news) return page;
  }
  return null;
}
