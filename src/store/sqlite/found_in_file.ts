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
 * The order that waited for the song is from now on like one that named it, so it can be taken back like that.
 */
export function bringHome(ground: Ground, wishId: number, songId: number): boolean {
  const wish = wishById(ground, wishId);
  if (!wish) return false;
  const home = comeHome(ground, wish, songId) || (wish.state === 'found' && wish.songId === songId);
  if (home) {
    ground
      .sql(`UPDATE dj_order SET text = ? WHERE wish_id = ? AND verb = 'found' AND text GLOB '/*'`)
      .run(String(songId), wishId);
  }
  return home;
}
