/** A song that nobody asked for: of the library or one folder of it, none twice in a night while others are left. */
import type { Song } from '../../party/model.ts';
import type { Ground } from './ground.ts';
import { anyFrom, unplayedFrom } from './random_from.ts';
import { songHere } from './songs.ts';

/** Ids have no holes to speak of, so almost always the first throw hits; the rest is for small catalogues late at night. */
const THROWS = 16;

/** Of the folder that is set (player.randomFrom), while anything of it can be played; null when the library is empty. */
export function randomSong(ground: Ground, partyId: number): Song | null {
  const { randomFrom: path } = ground.limits();
  const id =
    path === '' ? null : (unplayedFrom(ground, path, partyId) ?? anyFrom(ground, path, lastPlayed(ground, partyId)));
  return id === null ? ofAll(ground, partyId) : songHere(ground, id);
}

/** Never a scan: a throw is one look at an id, and the fallback walks from a random place. */
function ofAll(ground: Ground, partyId: number): Song | null {
  const last =
    ground.sql<{ id: number | null }>('SELECT max(id) AS id FROM song WHERE gone = 0 AND hidden = 0').get()?.id ?? null;
  if (last === null) return null;
  for (let thrown = 0; thrown < THROWS; thrown += 1) {
    const song = songHere(ground, 1 + ground.chance(last));
    if (song && !wasPlayed(ground, partyId, song.id)) return song;
  }
  const from = 1 + ground.chance(last);
  const id =
    unplayedAfter(ground, partyId, from) ??
    unplayedAfter(ground, partyId, 0) ??
    notTheLast(ground, partyId, from) ??
    last;
  return songHere(ground, id);
}

const lastPlayed = (ground: Ground, partyId: number): number | null =>
  ground
    .sql<{ songId: number }>('SELECT song_id AS songId FROM play WHERE party_id = ? ORDER BY id DESC LIMIT 1')
    .get(partyId)?.songId ?? null;

function wasPlayed(ground: Ground, partyId: number, songId: number): boolean {
  return ground.sql('SELECT 1 FROM play WHERE party_id = ? AND song_id = ?').get(partyId, songId) !== undefined;
}

function unplayedAfter(ground: Ground, partyId: number, from: number): number | null {
  const song = ground
    .sql<{ id: number }>(
      `SELECT id FROM song WHERE id >= ? AND gone = 0 AND hidden = 0 AND NOT EXISTS (SELECT 1 FROM play WHERE party_id = ? AND song_id = song.id)
       ORDER BY id LIMIT 1`,
    )
    .get(from, partyId);
  return song?.id ?? null;
}

/** Everything was played: any but the one that has just ended. */
function notTheLast(ground: Ground, partyId: number, from: number): number | null {
  const song = ground
    .sql<{ id: number }>(
      `SELECT id FROM song WHERE gone = 0 AND hidden = 0 AND id <> (SELECT song_id FROM play WHERE party_id = ? ORDER BY id DESC LIMIT 1)
       ORDER BY id < ?, id LIMIT 1`,
    )
    .get(partyId, from);
  return song?.id ?? null;
}
