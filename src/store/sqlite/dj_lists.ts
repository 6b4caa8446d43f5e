/** What the DJ looks at: the state of things, the shopping list, the guests, the plays of the night. */
import type { Page, PageWanted } from '../../party/model.ts';
import type { Missing, Overview, Play } from '../dj.ts';
import type { Store } from '../store.ts';
import { waitingCount } from './entries.ts';
import type { Ground } from './ground.ts';
import { guestsBanned, guestsTonight } from './guest_list.ts';
import { lastEnded, partyOn } from './night.ts';
import { COUNT_LIMIT, pageOf, window } from './pages.ts';
import { connectionCount } from './presence.ts';
import { pulseNow } from './pulse.ts';
import { countOfCatalogue } from './songs.ts';
import { nowOn } from './stage.ts';
import type { Transactions } from './transact.ts';
import { nearOf } from './wish_near.ts';

type DjListMethods = Pick<Store, 'overview' | 'missing' | 'guests' | 'plays'>;

export function djListMethods(ground: Ground, { read }: Transactions): DjListMethods {
  const songs = keepCount(ground);
  return {
    overview: () => read(() => overview(ground, songs())),
    missing: (wanted) => read(() => missing(ground, wanted)),
    guests: (which) =>
      read(() => ({
        connections: connectionCount(ground),
        rows: which === 'banned' ? guestsBanned(ground) : guestsTonight(ground),
      })),
    plays: (wanted) => read(() => plays(ground, wanted)),
  };
}

/**
 * Returns what to ask how many songs there are: whoever watches asks every second, and counting a million takes longer than
 * all the rest. Call it inside a read only, as what is kept must have been committed.
 */
function keepCount(ground: Ground): () => number {
  let kept: { readonly catalogue: number; readonly songs: number } | null = null;
  return () => {
    const { catalogue } = pulseNow(ground);
    if (kept?.catalogue !== catalogue) kept = { catalogue, songs: countOfCatalogue(ground, Number.MAX_SAFE_INTEGER) };
    return kept.songs;
  };
}

function overview(ground: Ground, songs: number): Overview {
  return {
    party: partyOn(ground),
    now: nowOn(ground),
    waiting: waitingCount(ground),
    songs,
    missing: missingCount(ground),
    connections: connectionCount(ground),
    namedGuests:
      ground
        .sql<{ named: number }>('SELECT count(DISTINCT guest_id) AS named FROM connection WHERE guest_id IS NOT NULL')
        .get()?.named ?? 0,
  };
}

const missingCount = (ground: Ground): number =>
  ground
    .sql<{ wishes: number }>(
      // A wish may be wanted again when its last asker is long forgotten: the file went.
      `SELECT count(*) AS wishes FROM download_list AS wish WHERE state IN ('wanted', 'fetching')
         AND EXISTS (SELECT 1 FROM wish_asker WHERE wish_id = wish.id)`,
    )
    .get()?.wishes ?? 0;

function missing(ground: Ground, wanted: PageWanted): Page<Missing> {
  const rows = ground
    .sql<Omit<Missing, 'askers' | 'near'> & { readonly askers: string }>(
      `SELECT wish.id AS wishId, artist, title, state, json_group_array(guest.name ORDER BY asked_at_ms, guest.id) AS askers,
         min(asked_at_ms) AS firstAskedAtMs, max(asked_at_ms) AS lastAskedAtMs,
         coalesce(tries, 0) AS fetchTries, fetch.reason AS fetchReason, iif(tries > 0, next_at_ms, NULL) AS nextFetchAtMs
       FROM download_list AS wish JOIN wish_asker ON wish_asker.wish_id = wish.id JOIN guest ON guest.id = guest_id
       LEFT JOIN fetch ON fetch.wish_id = wish.id
       WHERE state IN ('wanted', 'fetching') GROUP BY wish.id
       ORDER BY count(*) DESC, lastAskedAtMs DESC, wish.id LIMIT ? OFFSET ?`,
    )
    .all(...window(wanted))
    .map((row) => ({ ...row, askers: JSON.parse(row.askers) as string[], near: nearOf(ground, row.wishId) }));
  return pageOf(rows, missingCount(ground), wanted);
}

/** Tonight's plays, newest first; when no party is on, those of the last night. */
function plays(ground: Ground, wanted: PageWanted): Page<Play> {
  const partyId = (partyOn(ground) ?? lastEnded(ground))?.id ?? 0;
  const rows = ground
    .sql<Play>(
      `SELECT id AS playId, taken_at_ms AS startedAtMs, ended_at_ms AS endedAtMs, singer,
         partner AS "with", artist, title, how AS "end"
       FROM play WHERE party_id = ? ORDER BY id DESC LIMIT ? OFFSET ?`,
    )
    .all(partyId, ...window(wanted));
  const counted = ground
    .sql<{ plays: number }>('SELECT count(*) AS plays FROM (SELECT 1 FROM play WHERE party_id = ? LIMIT ?)')
    .get(partyId, COUNT_LIMIT);
  return pageOf(rows, counted?.plays ?? 0, wanted);
}
