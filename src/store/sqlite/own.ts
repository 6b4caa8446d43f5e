/** What is a guest's own: taking back an entry or a wish, and looking at wishes and history. */
import { moved } from '../../party/wish.ts';
import type { Page, PageWanted } from '../../party/model.ts';
import type { Sung, TakeBackOutcome, WishRow } from '../guests.ts';
import type { Store } from '../store.ts';
import { entryById, moveEntry, unsungOf, withdrawOffer } from './entries.ts';
import type { Ground } from './ground.ts';
import { keyOf } from './guest_rows.ts';
import { COUNT_LIMIT, pageOf, window } from './pages.ts';
import { beat } from './pulse.ts';
import type { Transactions } from './transact.ts';
import { askerCount, asksFor, wishById } from './wish_rows.ts';

export function ownMethods(
  ground: Ground,
  { read, write }: Transactions,
): Pick<Store, 'cancel' | 'unwish' | 'wishes' | 'history'> {
  return {
    cancel: (guestId, entryId) => write(() => cancel(ground, guestId, entryId)),
    unwish: (guestId, wishId) => write(() => unwish(ground, guestId, wishId)),
    wishes: (guestId) =>
      read(() => ({
        wishes: wishesOf(ground, guestId),
        unsung: unsungOf(ground, guestId),
      })),
    history: (guestId, wanted) => read(() => historyOf(ground, guestId, wanted)),
  };
}

function cancel(ground: Ground, guestId: number, entryId: number): TakeBackOutcome {
  const entry = entryById(ground, entryId);
  if (!entry) return { is: 'unknown' };
  if (entry.guestId !== guestId) return { is: 'not-yours', owner: entry.singer };
  const { artist, title, state } = entry;
  const done =
    moveEntry(ground, entryId, 'cancel') || (entry.onOffer === 1 && withdrawOffer(ground, guestId, entry.songId));
  return done ? { is: 'done', artist, title } : { is: 'too-late', state };
}

function unwish(ground: Ground, guestId: number, wishId: number): TakeBackOutcome {
  const wish = wishById(ground, wishId);
  if (!wish) return { is: 'unknown' };
  if (!asksFor(ground, wishId, guestId)) {
    const owner = firstAsker(ground, wishId);
    return owner === null ? { is: 'too-late', state: wish.state } : { is: 'not-yours', owner };
  }
  const after = moved(wish.state, 'leave');
  if (after === null) return { is: 'too-late', state: wish.state };
  ground.sql('DELETE FROM wish_asker WHERE wish_id = ? AND guest_id = ?').run(wishId, guestId);
  if (askerCount(ground, wishId) === 0)
    ground.sql('UPDATE download_list SET state = ? WHERE id = ?').run(after, wishId);
  beat(ground, 'wishes');
  return { is: 'done', artist: wish.artist, title: wish.title };
}

function firstAsker(ground: Ground, wishId: number): string | null {
  const asker = ground
    .sql<{ name: string }>(
      'SELECT name FROM wish_asker JOIN guest ON guest.id = guest_id WHERE wish_id = ? ORDER BY asked_at_ms LIMIT 1',
    )
    .get(wishId);
  return asker?.name ?? null;
}

function wishesOf(ground: Ground, guestId: number): readonly WishRow[] {
  return ground
    .sql<WishRow>(
      `SELECT wish.id AS wishId, state, iif(state = 'refused', reason, NULL) AS reason, song_id AS songId, artist, title,
         (SELECT count(*) FROM wish_asker WHERE wish_id = wish.id) AS askers
       FROM wish_asker AS asker JOIN download_list AS wish ON wish.id = wish_id
       WHERE guest_id = ? AND state <> 'withdrawn' ORDER BY asker.asked_at_ms DESC, wish.id DESC`,
    )
    .all(guestId);
}

function historyOf(ground: Ground, guestId: number, wanted: PageWanted): Page<Sung> {
  const who = { guestId, key: keyOf(ground, guestId) };
  const [limit, offset] = window(wanted);
  const rows = ground
    .sql<Sung>(
      `SELECT song_id AS songId, artist, title, iif(guest_id = @guestId, partner, singer) AS partner, taken_at_ms AS sungAtMs
       FROM play WHERE (guest_id = @guestId OR partner_key = @key) AND how = 'sung' ORDER BY id DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...who, limit, offset });
  const counted = ground
    .sql<{ plays: number }>(
      `SELECT count(*) AS plays FROM
         (SELECT 1 FROM play WHERE (guest_id = @guestId OR partner_key = @key) AND how = 'sung' LIMIT @limit)`,
    )
    .get({ ...who, limit: COUNT_LIMIT });
  return pageOf(rows, counted?.plays ?? 0, wanted);
}
