/** Every order of the DJ is a row: who, when, what, about what. Doing one twice can then be seen. */
import type { Ground } from './ground.ts';
import { beat } from './pulse.ts';

/** An order as it is written down. Orders to the player (playId set) wait for their outcome; the others were carried out here. */
export interface Order {
  readonly verb: string;
  readonly who: string;
  readonly playId?: number;
  readonly entryId?: number;
  readonly guestId?: number;
  readonly wishId?: number;
  readonly text?: string;
  /** The state before of what it changed, for an order that can be taken back. */
  readonly before?: string;
}

/** Returns the order's id. */
export function logOrder(ground: Ground, order: Order): number {
  const { verb, who, playId = null, entryId = null, guestId = null, wishId = null, text = '', before = null } = order;
  const { lastInsertRowid } = ground
    .sql(
      `INSERT INTO dj_order (at_ms, who, verb, play_id, entry_id, guest_id, wish_id, text, before)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(ground.now(), who, verb, playId, entryId, guestId, wishId, text, before);
  beat(ground, 'orders');
  return Number(lastInsertRowid);
}
