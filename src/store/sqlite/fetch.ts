/** Wishes that the fetch command is run for. A run is known by its folder; whatever it leads to, its traces go with it. */
import { moved } from '../../party/wish.ts';
import type { WishMove } from '../../party/wish.ts';
import type { FetchOrder, FetchProcess, FetchStore, InterruptedFetch, WaitingFetch } from '../fetch.ts';
import type { Store } from '../store.ts';
import type { Ground } from './ground.ts';
import { logOrder } from './order_log.ts';
import { beat } from './pulse.ts';
import type { Transactions } from './transact.ts';
import { wishById } from './wish_rows.ts';

type FetchMethods = Pick<Store, keyof FetchStore | 'askFetch'>;

export function fetchMethods(ground: Ground, { read, write }: Transactions): FetchMethods {
  return {
    waitingFetches: () => read(() => waiting(ground)),
    beginFetch: (wishId, folder) => write(() => begin(ground, wishId, folder)),
    noteFetchProcess: (wishId, { pid, mark }) =>
      write(() => {
        ground.sql('UPDATE fetch SET pid = ?, mark = ? WHERE wish_id = ?').run(pid, mark, wishId);
      }),
    isFetching: (wishId) => read(() => wishById(ground, wishId)?.state === 'fetching'),
    noteLanding: (wishId, landing) =>
      write(() => {
        if (wishById(ground, wishId)?.state !== 'fetching') return false;
        ground.sql('UPDATE fetch SET landing = ? WHERE wish_id = ?').run(landing, wishId);
        return true;
      }),
    endFetch: (wishId) =>
      write(() => {
        ground.sql('DELETE FROM fetch WHERE wish_id = ?').run(wishId);
      }),
    failFetch: (wishId, failure) =>
      write(() => {
        fail(ground, wishId, failure);
      }),
    dropFetch: (wishId) =>
      write(() => {
        move(ground, wishId, 'fail');
        forgetRun(ground, wishId);
      }),
    interruptedFetches: () => read(() => interrupted(ground)),
    askFetch: (wishId, who) => write(() => order(ground, wishId, who)),
  };
}

/** Wishes that were found with a song that the DJ has hidden since: to fetch it again would be a way round the DJ's word. */
const LOST_BY_HIDING = `SELECT lost.value FROM song INDEXED BY song_hidden
  JOIN dj_order AS hid ON hid.verb = 'hide' AND hid.text = CAST(song.id AS TEXT), json_each(hid.before) AS lost
  WHERE song.hidden = 1`;

function waiting(ground: Ground): readonly WaitingFetch[] {
  return ground
    .sql<WaitingFetch>(
      // Both states, as the partial index of open wishes has it: found ones are the most after some years.
      `SELECT wish.id AS wishId, artist, title, count(*) AS askers, max(asked_at_ms) AS lastAskedAtMs,
         coalesce(tries, 0) AS tries, coalesce(next_at_ms, 0) AS nextAtMs, ordered_at_ms AS orderedAtMs
       FROM download_list AS wish JOIN wish_asker ON wish_asker.wish_id = wish.id
       LEFT JOIN fetch ON fetch.wish_id = wish.id
       WHERE state IN ('wanted', 'fetching') AND state <> 'fetching'
         AND (ordered_at_ms IS NOT NULL OR wish.id NOT IN (${LOST_BY_HIDING})) GROUP BY wish.id`,
    )
    .all();
}

/** Returns whether the move did something. */
function move(ground: Ground, wishId: number, what: WishMove): boolean {
  const wish = wishById(ground, wishId);
  const after = wish && moved(wish.state, what);
  if (!after) return false;
  ground.sql('UPDATE download_list SET state = ? WHERE id = ?').run(after, wishId);
  beat(ground, 'wishes');
  return true;
}

function begin(ground: Ground, wishId: number, folder: string): boolean {
  if (!move(ground, wishId, 'fetch')) return false;
  ground
    .sql(
      `INSERT INTO fetch (wish_id, folder) VALUES (@wishId, @folder)
       ON CONFLICT (wish_id) DO UPDATE SET folder = @folder, landing = NULL, pid = NULL, mark = NULL`,
    )
    .run({ wishId, folder });
  return true;
}

function fail(
  ground: Ground,
  wishId: number,
  { reason, nextAtMs }: { readonly reason: string; readonly nextAtMs: number },
): void {
  if (move(ground, wishId, 'fail'))
    ground
      .sql('UPDATE fetch SET tries = tries + 1, next_at_ms = ?, reason = ?, ordered_at_ms = NULL WHERE wish_id = ?')
      .run(nextAtMs, reason, wishId);
  forgetRun(ground, wishId);
}

function forgetRun(ground: Ground, wishId: number): void {
  ground.sql('UPDATE fetch SET folder = NULL, landing = NULL, pid = NULL, mark = NULL WHERE wish_id = ?').run(wishId);
}

function interrupted(ground: Ground): readonly InterruptedFetch[] {
  const rows = ground
    .sql<Omit<InterruptedFetch, 'process'> & { readonly pid: number | null; readonly mark: string | null }>(
      `SELECT wish_id AS wishId, artist, title, folder, landing, pid, mark
       FROM fetch JOIN download_list AS wish ON wish.id = wish_id WHERE folder IS NOT NULL ORDER BY wish_id`,
    )
    .all();
  return rows.map(({ pid, mark, ...row }) => {
    const process: FetchProcess | null = pid === null ? null : { pid, mark };
    return { ...row, process };
  });
}

/** Ordering it again changes nothing: it keeps its place among the ordered ones. */
function order(ground: Ground, wishId: number, who: string): FetchOrder {
  const wish = wishById(ground, wishId);
  if (!wish) return { is: 'no-such-wish' };
  const { artist, title, state } = wish;
  if (moved(state, 'fetch') === null) return { is: 'already', state, artist, title };
  const { changes } = ground
    .sql(
      `INSERT INTO fetch (wish_id, ordered_at_ms) VALUES (@wishId, @now)
       ON CONFLICT (wish_id) DO UPDATE SET ordered_at_ms = @now WHERE ordered_at_ms IS NULL`,
    )
    .run({ wishId, now: ground.now() });
  if (changes > 0) {
    logOrder(ground, { verb: 'fetch', who, wishId });
    beat(ground, 'wishes');
  }
  const before = ground.sql(
    `SELECT 1 FROM download_list AS wish LEFT JOIN fetch ON wish_id = wish.id
     WHERE state = 'fetching' OR (state = 'wanted' AND ordered_at_ms IS NOT NULL AND wish.id <> ?)`,
  );
  return { is: before.get(wishId) === undefined ? 'started' : 'queued', artist, title };
}
