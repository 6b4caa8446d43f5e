/** Fills a database with a mixed catalogue, as the librarian would, and leaves it tidy. */
import { prepareStore } from '../../src/store/sqlite/open.ts';
import { mixedCatalogue } from '../mixed_catalogue.ts';
import { LIMITS, SECRET } from '../search_store.ts';
import { work } from '../work.ts';

export interface StockerJob {
  readonly file: string;
  readonly songs: number;
}

/** Different songs: some made-up ones are the same. */
export type Stocked = number;

await work('stocker', async ({ file, songs }, say) => {
  const store = prepareStore({ file, secret: SECRET, now: Date.now, limits: () => LIMITS });
  let stocked = 0;
  for await (const rows of mixedCatalogue(songs)) stocked += (await store.importRows(rows)).added;
  let tidy = await store.tidyMore();
  while (tidy === 'more') tidy = await store.tidyMore();
  store.close();
  say(stocked);
});
