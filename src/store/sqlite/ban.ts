/** Banning a guest, and taking it back. The name stays theirs, so that nobody else is taken for them. */
import type { Banned, Unbanned } from '../care.ts';
import type { GuestFound } from '../dj.ts';
import type { Guest } from '../guests.ts';
import type { Store } from '../store.ts';
import { moveEntry } from './entries.ts';
import type { Ground } from './ground.ts';
import { guestExactly } from './guest_meant.ts';
import { namedFirst } from './named_first.ts';
import { logOrder } from './order_log.ts';
import { turnOn } from './stage.ts';
import type { Transactions } from './transact.ts';

type BanMethods = Pick<Store, 'ban' | 'unban'>;

export function banMethods(ground: Ground, { write }: Transactions): BanMethods {
  return {
    ban: (words, who) => write(() => ban(ground, words, who)),
    unban: (guest, who) => write(() => unban(ground, guest, who)),
  };
}

export const isBanned = (ground: Ground, guestId: number): boolean =>
  ground.sql('SELECT 1 FROM guest WHERE id = ? AND banned_at_ms IS NOT NULL').get(guestId) !== undefined;

function ban(ground: Ground, words: string, who: string): GuestFound<Banned> {
  const { found, reason } = namedFirst(ground, words, guestExactly);
  if (found.is !== 'guest') return found;
  const { guest } = found;
  const is = setBanned(ground, guest.id, 'banned') ? 'banned' : 'already';
  const cancelled = waitingOf(ground, guest.id).filter((id) => moveEntry(ground, id, 'cancel'));
  if (is === 'banned') {
    const before = JSON.stringify(cancelled);
    logOrder(ground, { verb: 'ban', who, guestId: guest.id, text: reason, before });
    // The sessions know how to end somebody's connections.
    logOrder(ground, { verb: 'kick', who, guestId: guest.id, text: reason });
  }
  return {
    is,
    guestId: guest.id,
    name: guest.name,
    reason,
    cancelled,
    duets: duetsWith(ground, guest.id),
    connections: connectionsOf(ground, guest.id),
    onStage: turnOn(ground)?.guestId === guest.id,
  };
}

function unban(ground: Ground, words: string, who: string): GuestFound<Unbanned> {
  const found = guestExactly(ground, words);
  if (found.is !== 'guest') return found;
  const { id, name } = found.guest;
  const is = setBanned(ground, id, 'welcome') ? 'unbanned' : 'already';
  if (is === 'unbanned') logOrder(ground, { verb: 'unban', who, guestId: id });
  return { is, guestId: id, name, cancelled: is === 'unbanned' ? cancelledWith(ground, id) : [] };
}

/** What the newest ban cancelled and nobody has brought back, as far as its party is on. */
function cancelledWith(ground: Ground, guestId: number): readonly number[] {
  return ground
    .sql<{ id: number }>(
      `SELECT id FROM queue_list WHERE guest_id = @guestId AND state = 'cancelled'
         AND party_id = (SELECT id FROM party WHERE ended_at_ms IS NULL)
         AND id IN (SELECT value FROM json_each(
           (SELECT before FROM dj_order WHERE verb = 'ban' AND guest_id = @guestId ORDER BY id DESC LIMIT 1)))
       ORDER BY id`,
    )
    .all({ guestId })
    .map(({ id }) => id);
}

/** Returns whether that changed anything. */
export function setBanned(ground: Ground, guestId: Guest['id'], to: 'banned' | 'welcome'): boolean {
  const atMs = to === 'banned' ? ground.now() : null;
  const changed = ground
    .sql('UPDATE guest SET banned_at_ms = @atMs WHERE id = @id AND (banned_at_ms IS NULL) = (@atMs IS NOT NULL)')
    .run({ id: guestId, atMs });
  return changed.changes > 0;
}

const waitingOf = (ground: Ground, guestId: number): readonly number[] =>
  ground
    .sql<{ id: number }>(`SELECT id FROM queue_list WHERE guest_id = ? AND state = 'waiting' ORDER BY id`)
    .all(guestId)
    .map(({ id }) => id);

/** Tonight's; somebody else waits with those. */
const duetsWith = (ground: Ground, guestId: number): readonly number[] =>
  ground
    .sql<{ id: number }>(
      `SELECT entry.id FROM queue_list AS entry JOIN guest ON guest.name_key = partner_key
       WHERE guest.id = ? AND state = 'waiting' AND party_id = (SELECT id FROM party WHERE ended_at_ms IS NULL)
       ORDER BY entry.id`,
    )
    .all(guestId)
    .map(({ id }) => id);

const connectionsOf = (ground: Ground, guestId: number): number =>
  ground.sql<{ open: number }>('SELECT count(*) AS open FROM connection WHERE guest_id = ?').get(guestId)?.open ?? 0;
