/** Whether this guest waits for a song already. */
import type { State } from './state.ts';

/** null: no. From the line, or from the answer that the line has not caught up with yet. */
export function placeOf({ me, mine, outcome }: State, songId: number): { readonly position: number | null } | null {
  const row = mine?.find(({ song_id, guest_id }) => song_id === songId && guest_id === me?.guestId);
  if (row) return row;
  const isJustQueued =
    outcome?.is === 'queued' && outcome.entry.song_id === songId && outcome.entry.state === 'waiting';
  return isJustQueued ? outcome.entry : null;
}
