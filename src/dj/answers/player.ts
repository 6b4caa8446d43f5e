/** now, and the orders to the player: the answer waits for what the player really did. */
import type { NowPlaying } from '../../party/model.ts';
import type { Answer, Answerers, Asker, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';
import { nowRow } from '../views.ts';

type Order = 'skip' | 'pause' | 'resume' | 'restart';

/**
 * How long the player may take; it is woken by a hint, so this is for a player that is just being lifted, or a machine that
 * is busy. Within karaokectl's own patience of 5 s, so that the DJ hears more than that nobody answers.
 */
const PATIENCE_MS = 4_000;
/** After a skip: until the next song has been taken. Where the machine is busy, 300 ms told of a silence that was none. */
const SETTLE_MS = 900;
const POLL_MS = 100;

export function playerAnswers(desk: Desk): Pick<Answerers, Order | 'now'> {
  const order =
    (verb: Order): Answerers[Order] =>
    (_given, asker) =>
      steer(desk, verb, asker);
  return {
    now: async () => done({ now: nowRow(await desk.store.nowPlaying()) }),
    skip: order('skip'),
    pause: order('pause'),
    resume: order('resume'),
    restart: order('restart'),
  };
}

async function steer(desk: Desk, verb: Order, { who, atMs }: Asker): Promise<Answer<Order>> {
  const ordered = await desk.store.orderPlayer(verb, who, atMs);
  if (ordered.is === 'nothing-plays') {
    return refusal('conflict', `Nothing plays, so there is nothing to ${verb}. See: karaokectl queue`);
  }
  desk.hint('orders');
  const outcome = await until(desk, PATIENCE_MS, async () => desk.store.orderOutcome(ordered.orderId));
  if (outcome === null) {
    return refusal('timed-out', 'The order is written, but the player has not answered yet. See: karaokectl status');
  }
  const already = ordered.is === 'again' || outcome === 'nothing';
  const now = verb === 'skip' && !already ? await settled(desk) : await desk.store.nowPlaying();
  return done({ outcome: already ? 'already' : 'done', before: nowRow(ordered.now), now: nowRow(now) });
}

/** What sounds once the skipped song has given way; silence only if it stays silent. */
async function settled(desk: Desk): Promise<NowPlaying> {
  const sounding = async (): Promise<NowPlaying | null> => {
    const now = await desk.store.nowPlaying();
    return now.state === 'silence' ? null : now;
  };
  return (await until(desk, SETTLE_MS, sounding)) ?? (await desk.store.nowPlaying());
}

/** Looks at every ring of the bell, and now and then without one, until there is an answer or the time is over. */
async function until<T>(desk: Desk, patienceMs: number, look: () => Promise<T | null>): Promise<T | null> {
  const over = desk.clock() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== null || desk.clock() >= over) return seen;
    await desk.bell.wait(POLL_MS);
  }
}
