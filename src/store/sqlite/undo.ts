/** Taking back what the DJ ordered: the newest first, each once, logged like any other order. */
import type { WishState } from '../../party/model.ts';
import { moved } from '../../party/wish.ts';
import type { Undoable, Undone } from '../dj_line.ts';
import type { Store } from '../store.ts';
import type { Ground } from './ground.ts';
import { logOrder } from './order_log.ts';
import { beat } from './pulse.ts';
import type { Transactions } from './transact.ts';
import { withdrawNews } from './wish_news.ts';
import { askerCount, wishById } from './wish_rows.ts';
import type { Wish } from './wish_rows.ts';

/** A week later "undo" does not mean what somebody decided at the last party. */
const DAY_MS = 86_400_000;

export function undoMethods(ground: Ground, { write }: Transactions): Pick<Store, 'undo'> {
  return { undo: (who) => write(() => undo(ground, who)) };
}

interface WishOrder {
  readonly id: number;
  readonly verb: Undoable;
  readonly who: string;
  readonly atMs: number;
  readonly wishId: number;
  /** found: the song. */
  readonly text: string;
  readonly before: WishState | null;
}

function undo(ground: Ground, who: string): Undone {
  const order = ground
    .sql<WishOrder>(
      `SELECT id, verb, who, at_ms AS atMs, wish_id AS wishId, text, before FROM dj_order
       WHERE undone_by IS NULL AND verb IN ('found', 'refuse', 'fetch') AND at_ms > ?
         AND NOT (verb = 'found' AND text GLOB '/*') -- a file that was no song, or that nobody has read yet
       ORDER BY id DESC LIMIT 1`,
    )
    .get(ground.now() - DAY_MS);
  const wish = order ? wishById(ground, order.wishId) : null;
  if (!order || !wish) return { is: 'nothing-to-undo' };
  const undoneBy = logOrder(ground, { verb: 'undo', who, wishId: wish.id, text: `${order.verb} ${order.text}`.trim() });
  ground.sql('UPDATE dj_order SET undone_by = ? WHERE id = ?').run(undoneBy, order.id);
  const told = TAKE_BACK[order.verb](ground, wish, order);
  const { verb, atMs } = order;
  const { id: wishId, artist, title, state } = wishById(ground, wish.id) ?? wish;
  const is = told === null ? 'overtaken' : 'undone';
  return { is, verb, who: order.who, atMs, wishId, artist, title, state, told: told ?? 0 };
}

/** Takes an order back and returns how many guests had heard of it; null when nothing of it stands anymore. */
const TAKE_BACK: Readonly<Record<Undoable, (ground: Ground, wish: Wish, order: WishOrder) => number | null>> = {
  found(ground, wish, { text, before }) {
    if (wish.state !== 'found' || wish.songId !== Number(text)) return null;
    // That song is not it, said the DJ: it is none that fulfils the wish by itself.
    ground.sql('INSERT OR IGNORE INTO wish_candidate (wish_id, song_id) VALUES (?, ?)').run(wish.id, wish.songId);
    const told = withdrawNews(ground, wish.id);
    // Somebody may still have to hear that it was refused before: then that is the last word again.
    const wanted = moved(wish.state, 'lose');
    setState(ground, wish, before === 'refused' && wanted ? moved(wanted, 'refuse') : wanted);
    return told;
  },
  refuse(ground, wish) {
    const wanted = moved(wish.state, 'relent');
    if (wanted === null) return null;
    const told = withdrawNews(ground, wish.id);
    setState(ground, wish, wanted);
    // Whoever asks again hears what was answered before this.
    ground
      .sql(
        `UPDATE download_list SET reason =
           (SELECT reason FROM wish_news WHERE wish_id = @id AND state = 'refused' ORDER BY serial DESC LIMIT 1)
         WHERE id = @id`,
      )
      .run({ id: wish.id });
    return told;
  },
  fetch(ground, wish) {
    // The librarian looks at the state while the program runs, and ends it when it is fetching no more.
    const ordered = ground.sql('UPDATE fetch SET ordered_at_ms = NULL WHERE wish_id = ? AND ordered_at_ms IS NOT NULL');
    const wanted = moved(wish.state, 'fail');
    if (wanted !== null) setState(ground, wish, wanted);
    return ordered.run(wish.id).changes > 0 || wanted !== null ? 0 : null;
  },
};

/** A wish that nobody asks for anymore is none. */
function setState(ground: Ground, wish: Wish, state: WishState | null): void {
  const left = state !== null && askerCount(ground, wish.id) === 0 ? moved(state, 'leave') : null;
  ground.sql('UPDATE download_list SET state = ?, song_id = NULL WHERE id = ?').run(left ?? state, wish.id);
  beat(ground, 'wishes');
}
