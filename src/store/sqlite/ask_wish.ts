/** Asking for a song that is not here. */
import { mayBe } from '../../party/may_be.ts';
import type { Named, Song } from '../../party/model.ts';
import { moved } from '../../party/wish.ts';
import type { AskRefusal, Wished } from '../guests.ts';
import type { Ground } from './ground.ts';
import { beat } from './pulse.ts';
import { songById, songHere } from './songs.ts';
import { noteCompared, noteNear } from './wish_near.ts';
import { askerCount, asksFor, insertWish, openWishes, wishFor } from './wish_rows.ts';
import type { Wish } from './wish_rows.ts';

export interface AskedFor {
  readonly named: Named;
  /** Songs that are similar and here; the guest knows them, so they never fulfil this wish by themselves. */
  readonly candidates: readonly Song[];
  /** The newest song that was looked at: what came later is compared with the wish. */
  readonly newest: number;
}

export function askForWish(
  ground: Ground,
  guestId: number,
  { named, candidates, newest }: AskedFor,
): Wished | AskRefusal {
  const before = wishFor(ground, named);
  // Found under another name: the DJ has said that this is the song.
  const song = before?.state === 'found' && before.songId !== null ? songById(ground, before.songId) : null;
  if (song) return { is: songHere(ground, song.id) ? 'duplicate-song' : 'hidden-song', song };
  const limit = ground.limits().wishPerGuest;
  if (!isOpenFor(ground, before, guestId) && openWishes(ground, guestId) >= limit) return { is: 'wish-limit', limit };
  const wish = before ?? insertWish(ground, named);
  const state = moved(wish.state, 'ask') ?? wish.state;
  ground.sql('UPDATE download_list SET state = ? WHERE id = ?').run(state, wish.id);
  addAsker(ground, wish.id, guestId);
  for (const candidate of candidates)
    ground.sql('INSERT OR IGNORE INTO wish_candidate (wish_id, song_id) VALUES (?, ?)').run(wish.id, candidate.id);
  noteNear(ground, wish.id, mayBe(named, candidates), 'was-here');
  // Of an open wish there may be songs that came and were not compared yet.
  if (before?.state !== state) noteCompared(ground, wish.id, newest);
  beat(ground, 'wishes');
  return wishedView(ground, { ...wish, state }, 'first');
}

/** Whether `guestId` waits for `wish` already: asking again costs nothing of the limit. */
function isOpenFor(ground: Ground, wish: Wish | null, guestId: number): boolean {
  return wish !== null && ['wanted', 'fetching'].includes(wish.state) && asksFor(ground, wish.id, guestId);
}

/** What was resolved before is news to nobody who asks, again or for the first time: this answer says what was refused. */
function addAsker(ground: Ground, wishId: number, guestId: number): void {
  ground
    .sql(
      `INSERT INTO wish_asker (wish_id, guest_id, asked_at_ms, since_serial, told_serial)
       SELECT @wishId, @guestId, @now, serial, serial FROM (SELECT coalesce(max(serial), 0) AS serial FROM wish_news WHERE wish_id = @wishId)
       WHERE true
       ON CONFLICT (wish_id, guest_id) DO UPDATE SET asked_at_ms = excluded.asked_at_ms, told_serial = excluded.told_serial`,
    )
    .run({ wishId, guestId, now: ground.now() });
}

/** The answer about a wish as it stands; `again`: to a request that was answered before. */
export function wishedView(ground: Ground, wish: Wish, asked: 'first' | 'again'): Wished {
  return {
    is: 'wished',
    wishId: wish.id,
    artist: wish.artist,
    title: wish.title,
    askers: askerCount(ground, wish.id),
    repeated: asked === 'again',
    refusedBefore: wish.reason,
    state: wish.state,
  };
}
