/** A wish that the DJ found in a file: ordered now, come home when the librarian has read the file. */
import type { Ground } from './ground.ts';
import { comeHome } from './fulfil.ts';
import { logOrder } from './order_log.ts';
import { wishById } from './wish_rows.ts';

/** Writes the order down as it was given: the song is not known yet, so the file stands for it. */
export function logFoundInFile(ground: Ground, wishId: number, file: string, who: string): void {
  logOrder(ground, { verb: 'found', who, wishId, text: file, before: wishById(ground, wishId)?.state ?? 'wanted' });
}

/**
 * Brings the wish home with this song; true also when it has come home with it by itself, because it is called the same.
 * The order that waited for the song of `file` (null: none did) is from now on like one that named it, so it can be taken
 * back like that. Orders that came to nothing before stay as they are.
 */
export function bringHome(ground: Ground, wishId: number, songId: number, file: string | null): boolean {
  const wish = wishById(ground, wishId);
  if (!wish) return false;
  const home = comeHome(ground, wish, songId) || (wish.state === 'found' && wish.songId === songId);
  if (home && file !== null) {
    ground
      .sql(
        `UPDATE dj_order SET text = @song WHERE text = @file AND id =
           (SELECT max(id) FROM dj_order WHERE wish_id = @wish AND verb = 'found' AND text IN (@file, @song))`,
      )
      .run({ song: String(songId), file, wish: wishId });
  }
  return home;
}
