/** What becomes of wishes, for those who watch. */
import type { Store } from '../store.ts';
import type { EndedWish, OpenWish, TidingsMark, WishNow, WishTidings } from '../tidings.ts';
import type { Ground } from './ground.ts';
import { pulseNow } from './pulse.ts';
import type { Transactions } from './transact.ts';
import { lastWishSerial } from './wish_news.ts';
import { askerCount, wishById } from './wish_rows.ts';

type TidingsMethods = Pick<Store, 'wishTidings' | 'wishNow'>;

export function tidingsMethods(ground: Ground, { read }: Transactions): TidingsMethods {
  return {
    wishTidings: (mark) => read(() => tidings(ground, mark)),
    wishNow: (wishId) => read(() => wishNow(ground, wishId)),
  };
}

function tidings(ground: Ground, mark: TidingsMark | null): WishTidings | null {
  const beats = pulseNow(ground).wishes;
  if (mark?.beats === beats) return null;
  const serial = lastWishSerial(ground);
  return { beats, serial, open: openWishes(ground), ended: endedAfter(ground, mark?.serial ?? serial) };
}

function openWishes(ground: Ground): readonly OpenWish[] {
  return ground
    .sql<OpenWish>(
      `SELECT id AS wishId, artist, title, state,
         (SELECT count(*) FROM wish_asker WHERE wish_id = wish.id) AS askers
       FROM download_list AS wish WHERE state IN ('wanted', 'fetching') ORDER BY id`,
    )
    .all();
}

function endedAfter(ground: Ground, serial: number): readonly EndedWish[] {
  return ground
    .sql<EndedWish>(
      `SELECT wish.id AS wishId, artist, title, news.state, news.reason, news.song_id AS songId,
         (SELECT count(*) FROM wish_asker WHERE wish_id = wish.id) AS askers
       FROM wish_news AS news JOIN download_list AS wish ON wish.id = news.wish_id
       WHERE news.serial > ? ORDER BY news.serial`,
    )
    .all(serial);
}

function wishNow(ground: Ground, wishId: number): WishNow | null {
  const wish = wishById(ground, wishId);
  if (!wish) return null;
  const { artist, title, state, songId } = wish;
  return { wishId, artist, title, state, askers: askerCount(ground, wishId), songId };
}
