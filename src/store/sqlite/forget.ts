/** Forgetting a guest: what was theirs goes, what they sang stays and is nobody's. */
import { nameKey } from '../../party/names.ts';
import { moved } from '../../party/wish.ts';
import type { WishState } from '../../party/model.ts';
import type { Forgotten } from '../dj.ts';
import type { Guest } from '../guests.ts';
import { moveEntry } from './entries.ts';
import type { Ground } from './ground.ts';
import { forgetHello } from './hello_keys.ts';
import { logOrder } from './order_log.ts';
import { beat } from './pulse.ts';
import { askerCount } from './wish_rows.ts';
import { forgiveWrongCodes } from './wrong_codes.ts';

/** Whoever sang, as far as anybody still knows. Not empty: a play without a singer is one that nobody sang. */
const SOMEBODY = 'somebody';
const FAREWELL = 'The DJ has forgotten you: your name is free, and your wishes are withdrawn';

/**
 * Erases name, code and presence, and withdraws what waits. Who sings at this moment sings on, as somebody. The row stays,
 * nameless: the plays and the line of past nights need it, and its id must not come to mean somebody else.
 */
export function forget(ground: Ground, { id, name }: Guest, who: string): Forgotten {
  const entries = withdrawEntries(ground, id);
  const wishes = withdrawWishes(ground, id);
  const connections = ground.sql('UPDATE connection SET guest_id = NULL WHERE guest_id = ?').run(id).changes;
  ground.sql('DELETE FROM request_key WHERE guest_id = ?').run(id);
  forgiveWrongCodes(ground, id);
  forgetHello(ground, id);
  // What the DJ said about them, as the reason of a kick.
  ground.sql(`UPDATE dj_order SET text = '' WHERE guest_id = ?`).run(id);
  ground.sql('UPDATE play SET guest_id = NULL, singer = ? WHERE guest_id = ?').run(SOMEBODY, id);
  const key = nameKey(name);
  for (const duets of [
    'UPDATE play SET partner = ?, partner_key = NULL WHERE partner_key = ?',
    'UPDATE queue_list SET partner = ?, partner_key = NULL WHERE partner_key = ?',
  ])
    ground.sql(duets).run(SOMEBODY, key);
  ground
    .sql(
      // A key is never with a blank in front, and so this one is nobody's name; nor is it anybody's look.
      `UPDATE guest SET name = @name, name_key = ' ' || id, look = ' ' || id, code_hash = NULL, forgotten_at_ms = @now
       WHERE id = @id`,
    )
    .run({ id, name: SOMEBODY, now: ground.now() });
  logOrder(ground, { verb: 'forget', who, guestId: id });
  // The sessions know how to end somebody's connections.
  logOrder(ground, { verb: 'kick', who, guestId: id, text: FAREWELL });
  beat(ground, 'queue', 'song', 'wishes');
  return { is: 'forgotten', guestId: id, name, entries, wishes, connections };
}

/** Returns how many waited. */
function withdrawEntries(ground: Ground, guestId: number): number {
  const waiting = ground
    .sql<{ id: number }>(`SELECT id FROM queue_list WHERE guest_id = ? AND state = 'waiting'`)
    .all(guestId)
    .filter(({ id }) => moveEntry(ground, id, 'cancel'));
  ground.sql('UPDATE queue_list SET on_offer = 0 WHERE guest_id = ? AND on_offer = 1').run(guestId);
  return waiting.length;
}

/** Returns how many were open. What others ask for too stays theirs. */
function withdrawWishes(ground: Ground, guestId: number): number {
  const wishes = ground
    .sql<{ id: number; state: WishState }>(
      `SELECT id, state FROM wish_asker JOIN download_list AS wish ON wish.id = wish_id WHERE guest_id = ?`,
    )
    .all(guestId);
  ground.sql('DELETE FROM wish_asker WHERE guest_id = ?').run(guestId);
  for (const { id, state } of wishes) {
    const after = askerCount(ground, id) === 0 ? moved(state, 'leave') : null;
    if (after !== null) ground.sql('UPDATE download_list SET state = ? WHERE id = ?').run(after, id);
  }
  return wishes.filter(({ state }) => state === 'wanted' || state === 'fetching').length;
}

/** Why a connection may not speak for its guest anymore: the DJ has just forgotten or banned them, and their goodbye is under way. */
export function shownOut(ground: Ground, guestId: number): 'forgotten' | 'banned' | null {
  const guest = ground
    .sql<{ forgotten: 0 | 1; banned: 0 | 1 }>(
      `SELECT forgotten_at_ms IS NOT NULL AS forgotten, banned_at_ms IS NOT NULL AS banned FROM guest WHERE id = ?`,
    )
    .get(guestId);
  if (guest?.forgotten === 1) return 'forgotten';
  return guest?.banned === 1 ? 'banned' : null;
}
