/** What changed, for processes that were told to look (or look once a second). */
import type { GuestOrder } from '../news.ts';
import type { Store } from '../store.ts';
import { announcedEntry } from './announce.ts';
import { stageNow, whyNotNext } from './called.ts';
import { eveningNow } from './evening.ts';
import type { Ground } from './ground.ts';
import { partyOn } from './night.ts';
import { pulseNow } from './pulse.ts';
import { lastWishSerial, markTold, wishNewsAfter } from './wish_news.ts';
import { waitingCount } from './entries.ts';
import type { Transactions } from './transact.ts';

type NewsMethods = Pick<
  Store,
  | 'changed'
  | 'pulse'
  | 'announced'
  | 'stage'
  | 'whyNotNext'
  | 'waitingCount'
  | 'lastOrderId'
  | 'guestOrdersAfter'
  | 'lastWishSerial'
  | 'wishNewsAfter'
  | 'markTold'
  | 'door'
  | 'evening'
>;

export function newsMethods(ground: Ground, { read, write }: Transactions): NewsMethods {
  const version = (): number => ground.sql<{ data_version: number }>('PRAGMA data_version').get()?.data_version ?? 0;
  let seen = version();
  return {
    changed: () => {
      const before = seen;
      seen = version();
      return seen !== before;
    },
    pulse: () => read(() => pulseNow(ground)),
    announced: () => read(() => announcedEntry(ground)),
    stage: () => read(() => stageNow(ground)),
    whyNotNext: (entryId) => read(() => whyNotNext(ground, entryId)),
    waitingCount: () => read(() => waitingCount(ground)),
    lastOrderId: () =>
      read(() => ground.sql<{ id: number | null }>('SELECT max(id) AS id FROM dj_order').get()?.id ?? 0),
    guestOrdersAfter: (orderId) =>
      read(() =>
        ground
          .sql<GuestOrder>(
            `SELECT id, at_ms AS atMs, verb, guest_id AS guestId, text,
               (SELECT verb FROM dj_order AS before WHERE verb IN ('ban', 'forget')
                 AND before.id = ordered.id - 1 AND before.guest_id = ordered.guest_id) AS by
             FROM dj_order AS ordered WHERE id > ? AND verb IN ('say', 'kick') ORDER BY id`,
          )
          .all(orderId),
      ),
    lastWishSerial: () => read(() => lastWishSerial(ground)),
    wishNewsAfter: (serial, guestIds) => read(() => wishNewsAfter(ground, serial, guestIds)),
    markTold: (told) =>
      write(() => {
        markTold(ground, told);
      }),
    door: () => read(() => door(ground)),
    evening: () => read(() => eveningNow(ground)),
  };
}

const door = (ground: Ground) => ({ party: partyOn(ground), waiting: waitingCount(ground) });
