/** How a wish comes home: a song is imported that surely is it, or the DJ says which one it is. */
import { isSurely } from '../../party/match.ts';
import type { Named, Song, WishState } from '../../party/model.ts';
import { moved } from '../../party/wish.ts';
import type { Ground } from './ground.ts';
import { hiddenSong } from './hidden.ts';
import { reportWish } from './wish_news.ts';

interface OpenWish extends Named {
  readonly id: number;
  readonly state: WishState;
}

/** Whether it is worth asking which wishes a song fulfils. */
export const hasOpenWishes = (ground: Ground): boolean =>
  ground.sql(`SELECT 1 FROM download_list WHERE state IN ('wanted', 'fetching') LIMIT 1`).get() !== undefined;

/** Finds the wishes that the new `song` fulfils and reports them. Returns how many. */
export function fulfilWith(ground: Ground, song: Song, keys: { readonly title: string }): number {
  // A song is surely a wish only under the same title, whoever performs it: one index says whether anything is to do.
  const wishes = ground
    .sql<OpenWish>(
      `SELECT id, artist, title, state FROM download_list AS wish
       WHERE title_key = ? AND state IN ('wanted', 'fetching')
         AND NOT EXISTS (SELECT 1 FROM wish_candidate WHERE wish_id = wish.id AND song_id = ?)`,
    )
    .all(keys.title, song.id)
    .filter((wish) => isSurely(wish, song));
  return wishes.filter((wish) => comeHome(ground, wish, song.id)).length;
}

/** Returns whether it did: a wish that was found before, or that nobody asks for anymore, does not; nor does any with a hidden song. */
export function comeHome(
  ground: Ground,
  wish: { readonly id: number; readonly state: WishState },
  songId: number,
): boolean {
  const after = moved(wish.state, 'find');
  if (after === null || hiddenSong(ground, songId)) return false;
  ground.sql('UPDATE download_list SET state = ?, song_id = ? WHERE id = ?').run(after, songId, wish.id);
  reportWish(ground, { wishId: wish.id, state: 'found', reason: null, songId });
  return true;
}
