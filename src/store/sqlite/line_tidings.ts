/** What becomes of the line and who orders what, for those who watch. */
import type { EntryState } from '../../party/model.ts';
import type { GoneBecause, LineDigest, LineMark, LineTidings, NextUp, OrderNews } from '../line_tidings.ts';
import type { Store } from '../store.ts';
import type { Ground } from './ground.ts';
import { guestsTonight } from './guest_list.ts';
import { spotsOn } from './line.ts';
import { singersOf } from './line_facts.ts';
import { partyOn } from './night.ts';
import type { Transactions } from './transact.ts';

type LineTidingsMethods = Pick<Store, 'lineTidings' | 'lineDigest'>;

export function lineTidingsMethods(ground: Ground, { read }: Transactions): LineTidingsMethods {
  return {
    lineTidings: (mark) => read(() => tidings(ground, mark)),
    lineDigest: () => read(() => digest(ground)),
  };
}

function tidings(ground: Ground, mark: LineMark | null): LineTidings {
  const next = nextUp(ground);
  const orders = mark ? ordersAfter(ground, mark.lastOrder) : [];
  const lastOrder = mark ? (orders.at(-1)?.orderId ?? mark.lastOrder) : newestOrder(ground);
  const was = mark?.next ?? null;
  const why = was !== null && was.entryId !== next?.entryId ? whyGone(ground, was) : null;
  return { next, orders: orders.filter(isNews), lastOrder, gone: was && why ? { ...was, why } : null };
}

function nextUp(ground: Ground): NextUp | null {
  const next = ground
    .sql<NextUp>(
      `SELECT entry.id AS entryId, guest.name AS singer, partner, artist, title
       FROM next_entry JOIN queue_list AS entry ON entry.id = entry_id JOIN guest ON guest.id = guest_id
       JOIN song ON song.id = song_id WHERE entry.state = 'waiting'`,
    )
    .get();
  return next ?? null;
}

/** What it will be next no more by; null: it was called, or the party is over. Whatever took its place already says nothing of it. */
const GONE: Readonly<Record<EntryState, 'look' | 'cancelled' | null>> = {
  waiting: 'look',
  cancelled: 'cancelled',
  singing: null,
  sung: null,
  skipped: null,
  unsung: null,
};

function whyGone(ground: Ground, { entryId }: NextUp): GoneBecause | null {
  const entry = ground
    .sql<{ state: EntryState; guestId: number; partnerId: number | null }>(
      `SELECT state, guest_id AS guestId, partner.id AS partnerId
       FROM queue_list AS entry LEFT JOIN guest AS partner ON partner.name_key = partner_key WHERE entry.id = ?`,
    )
    .get(entryId);
  const party = partyOn(ground);
  const gone = entry && party ? GONE[entry.state] : null;
  if (!entry || !party || gone !== 'look') return gone === 'look' ? null : gone;
  const singers = singersOf(ground, party, 'waits or is waited with');
  const is = (id: number | null) => singers.find((singer) => singer.id === id)?.presence;
  if (is(entry.guestId) === 'away' || is(entry.partnerId) === 'away') return 'away';
  return is(entry.guestId) === 'absent' ? 'left' : 'displaced';
}

const newestOrder = (ground: Ground): number =>
  ground.sql<{ id: number | null }>('SELECT max(id) AS id FROM dj_order').get()?.id ?? 0;

type OrderRow = OrderNews & { readonly outcome: 'done' | 'nothing' | null; readonly isGoodbye: 0 | 1 };

/** A skip names the song that it ended, whoever sang it. */
function ordersAfter(ground: Ground, orderId: number): readonly OrderRow[] {
  return ground
    .sql<OrderRow>(
      `SELECT ordered.id AS orderId, ordered.at_ms AS atMs, who, verb, ordered.text, outcome,
         coalesce(ordered.entry_id, play.entry_id) AS entryId, ordered.wish_id AS wishId,
         coalesce(play.singer, guest.name, singer.name) AS singer,
         coalesce(song.artist, play.artist, wish.artist, hidden.artist) AS artist,
         coalesce(song.title, play.title, wish.title, hidden.title) AS title,
         verb = 'kick' AND EXISTS (SELECT 1 FROM dj_order AS before WHERE before.id = ordered.id - 1
           AND before.verb IN ('ban', 'forget') AND before.guest_id = ordered.guest_id) AS isGoodbye
       FROM dj_order AS ordered
       LEFT JOIN play ON play.id = ordered.play_id
       LEFT JOIN queue_list AS entry ON entry.id = ordered.entry_id
       LEFT JOIN guest AS singer ON singer.id = entry.guest_id
       LEFT JOIN song ON song.id = entry.song_id
       LEFT JOIN guest ON guest.id = ordered.guest_id
       LEFT JOIN download_list AS wish ON wish.id = ordered.wish_id
       LEFT JOIN song AS hidden ON hidden.id = CAST(CASE WHEN verb IN ('hide', 'unhide') THEN ordered.text
         WHEN verb = 'undo' AND ordered.text GLOB 'hide *' THEN substr(ordered.text, 6) END AS INTEGER)
       WHERE ordered.id > ? ORDER BY ordered.id`,
    )
    .all(orderId);
}

/** What did nothing is none, nor the goodbye that goes with a ban and when somebody is forgotten. */
const isNews = ({ outcome, isGoodbye }: OrderRow): boolean => outcome !== 'nothing' && isGoodbye === 0;

function digest(ground: Ground): LineDigest {
  const places = spotsOn(ground).map(
    ({ placed: { entry, reason }, presence, tooLateFor }) =>
      `${entry.id} ${presence} ${tooLateFor} ${JSON.stringify(reason)}`,
  );
  const guests = guestsTonight(ground).map(
    ({ guestId, presence, banned }) => `${guestId} ${presence}${banned ? ' banned' : ''}`,
  );
  return { line: places.join('\n'), guests: guests.join('\n') };
}
