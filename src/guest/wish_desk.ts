/**
 * Tells those who asked that their song was found or refused: once on every open connection, and marked only after the
 * kernel has taken the line. What was not handed on (slow reader, WATCH none) stays for the next HELLO.
 */
import type { Event } from '../protocol/events.ts';
import type { NewsStore, WishNews } from '../store/news.ts';
import type { Listener } from './listener.ts';

export interface WishDesk {
  tell(audience: ReadonlySet<Listener>): Promise<void>;
  /** Whether somebody said HELLO with less heard than was read since, or news was told and could not be marked. */
  owesTo(audience: ReadonlySet<Listener>): boolean;
}

/** `report` hears when marking failed; it is tried again at the next look. */
export async function createWishDesk(
  store: Pick<NewsStore, 'lastWishSerial' | 'wishNewsAfter' | 'markTold'>,
  report: (error: unknown) => void,
): Promise<WishDesk> {
  let last = await store.lastWishSerial();
  let unmarked: WishNews[] = [];
  let marking = false;

  const mark = async (): Promise<void> => {
    if (marking) return;
    marking = true;
    while (unmarked.length > 0) {
      const batch = unmarked;
      unmarked = [];
      try {
        await store.markTold(batch);
      } catch (error) {
        unmarked = [...batch, ...unmarked];
        report(error);
        break;
      }
    }
    marking = false;
  };

  return {
    owesTo(audience) {
      if (unmarked.length > 0) return true;
      for (const listener of audience) if (listener.guest && listener.heardUpTo < last) return true;
      return false;
    },
    async tell(audience) {
      await mark();
      last = await store.lastWishSerial();
      const behind = [...audience].flatMap((listener) =>
        listener.guest && listener.heardUpTo < last ? [{ listener, guestId: listener.guest.id }] : [],
      );
      if (behind.length === 0) return;
      const from = behind.reduce((least, { listener }) => Math.min(least, listener.heardUpTo), last);
      const news = await store.wishNewsAfter(from, [...new Set(behind.map(({ guestId }) => guestId))]);
      for (const { listener, guestId } of behind) {
        // Somebody else speaks here since we asked: HELLO has set anew what was heard, and its hint makes us look again.
        if (listener.guest?.id !== guestId) continue;
        for (const item of news) {
          if (item.guestId !== guestId || item.serial <= listener.heardUpTo || item.serial > last) continue;
          if (listener.watch === 'none') continue;
          listener.tell(asEvent(item), () => {
            unmarked.push(item);
            void mark();
          });
        }
        listener.heard(last);
      }
    },
  };
}

function asEvent(news: WishNews): Event {
  const { wishId, songId, artist, title, reason, wished } = news;
  return news.state === 'found' && songId !== null
    ? { topic: 'FOUND', wishId, song: { id: songId, artist, title }, wished }
    : { topic: 'REFUSED', wishId, artist, title, reason };
}
