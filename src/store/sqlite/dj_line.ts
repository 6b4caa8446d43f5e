/** What the DJ changes in the line and on the shopping list. Each change is an order with a name to it. */
import type { Named } from '../../party/model.ts';
import { moved } from '../../party/wish.ts';
import type { WishDecision } from '../dj.ts';
import type { Store } from '../store.ts';
import { addFor } from './add_for.ts';
import { entryById, moveEntry } from './entries.ts';
import { comeHome } from './fulfil.ts';
import type { Ground } from './ground.ts';
import { logOrder } from './order_log.ts';
import { songHere } from './songs.ts';
import type { Transactions } from './transact.ts';
import { reportWish } from './wish_news.ts';
import { askerCount, wishById } from './wish_rows.ts';
import type { Wish } from './wish_rows.ts';

type DjLineMethods = Pick<Store, 'addFor' | 'removeEntry' | 'found' | 'refuse'>;

export function djLineMethods(ground: Ground, { write }: Transactions): DjLineMethods {
  return {
    addFor: (name, what, who, partner = null) => write(() => addFor(ground, { name, partner, what, who })),
    removeEntry: (entryId, who) => write(() => removeEntry(ground, entryId, who)),
    found: (wishId, songId, who) => write(() => found(ground, wishId, songId, who)),
    refuse: (wishId, reason, who) => write(() => refuse(ground, wishId, reason, who)),
  };
}

function removeEntry(ground: Ground, entryId: number, who: string): Awaited<ReturnType<Store['removeEntry']>> {
  const entry = entryById(ground, entryId);
  if (!entry) return { is: 'unknown' };
  const { singer, artist, title, state, guestId } = entry;
  if (!moveEntry(ground, entryId, 'cancel')) return { is: 'too-late', state };
  logOrder(ground, { verb: 'remove', who, entryId, guestId });
  return { is: 'done', singer, artist, title };
}

function found(ground: Ground, wishId: number, songId: number, who: string): WishDecision {
  const wish = wishById(ground, wishId);
  if (!wish) return { is: 'no-such-wish' };
  if (!songHere(ground, songId)) return { is: 'no-such-song', songId };
  if (!comeHome(ground, wish, songId)) return { is: 'already', state: wish.state, ...named(wish) };
  logOrder(ground, { verb: 'found', who, wishId, text: String(songId), before: wish.state });
  return { is: 'done', askers: askerCount(ground, wishId), ...named(wish) };
}

function refuse(ground: Ground, wishId: number, reason: string, who: string): WishDecision {
  const wish = wishById(ground, wishId);
  if (!wish) return { is: 'no-such-wish' };
  const after = moved(wish.state, 'refuse');
  if (after === null) return { is: 'already', state: wish.state, ...named(wish) };
  ground.sql('UPDATE download_list SET state = ?, reason = ? WHERE id = ?').run(after, reason, wishId);
  reportWish(ground, { wishId, state: 'refused', reason, songId: null });
  logOrder(ground, { verb: 'refuse', who, wishId, text: reason, before: wish.state });
  return { is: 'done', askers: askerCount(ground, wishId), ...named(wish) };
}

const named = ({ artist, title }: Wish): Named => ({ artist, title });
