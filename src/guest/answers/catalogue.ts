/** SEARCH and SONGS: what is here. */
import type { Page, PageWanted, Song } from '../../party/model.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { ok } from '../../protocol/reply.ts';
import type { Reply } from '../../protocol/reply.ts';
import { songRow } from '../../protocol/rows.ts';
import { pageSaid } from '../../protocol/words.ts';
import type { Answers } from '../answer.ts';

export const catalogue: Answers<'SEARCH' | 'SONGS'> = {
  async SEARCH({ rest: words, options }, { store }) {
    return { reply: songs('SEARCH', await store.search(words, pageWanted(options))) };
  },
  async SONGS({ options }, { store }) {
    return { reply: songs('SONGS', await store.songs(options.artist, pageWanted(options))) };
  },
};

const songs = (word: 'SEARCH' | 'SONGS', page: Page<Song>): Reply => ok(word, pageSaid(page), page.rows.map(songRow));

/** The page that the options name; the first, of the usual size, where they name none. */
export function pageWanted(options: { readonly page: number | null; readonly size?: number | null }): PageWanted {
  return { page: options.page ?? 1, size: options.size ?? LIMITS.pageSize.value };
}
