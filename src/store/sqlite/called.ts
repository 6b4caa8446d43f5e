/** Who sings the turn that is on, who was told to be ready, and why that holds no more. */
import type { Guest } from '../guests.ts';
import type { NotNext, StageNow } from '../news.ts';
import { announcedEntry } from './announce.ts';
import { entryById } from './entries.ts';
import type { Ground } from './ground.ts';
import { nowOn } from './stage.ts';

export function stageNow(ground: Ground): StageNow {
  const announced = announcedEntry(ground);
  return {
    now: nowOn(ground),
    singers: ids(ground, ON_STAGE),
    next: announced && { ...announced, singers: ids(ground, OF_ENTRY, announced.entryId) },
  };
}

/** What became of an entry that was announced and is not. A guest's own CANCEL is the one that no DJ has ordered. */
export function whyNotNext(ground: Ground, entryId: number): NotNext | null {
  const entry = entryById(ground, entryId);
  if (entry?.state === 'cancelled') {
    if (ground.sql(TAKEN_OUT).get({ entryId }) !== undefined) return { why: 'removed', who: null, by: [] };
    return { why: 'cancelled', who: entry.singer, by: [entry.guestId] };
  }
  if (entry?.state !== 'waiting') return null;
  const away = ground.sql<Guest>(AWAY_FROM).all(entryId);
  if (away.length === 0) return { why: 'displaced', who: null, by: [] };
  return { why: 'away', who: away.map(({ name }) => name).join(' & '), by: away.map(({ id }) => id) };
}

const ids = (ground: Ground, singers: string, ...of: readonly number[]): readonly number[] =>
  ground
    .sql<{ id: number }>(singers)
    .all(...of)
    .map(({ id }) => id);

/** A play and an entry tell their singers by the same two columns. */
const singersOf = (rows: string): string =>
  `SELECT guest.id, guest.name FROM (SELECT guest_id, partner_key FROM ${rows})
   JOIN guest ON guest.id = guest_id OR name_key = partner_key`;
const ON_STAGE = singersOf('play WHERE ended_at_ms IS NULL');
const OF_ENTRY = singersOf('queue_list WHERE id = ?');
const AWAY_FROM = `${OF_ENTRY} WHERE guest.id IN
  (SELECT guest_id FROM singer JOIN party ON party.id = party_id AND ended_at_ms IS NULL WHERE away_since_ms IS NOT NULL)`;

/** By an order of the DJ about the entry, or about whose it is. */
const TAKEN_OUT = `SELECT 1 FROM queue_list AS entry JOIN guest ON guest.id = guest_id
  WHERE entry.id = @entryId AND (banned_at_ms IS NOT NULL OR forgotten_at_ms IS NOT NULL OR EXISTS
    (SELECT 1 FROM dj_order WHERE entry_id = @entryId
     AND (verb = 'remove' AND undone_by IS NULL OR verb = 'add' AND undone_by IS NOT NULL)))`;
