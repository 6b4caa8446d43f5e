/** Wishes that were found with a song that is gone, or that the DJ has hidden: they are wanted again. */
import type { WishState } from '../../../party/model.ts';
import { moved } from '../../../party/wish.ts';
import type { Ground } from '../ground.ts';
import { beat } from '../pulse.ts';

/** Returns the ids of the wishes. */
export function loseWishes(ground: Ground, songId: number): readonly number[] {
  const wishes = ground
    .sql<{ id: number; state: WishState }>('SELECT id, state FROM download_list WHERE song_id = ?')
    .all(songId);
  return wishes.flatMap(({ id, state }) => {
    const after = moved(state, 'lose');
    if (after === null) return [];
    ground.sql('UPDATE download_list SET state = ?, song_id = NULL WHERE id = ?').run(after, id);
    // Whoever has not heard of it yet must not be offered a song that cannot be had.
    ground.sql(`DELETE FROM wish_news WHERE wish_id = ? AND song_id = ? AND state = 'found'`).run(id, songId);
    beat(ground, 'wishes');
    return [id];
  });
}
