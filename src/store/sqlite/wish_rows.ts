/** Rows of `download_list`: one per song that is missing, however many ask for it. */
import type { Named, WishState } from '../../party/model.ts';
import { artistKey, titleKey } from '../../party/normalise.ts';
import type { Ground } from './ground.ts';

export interface Wish extends Named {
  readonly id: number;
  readonly state: WishState;
  /** What the DJ said when it was last refused; it outlives being asked for again. */
  readonly reason: string | null;
  readonly songId: number | null;
}

export function wishById(ground: Ground, id: number): Wish | null {
  const wish = ground
    .sql<Wish>('SELECT id, artist, title, state, reason, song_id AS songId FROM download_list WHERE id = ?')
    .get(id);
  return wish ?? null;
}

/** The wish for the song that `named` is, in whatever state. */
export function wishFor(ground: Ground, named: Named): Wish | null {
  const wish = ground
    .sql<Wish>(
      `SELECT id, artist, title, state, reason, song_id AS songId
       FROM download_list WHERE artist_key = ? AND title_key = ?`,
    )
    .get(artistKey(named.artist), titleKey(named.title));
  return wish ?? null;
}

export function insertWish(ground: Ground, { artist, title }: Named): Wish {
  const { lastInsertRowid } = ground
    .sql(`INSERT INTO download_list (artist, title, artist_key, title_key, state) VALUES (?, ?, ?, ?, 'wanted')`)
    .run(artist, title, artistKey(artist), titleKey(title));
  return { id: Number(lastInsertRowid), artist, title, state: 'wanted', reason: null, songId: null };
}

export function asksFor(ground: Ground, wishId: number, guestId: number): boolean {
  return ground.sql('SELECT 1 FROM wish_asker WHERE wish_id = ? AND guest_id = ?').get(wishId, guestId) !== undefined;
}

export function askerCount(ground: Ground, wishId: number): number {
  return (
    ground.sql<{ askers: number }>('SELECT count(*) AS askers FROM wish_asker WHERE wish_id = ?').get(wishId)?.askers ??
    0
  );
}

/** How many of the guest's wishes the DJ is still looking for. */
export function openWishes(ground: Ground, guestId: number): number {
  const row = ground
    .sql<{ open: number }>(
      `SELECT count(*) AS open FROM wish_asker JOIN download_list AS wish ON wish.id = wish_id
       WHERE guest_id = ? AND state IN ('wanted', 'fetching')`,
    )
    .get(guestId);
  return row?.open ?? 0;
}
