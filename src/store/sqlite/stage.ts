/** The play that is on: its row, what it shows, and who may write it. */
import { positionAt } from '../../party/clock.ts';
import type { NowPlaying } from '../../party/model.ts';
import { EpochOver } from '../player.ts';
import type { Turn } from '../player.ts';
import type { Ground } from './ground.ts';
import { partyOn } from './night.ts';
import { songById } from './songs.ts';

/** Throws EpochOver unless `epoch` is the player's that took the stage last. Inside a write, so nothing can come between. */
export function refuseReplaced(ground: Ground, epoch: number): void {
  if (ground.sql('SELECT 1 FROM player WHERE epoch = ?').get(epoch) === undefined)
    throw new EpochOver(`Another player has taken the stage from epoch ${epoch}`);
}

interface PlayRow extends Omit<Turn, 'song' | 'musicStarted'> {
  readonly songId: number;
  readonly artist: string;
  readonly title: string;
  readonly musicStarted: 0 | 1;
}

/** The turn that is on, or null. */
export function turnOn(ground: Ground): Turn | null {
  const row = ground
    .sql<PlayRow>(
      `SELECT id AS playId, entry_id AS entryId, guest_id AS guestId, singer, partner, song_id AS songId, artist, title,
         duration_ms AS durationMs, running_since_ms AS runningSinceMs, offset_ms AS offsetMs, music_started AS musicStarted
       FROM play WHERE ended_at_ms IS NULL`,
    )
    .get();
  if (!row) return null;
  const { songId, artist, title, musicStarted, ...turn } = row;
  const song = songById(ground, songId);
  return {
    ...turn,
    musicStarted: musicStarted === 1,
    song: { durationS: null, popularity: 0, ...song, id: songId, artist, title },
  };
}

export function nowOn(ground: Ground): NowPlaying {
  const atMs = ground.now();
  const turn = turnOn(ground);
  if (!turn) return { state: 'silence', why: partyOn(ground) ? 'nothing-to-play' : 'no-party', atMs };
  const { playId, entryId, guestId, singer, partner, song, durationMs } = turn;
  const positionMs = Math.min(positionAt(turn, atMs), durationMs);
  return {
    state: stateOf(turn),
    playId,
    entryId,
    guestId,
    singer,
    partner,
    song,
    durationMs,
    positionMs: told(turn, positionMs),
    atMs,
  };
}

function stateOf(turn: Turn): 'playing' | 'paused' | 'between' {
  if (turn.runningSinceMs === null) return 'paused';
  return turn.musicStarted ? 'playing' : 'between';
}

/** The player's word starts the music, not the clock: in the moments between the two the gap is told as over, or as not over. */
const told = (turn: Turn, positionMs: number): number =>
  turn.musicStarted ? Math.max(0, positionMs) : Math.min(0, positionMs);
