/** The rows before a final: each as a person reads it and as a program does. */
import { singers } from '../party/duet.ts';
import type { Named, Place, Song } from '../party/model.ts';
import type { Said } from './frame.ts';
import type { FieldsOf, ROW_SHAPES } from './shapes.ts';
import { hourOf, minutes, named, waitRange } from './words.ts';

type Row<R extends keyof typeof ROW_SHAPES> = Said & { readonly fields: FieldsOf<(typeof ROW_SHAPES)[R]> };

/** `731 Queen - Bohemian Rhapsody 5:54`; without the time where nobody knows it. */
export function songRow({ id, artist, title, durationS }: Song): Row<'song row'> {
  const time = durationS === null ? '' : ` ${minutes(Math.round(durationS))}`;
  return {
    head: String(id),
    text: named({ artist, title }) + time,
    fields: { song_id: id, artist, title, duration_s: durationS },
  };
}

/**
 * `17 1. Queen - Bohemian Rhapsody (Ada) 21-27 min`; `(Ada & Bo)` when two sing; `? min, away` for who is not called;
 * `, too late for the end at 23:30` for a song that will not be over by then.
 */
export function placeRow(place: Place): Row<'queue row'> {
  const { entryId, position, guestId, singer, partner, presence, song, wait, tooLateFor, reason } = place;
  const away = reason.rule === 'away' ? ', away' : '';
  const late = tooLateFor === null ? '' : `, too late for the end at ${hourOf(tooLateFor)}`;
  return {
    head: `${entryId} ${position}.`,
    text: `${named(song)} (${singers(place)}) ${waitRange(wait)} min${away}${late}`,
    fields: {
      queue_id: entryId,
      position,
      singer,
      with: partner,
      guest_id: guestId,
      presence,
      wait_from_min: wait?.fromMin ?? null,
      wait_to_min: wait?.toMin ?? null,
      too_late_for_ms: tooLateFor,
      song_id: song.id,
      artist: song.artist,
      title: song.title,
      why: reason,
    },
  };
}

/** What became of a wish. */
export interface WishSaid extends Named {
  readonly wishId: number;
  readonly state: string;
  readonly reason: string | null;
  readonly songId: number | null;
  /** As it was written, where artist and title are those of a song of another name; null or left out: they are the wish's own. */
  readonly wished?: Named | null;
}

/** `5 found song=902 Щурците - Вкусът на времето`, `6 refused Nobody - Unknown: the label forbids it`. */
export function wishRow({ wishId, state, reason, songId, artist, title, wished = null }: WishSaid): Row<'wish row'> {
  const song = songId === null ? '' : ` song=${songId}`;
  const why = state === 'refused' && reason ? `: ${reason}` : '';
  return {
    head: `${wishId} ${state}${song}`,
    text: named({ artist, title }) + why + (wished ? ` (your wish: ${named(wished)})` : ''),
    fields: { wish_id: wishId, state, reason, song_id: songId, artist, title, wished: wished && named(wished) },
  };
}

/**
 * `unsung song=731 Queen - Bohemian Rhapsody; CANCEL 17 forgets it`: what a guest did not get to sing at an earlier party.
 * Nobody remembers from one week to the next which entry it was, so the row says it.
 */
export function unsungRow(unsung: {
  readonly entryId: number;
  readonly song: Song;
  readonly partner: string | null;
}): Row<'unsung row'> {
  const duet = unsung.partner === null ? '' : ` (with ${unsung.partner})`;
  const { id, artist, title } = unsung.song;
  return {
    head: `unsung song=${id}`,
    text: `${named({ artist, title })}${duet}; CANCEL ${unsung.entryId} forgets it`,
    fields: { unsung: true, song_id: id, artist, title, with: unsung.partner, queue_id: unsung.entryId },
  };
}

/** `731 Queen - Bohemian Rhapsody 2026-11-20`; the day is that of the house's clock. */
export function sungRow(
  sung: Named & { readonly songId: number; readonly partner: string | null; readonly sungAtMs: number },
): Row<'history row'> {
  const { songId, artist, title, partner, sungAtMs } = sung;
  const duet = partner === null ? '' : ` (with ${partner})`;
  const at = new Date(sungAtMs);
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return {
    head: String(songId),
    text: `${named({ artist, title })}${duet} ${day}`,
    fields: { song_id: songId, artist, title, with: partner, sung_at_ms: sungAtMs },
  };
}

/** `Ada, sings tonight`; somebody who sings may be gone for a moment. `id` null: known by name only. */
export function guestRow(guest: {
  readonly id: number | null;
  readonly name: string;
  readonly connected: boolean;
  readonly sings: boolean;
}): Row<'guest row'> {
  const notes = [guest.sings ? ', sings tonight' : '', guest.connected ? '' : ', not connected now'];
  return {
    head: '',
    text: guest.name + notes.join(''),
    fields: { guest_id: guest.id, name: guest.name, connected: guest.connected, sings: guest.sings },
  };
}
