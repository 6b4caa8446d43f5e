/** How times, songs and counts are written for the DJ. */
import { mmss } from '../party/clock.ts';
import { visible } from '../party/visible.ts';
import type { NowRow } from '../dj/results/rows.ts';
import type { JobProgress } from '../store/librarian.ts';
import { PAGE_ROWS } from '../dj/verbs.ts';

interface Named {
  readonly artist: string;
  readonly title: string;
}

export function songName({ artist, title }: Named): string {
  return visible(`${artist} - ${title}`);
}

/** `1 guest`, `2 guests`. */
export function count(n: number, one: string, several = `${one}s`): string {
  return `${n} ${n === 1 ? one : several}`;
}

/** `21-27 min`; `?` while nobody can say. */
export function wait(fromMin: number | null, toMin: number | null): string {
  return fromMin === null || toMin === null ? '?' : `${fromMin}-${toMin} min`;
}

/** A time of day here, `20:14`; with the date when it was another day than `now`. */
export function clockTime(ms: number, now: number): string {
  const at = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  if (at.toDateString() === new Date(now).toDateString()) return time;
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${time}`;
}

/** `25 min`, `3 h 5 min`: how long something is off, to the minute. */
export function minutes(ms: number): string {
  const all = Math.max(0, Math.ceil(ms / 60_000));
  return all < 60 ? `${all} min` : `${Math.floor(all / 60)} h ${all % 60} min`;
}

/** `Ada & Bo`. */
export function singersOf({
  singer,
  with: partner,
}: {
  readonly singer: string | null;
  readonly with: string | null;
}): string {
  return visible([singer, partner].filter((name) => name !== null).join(' & '));
}

const SECOND = 1_000;

/** What sounds now, as one line; to the second that guests are told too. */
export function nowLine(now: NowRow): string {
  if (now.state === 'silence' || now.artist === null || now.title === null) {
    return now.why === 'no-party' ? 'silence: no party is on' : 'silence: nobody waits and there is no song to play';
  }
  const who = now.singer === null ? 'nobody sings' : singersOf(now);
  const what = `${songName({ artist: now.artist, title: now.title })} (${who})`;
  const positionMs = now.positionMs ?? 0;
  const lasts = mmss(Math.round((now.durationMs ?? 0) / SECOND) * SECOND);
  // Rounded up: it does not say that the gap is over while it is not.
  const place =
    positionMs < 0 ? `in ${mmss(Math.ceil(-positionMs / SECOND) * SECOND)}` : `${mmss(positionMs)}/${lasts}`;
  return `${what} ${place}${now.state === 'paused' ? ' paused' : ''}`;
}

/** What follows a page that is not all: how much there is and how to see more. */
export function pageLine(page: { rows: readonly unknown[]; total: number; more: boolean; page: number }): string[] {
  const { rows, total, more } = page;
  if (rows.length === 0 && page.page > 1) return [`Page ${page.page} is empty; there are ${total}.`];
  if (rows.length === 0 || (rows.length === total && !more)) return [];
  const rest = more || page.page * PAGE_ROWS < total ? ` More: --page ${page.page + 1}` : '';
  return [`${rows.length} of ${total}${more ? '+' : ''}, page ${page.page}.${rest}`];
}

/** Where a scan is: `scanning /music: 45,231 of 100,000 files`. */
export function scanLine({ folder, done, total }: JobProgress): string {
  const of = total === null || done > total ? '' : ` of ${total}`;
  return `scanning${folder === null ? '' : ` ${visible(folder)}`}: ${done}${of} files`;
}

/** A path as it is typed after a command: in quotes where a shell would otherwise read more than one word. */
export function typedPath(path: string): string {
  const shown = visible(path);
  return /^[\p{L}\p{N}\p{M}/._+,:@%-]+$/u.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`;
}
