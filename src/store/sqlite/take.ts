/** Taking the next turn: the entry the order calls, else a random song, else nothing. */
import { nextToCall } from '../../party/order.ts';
import type { Party, Reason, Song } from '../../party/model.ts';
import type { Turn } from '../player.ts';
import { announce } from './announce.ts';
import { entryById, moveEntry } from './entries.ts';
import type { Entry } from './entries.ts';
import type { Ground } from './ground.ts';
import { lineOf } from './line_facts.ts';
import { partyOn } from './night.ts';
import { beat } from './pulse.ts';
import { randomSong } from './random.ts';
import { songById } from './songs.ts';
import { turnOn } from './stage.ts';
import { turnLength } from './turn_length.ts';

/** Returns the turn that is on already, if one is, so that asking twice takes nobody's turn away. */
export function takeNext(ground: Ground): Turn | null {
  const party = partyOn(ground);
  if (!party) return null;
  const on = turnOn(ground);
  if (on) return on;
  const line = lineOf(ground, party);
  const next = nextToCall(line);
  const entry = next && entryById(ground, next.entry.id);
  const song = entry ? songById(ground, entry.songId) : randomSong(ground, party.id);
  if (!song) return null;
  if (entry) moveEntry(ground, entry.id, 'call');
  // Announced or not: what had put it first is what the turn counts as.
  const rule = next?.reason.rule === 'announced' ? (line.announced?.rule ?? null) : (next?.reason.rule ?? null);
  insertPlay(ground, party, { song, entry, rule });
  beat(ground, 'song', 'queue');
  announce(ground);
  return turnOn(ground);
}

/** A random song has no gap: there is nobody to wait for. */
function insertPlay(
  ground: Ground,
  party: Party,
  { song, entry, rule }: { readonly song: Song; readonly entry: Entry | null; readonly rule: Reason['rule'] | null },
): void {
  const { gapMs, musicMs } = turnLength(ground.limits(), song.durationS, entry ? 'guest' : 'nobody');
  const takenAtMs = ground.now();
  ground
    .sql(
      `INSERT INTO play (party_id, entry_id, guest_id, song_id, singer, partner, partner_key, rule, artist, title,
         duration_ms, planned_ms, running_since_ms, offset_ms, music_started, taken_at_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      party.id,
      entry?.id ?? null,
      entry?.guestId ?? null,
      song.id,
      entry?.singer ?? null,
      entry?.partner ?? null,
      entry?.partnerKey ?? null,
      rule,
      song.artist,
      song.title,
      musicMs,
      gapMs + musicMs,
      takenAtMs,
      -gapMs,
      gapMs === 0 ? 1 : 0,
      takenAtMs,
    );
}
