/** How songs, times and counts are written for people, the same everywhere. */
import { singers } from '../party/duet.ts';
import type { Named, NowPlaying, Page, WaitRange } from '../party/model.ts';
import type { FieldsOf, SHAPES } from './shapes.ts';
import type { Said } from './frame.ts';

/** `Queen - Bohemian Rhapsody`. */
export const named = ({ artist, title }: Named): string => `${artist} - ${title}`;

/** `5:54`; hours only count as minutes, as on a record sleeve. `seconds` is whole and not negative. */
export function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `21-27`, or `?` while nobody can know. */
export const waitRange = (wait: WaitRange): string => (wait ? `${wait.fromMin}-${wait.toMin}` : '?');

/** `23:30`, by the house's clock. `ms` since 1970. */
export function hourOf(ms: number): string {
  const at = new Date(ms);
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** `1 song`, `3 songs`. */
export const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** The end of a page of rows: `20 of 133 page=1`, `20 of 1000+ page=1`. */
export function pageSaid(page: Page<unknown>): {
  readonly head: string;
  readonly fields: FieldsOf<(typeof SHAPES)['QUEUE']>;
} {
  const shown = page.rows.length;
  const { total, more } = page;
  return {
    head: `${shown} of ${total}${more ? '+' : ''} page=${page.page}`,
    fields: { shown, total, more, page: page.page },
  };
}

/** What sounds now, as the answer to NOW and the event say it. */
export function nowSaid(now: NowPlaying): Said & { readonly fields: FieldsOf<(typeof SHAPES)['NOW']> } {
  if (now.state === 'silence') {
    const nothing = { queue_id: null, song_id: null, singer: null, with: null, artist: null, title: null };
    return {
      head: 'silence',
      text: now.why === 'no-party' ? 'no party is on' : 'nothing plays; the first song asked for comes next',
      fields: { state: 'silence', ...nothing, position_ms: null, duration_ms: null, at_ms: now.atMs },
    };
  }
  const { entryId, singer, partner, song, positionMs, durationMs, atMs } = now;
  const id = entryId === null ? '-' : String(entryId);
  const paused = now.state === 'paused' ? ' paused' : '';
  const who = `${named(song)} (${singer === null ? 'nobody sings' : singers({ singer, partner })})`;
  // A negative position is the gap before the music, paused or not. Rounded so that it never says that it is over.
  const inGap = now.state === 'between' || positionMs < 0;
  const when = inGap
    ? `in ${minutes(Math.ceil(Math.max(0, -positionMs) / 1000))}`
    : `${minutes(Math.floor(Math.min(positionMs, durationMs) / 1000))}/${minutes(Math.round(durationMs / 1000))}`;
  return {
    head: inGap ? `between ${id}` : id,
    text: `${who} ${when}${paused}`,
    fields: {
      state: now.state,
      queue_id: entryId,
      song_id: song.id,
      singer,
      with: partner,
      artist: song.artist,
      title: song.title,
      position_ms: Math.round(positionMs),
      duration_ms: Math.round(durationMs),
      at_ms: Math.round(atMs),
    },
  };
}
