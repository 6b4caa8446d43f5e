/** The DJ's orders about the music and to the guests: rows that others carry out. */
import type { GuestFound } from '../dj.ts';
import type { OrderOutcome } from '../dj_line.ts';
import type { PlayerOrder, Turn } from '../player.ts';
import type { Store } from '../store.ts';
import type { Ground } from './ground.ts';
import { guestMeant } from './guest_meant.ts';
import { namedFirst } from './named_first.ts';
import { logOrder } from './order_log.ts';
import { connectionCount } from './presence.ts';
import { nowOn, turnOn } from './stage.ts';
import type { Transactions } from './transact.ts';

type OrderMethods = Pick<Store, 'orderPlayer' | 'orderOutcome' | 'say' | 'kick'>;
type Verb = PlayerOrder['verb'];

export function orderMethods(ground: Ground, { read, write }: Transactions): OrderMethods {
  return {
    orderPlayer: (verb, who, atMs = null) => write(() => orderPlayer(ground, verb, who, atMs)),
    orderOutcome: (orderId) =>
      read(
        () =>
          ground.sql<{ outcome: 'done' | 'nothing' | null }>('SELECT outcome FROM dj_order WHERE id = ?').get(orderId)
            ?.outcome ?? null,
      ),
    say: (text, who) =>
      write(() => ({ orderId: logOrder(ground, { verb: 'say', who, text }), connections: connectionCount(ground) })),
    kick: (words, who) => write(() => kick(ground, words, who)),
  };
}

function orderPlayer(ground: Ground, verb: Verb, who: string, atMs: number | null): OrderOutcome {
  const turn = turnOn(ground);
  if (!turn) return { is: 'nothing-plays' };
  const over = verb === 'skip' && atMs !== null ? playThatGaveWay(ground, turn, atMs) : null;
  const before = lastOrder(ground, verb, over ?? turn);
  if (before !== null) return { is: 'again', orderId: before, now: nowOn(ground) };
  const { playId } = over ?? turn;
  const orderId = logOrder(ground, { verb, who, playId });
  if (over !== null || !changesSomething(ground, verb, turn, orderId)) {
    ground.sql(`UPDATE dj_order SET outcome = 'nothing' WHERE id = ?`).run(orderId);
    return { is: 'again', orderId, now: nowOn(ground) };
  }
  return { is: 'given', orderId, now: nowOn(ground) };
}

/** The play that was on at `atMs` when `turn` was not yet; null when the order is about `turn`. */
function playThatGaveWay(ground: Ground, turn: Turn, atMs: number): Pick<Turn, 'playId'> | null {
  // A turn that begins in the future was taken before the clock was set back: nobody knows what was on at `atMs`.
  const play = ground
    .sql<Pick<Turn, 'playId'>>(
      `SELECT before.id AS playId FROM play AS before JOIN play AS turn ON turn.party_id = before.party_id AND turn.id > before.id
       WHERE turn.id = @playId AND turn.taken_at_ms > @atMs AND turn.taken_at_ms <= @now AND before.taken_at_ms <= @atMs
       ORDER BY before.id DESC LIMIT 1`,
    )
    .get({ playId: turn.playId, atMs, now: ground.now() });
  return play ?? null;
}

/** The same order about this play, if the player has still to carry it out; a skip, even if it has. */
function lastOrder(ground: Ground, verb: Verb, { playId }: Pick<Turn, 'playId'>): number | null {
  const order = ground
    .sql<{ id: number }>(
      `SELECT id FROM dj_order AS asked WHERE play_id = @playId AND verb = @verb
         AND (verb = 'skip' OR (outcome IS NULL AND NOT EXISTS
           (SELECT 1 FROM dj_order WHERE play_id = @playId AND outcome IS NULL AND id > asked.id)))
       ORDER BY id DESC LIMIT 1`,
    )
    .get({ playId, verb });
  return order?.id ?? null;
}

/** A pause of what is paused does nothing, unless somebody has asked to go on and the player has not got to it. */
function changesSomething(ground: Ground, verb: Verb, turn: Turn, orderId: number): boolean {
  if (verb === 'skip' || verb === 'restart') return true;
  const pending = ground.sql('SELECT 1 FROM dj_order WHERE play_id = ? AND outcome IS NULL AND id < ?');
  if (pending.get(turn.playId, orderId) !== undefined) return true;
  return (turn.runningSinceMs === null) === (verb === 'resume');
}

function kick(
  ground: Ground,
  words: string,
  who: string,
): GuestFound<{ readonly is: 'kicked'; readonly name: string; readonly connections: number }> {
  const { found, reason } = namedFirst(ground, words, guestMeant);
  if (found.is !== 'guest') return found;
  logOrder(ground, { verb: 'kick', who, guestId: found.guest.id, text: reason });
  const row = ground
    .sql<{ open: number }>('SELECT count(*) AS open FROM connection WHERE guest_id = ?')
    .get(found.guest.id);
  return { is: 'kicked', name: found.guest.name, connections: row?.open ?? 0 };
}
