/** Wishes that were found or refused, and who has heard of it: everybody who asked is told once. */
import type { WishNews } from '../news.ts';
import { artistKey, titleKey } from '../../party/normalise.ts';
import type { Ground } from './ground.ts';
import { beat } from './pulse.ts';

/** Writes down that a wish came to an end, for everybody who asks for it now. */
export function reportWish(ground: Ground, news: Pick<WishNews, 'wishId' | 'state' | 'reason' | 'songId'>): void {
  ground
    .sql('INSERT INTO wish_news (wish_id, state, reason, song_id) VALUES (?, ?, ?, ?)')
    .run(news.wishId, news.state, news.reason, news.songId);
  beat(ground, 'wishes');
}

/**
 * Takes back the last word about a wish: who has not heard it never will. Returns how many have; they read in WISHES how it
 * stands, and hear of the next word. Serials are never given twice, so nobody takes the next one for this.
 */
export function withdrawNews(ground: Ground, wishId: number): number {
  const heard = ground
    .sql<{ askers: number }>(
      `SELECT count(*) AS askers FROM wish_asker WHERE wish_id = @wishId AND since_serial < told_serial
         AND told_serial >= (SELECT max(serial) FROM wish_news WHERE wish_id = @wishId)`,
    )
    .get({ wishId });
  ground.sql('DELETE FROM wish_news WHERE serial = (SELECT max(serial) FROM wish_news WHERE wish_id = ?)').run(wishId);
  beat(ground, 'wishes');
  return heard?.askers ?? 0;
}

export function lastWishSerial(ground: Ground): number {
  return ground.sql<{ serial: number | null }>('SELECT max(serial) AS serial FROM wish_news').get()?.serial ?? 0;
}

/** With the song's own name, null where it was refused, and the wish's. */
interface NewsRow extends Omit<WishNews, 'artist' | 'title' | 'wished'> {
  readonly artist: string | null;
  readonly title: string | null;
  readonly wishedArtist: string;
  readonly wishedTitle: string;
}

function newsFrom({ artist, title, wishedArtist, wishedTitle, ...news }: NewsRow): WishNews {
  const wish = { artist: wishedArtist, title: wishedTitle };
  if (artist === null || title === null) return { ...news, ...wish, wished: null };
  const isSame = artistKey(artist) === artistKey(wish.artist) && titleKey(title) === titleKey(wish.title);
  return { ...news, artist, title, wished: isSame ? null : wish };
}

/** For the connections of `guestIds` that have heard up to `serial`, whatever other connections were told. */
export function wishNewsAfter(ground: Ground, serial: number, guestIds: readonly number[]): readonly WishNews[] {
  return ground
    .sql<NewsRow>(
      `SELECT news.serial, news.wish_id AS wishId, asker.guest_id AS guestId, news.state, news.reason,
         news.song_id AS songId, song.artist, song.title, wish.artist AS wishedArtist, wish.title AS wishedTitle
       FROM wish_news AS news
       JOIN wish_asker AS asker ON asker.wish_id = news.wish_id AND asker.since_serial < news.serial
       JOIN download_list AS wish ON wish.id = news.wish_id
       LEFT JOIN song ON song.id = news.song_id
       WHERE news.serial > ? AND asker.guest_id IN (SELECT value FROM json_each(?))
       ORDER BY news.serial, asker.guest_id`,
    )
    .all(serial, JSON.stringify(guestIds))
    .map(newsFrom);
}

/** What a guest who comes back has not heard: the last word about each wish, in the order they fell. */
export function untoldNews(ground: Ground, guestId: number): readonly WishNews[] {
  return ground
    .sql<NewsRow>(
      `SELECT news.serial, news.wish_id AS wishId, asker.guest_id AS guestId, news.state, news.reason,
         news.song_id AS songId, song.artist, song.title, wish.artist AS wishedArtist, wish.title AS wishedTitle
       FROM wish_asker AS asker
       JOIN wish_news AS news ON news.serial =
         (SELECT max(serial) FROM wish_news WHERE wish_id = asker.wish_id)
       JOIN download_list AS wish ON wish.id = asker.wish_id
       LEFT JOIN song ON song.id = news.song_id
       WHERE asker.guest_id = ? AND news.serial > asker.told_serial
       ORDER BY news.serial`,
    )
    .all(guestId)
    .map(newsFrom);
}

/** Told twice, or told of something later first, changes nothing. */
export function markTold(ground: Ground, told: readonly Pick<WishNews, 'wishId' | 'guestId' | 'serial'>[]): void {
  const mark = ground.sql(
    'UPDATE wish_asker SET told_serial = @serial WHERE wish_id = @wishId AND guest_id = @guestId AND told_serial < @serial',
  );
  for (const { wishId, guestId, serial } of told) mark.run({ serial, wishId, guestId });
}
