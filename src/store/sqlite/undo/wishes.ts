/** Taking back what was decided about a wish. */
import type { WishState } from '../../../party/model.ts';
import { moved } from '../../../party/wish.ts';
import type { Ground } from '../ground.ts';
import { beat } from '../pulse.ts';
import { withdrawNews } from '../wish_news.ts';
import { askerCount, wishById } from '../wish_rows.ts';
import type { Wish } from '../wish_rows.ts';
import type { OrderToUndo, TakeBack } from './order.ts';

const aboutWish =
  (takeBack: (ground: Ground, wish: Wish, order: OrderToUndo) => number | null): TakeBack =>
  (ground, order) => {
    const wish = order.wishId === null ? null : wishById(ground, order.wishId);
    return wish && takeBack(ground, wish, order);
  };

/** `before`: the state of the wish. */
export const asBeforeFound = aboutWish((ground, wish, { text, before }) => {
  if (wish.state !== 'found' || wish.songId !== Number(text)) return null;
  // That song is not it, said the DJ: it is none that fulfils the wish by itself.
  ground.sql('INSERT OR IGNORE INTO wish_candidate (wish_id, song_id) VALUES (?, ?)').run(wish.id, wish.songId);
  const told = withdrawNews(ground, wish.id);
  // Somebody may still have to hear that it was refused before: then that is the last word again.
  const wanted = moved(wish.state, 'lose');
  setState(ground, wish, before === 'refused' && wanted ? moved(wanted, 'refuse') : wanted);
  return told;
});

export const asBeforeRefusal = aboutWish((ground, wish) => {
  const wanted = moved(wish.state, 'relent');
  if (wanted === null) return null;
  const told = withdrawNews(ground, wish.id);
  setState(ground, wish, wanted);
  // Whoever asks again hears what was answered before this.
  ground
    .sql(
      `UPDATE download_list SET reason =
         (SELECT reason FROM wish_news WHERE wish_id = @id AND state = 'refused' ORDER BY serial DESC LIMIT 1)
       WHERE id = @id`,
    )
    .run({ id: wish.id });
  return told;
});

export const asBeforeFetch = aboutWish((ground, wish) => {
  // The librarian looks at the state while the program runs, and ends it when it is fetching no more.
  const ordered = ground.sql('UPDATE fetch SET ordered_at_ms = NULL WHERE wish_id = ? AND ordered_at_ms IS NOT NULL');
  const wanted = moved(wish.state, 'fail');
  if (wanted !== null) setState(ground, wish, wanted);
  return ordered.run(wish.id).changes > 0 || wanted !== null ? 0 : null;
});

/** A wish that nobody asks for anymore is none. */
function setState(ground: Ground, wish: Wish, state: WishState | null): void {
  const left = state !== null && askerCount(ground, wish.id) === 0 ? moved(state, 'leave') : null;
  ground.sql('UPDATE download_list SET state = ?, song_id = NULL WHERE id = ?').run(left ?? state, wish.id);
  beat(ground, 'wishes');
}
