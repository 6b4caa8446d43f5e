/** Taking back what the DJ ordered: the newest first, each once, logged like any other order. */
import type { TakenBack, Undone } from '../../dj_line.ts';
import type { Store } from '../../store.ts';
import { entryById } from '../entries.ts';
import type { Ground } from '../ground.ts';
import { logOrder } from '../order_log.ts';
import { songById } from '../songs.ts';
import type { Transactions } from '../transact.ts';
import { wishById } from '../wish_rows.ts';
import type { OrderToUndo } from './order.ts';
import { TAKE_BACK } from './table.ts';

/** A week later "undo" does not mean what somebody decided at the last party. */
const DAY_MS = 86_400_000;
/** A player that is there has answered by then (dj/answers/player.ts); one that is down must not keep the DJ from the rest. */
const PLAYER_MS = 5_000;

export function undoMethods(ground: Ground, { write }: Transactions): Pick<Store, 'undo'> {
  return { undo: (who) => write(() => undo(ground, who)) };
}

function undo(ground: Ground, who: string): Undone {
  const order = newestOrder(ground);
  if (!order) return { is: 'nothing-to-undo' };
  const { verb, atMs, entryId, wishId, guestId } = order;
  if (order.pending === 1) return { is: 'not-yet', verb };
  const about = { ...(entryId !== null && { entryId }), ...(wishId !== null && { wishId }) };
  const undoneBy = logOrder(ground, {
    verb: 'undo',
    who,
    ...about,
    ...(guestId !== null && { guestId }),
    text: `${verb} ${order.text}`.trim(),
  });
  ground.sql('UPDATE dj_order SET undone_by = ? WHERE id = ?').run(undoneBy, order.id);
  const told = TAKE_BACK[verb](ground, order);
  const is = told === null ? 'overtaken' : 'undone';
  // No news to whoever watches.
  if (told === null) ground.sql(`UPDATE dj_order SET outcome = 'nothing' WHERE id = ?`).run(undoneBy);
  return { is, verb, who: order.who, atMs, told: told ?? 0, ...subjectOf(ground, order) };
}

/**
 * A skip of a random song took nobody's turn away. A file that was no song, or that nobody has read yet, is no find. Ids go
 * with time, so the look back ends at the last order that is older than a day.
 */
function newestOrder(ground: Ground): OrderToUndo | null {
  const order = ground
    .sql<OrderToUndo>(
      `SELECT ordered.id, verb, who, ordered.at_ms AS atMs, ordered.text, ordered.before,
         coalesce(ordered.entry_id, play.entry_id) AS entryId, wish_id AS wishId, ordered.guest_id AS guestId,
         verb = 'skip' AND outcome IS NULL AS pending
       FROM dj_order AS ordered LEFT JOIN play ON play.id = ordered.play_id
       WHERE ordered.id > coalesce((SELECT id FROM dj_order WHERE at_ms <= @since ORDER BY id DESC LIMIT 1), 0)
         AND undone_by IS NULL AND verb IN (SELECT value FROM json_each(@verbs))
         AND (verb <> 'skip' OR (play.entry_id IS NOT NULL AND outcome IS NOT 'nothing'
           AND (outcome = 'done' OR ordered.at_ms >= @asked)))
         AND NOT (verb = 'found' AND ordered.text GLOB '/*')
       ORDER BY ordered.id DESC LIMIT 1`,
    )
    .get({
      since: ground.now() - DAY_MS,
      asked: ground.now() - PLAYER_MS,
      verbs: JSON.stringify(Object.keys(TAKE_BACK)),
    });
  return order ?? null;
}

type Subject = Pick<TakenBack, 'entryId' | 'wishId' | 'singer' | 'artist' | 'title' | 'state'>;

/** What the order was about, as it is now. */
function subjectOf(ground: Ground, { verb, entryId, wishId, guestId, text }: OrderToUndo): Subject {
  const entry = entryId === null ? null : entryById(ground, entryId);
  const wish = wishId === null ? null : wishById(ground, wishId);
  const song = verb === 'hide' ? songById(ground, Number(text)) : null;
  const guest =
    guestId === null ? undefined : ground.sql<{ name: string }>('SELECT name FROM guest WHERE id = ?').get(guestId);
  const named = entry ?? wish ?? song;
  return {
    entryId,
    wishId,
    singer: entry?.singer ?? guest?.name ?? null,
    artist: named?.artist ?? null,
    title: named?.title ?? null,
    state: entry?.state ?? wish?.state ?? null,
  };
}
