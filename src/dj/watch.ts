/** What a watcher hears: the differences between how things stood and how they stand. Pure. */
import type { Proposal } from '../store/dj.ts';
import type { WishTidings } from '../store/tidings.ts';
import { libraryEvents } from './library_news.ts';
import type { LibrarySeen } from './library_news.ts';
import { lineEvents } from './line_events.ts';
import type { LineSeen } from './line_events.ts';
import type { Standing } from './results.ts';
import type { NowRow } from './results/rows.ts';
import type { WatchEvent } from './watch_events.ts';
import { wishEvents } from './wish_events.ts';

/** What a watcher has seen. */
export interface Seen {
  readonly standing: Standing;
  readonly line: LineSeen;
  readonly wishes: WishTidings;
  /** That came with `wishes`, and the id of the newest so far. */
  readonly proposals: readonly Proposal[];
  readonly lastProposal: number;
  /** The names of processes that are degraded, in the order of the tree. */
  readonly degraded: readonly string[];
  readonly library: LibrarySeen;
  /** When the library was looked at, on the desk's clock. */
  readonly libraryAtMs: number;
}

/** The events that lead from `before` to `after`; from null, everything. */
export function changes(before: Seen | null, after: Seen): readonly WatchEvent[] {
  return [
    ...standingEvents(before?.standing ?? null, after.standing),
    ...degradedEvents(before?.degraded ?? [], after.degraded),
    ...lineEvents(before?.line ?? null, after.line),
    // The same tidings are told once.
    ...(before && before.wishes !== after.wishes ? wishEvents(before.wishes, after.wishes) : []),
    ...(before && before.wishes !== after.wishes ? after.proposals.map(proposalEvent) : []),
    ...(before?.library === after.library ? [] : libraryEvents(before?.library ?? null, after.library)),
  ];
}

function proposalEvent({ wishId, wishArtist, wishTitle, songId, artist, title }: Proposal): WatchEvent {
  return { event: 'proposal', wishId, wishArtist, wishTitle, songId, artist, title };
}

function degradedEvents(before: readonly string[], after: readonly string[]): readonly WatchEvent[] {
  return before.join() === after.join() ? [] : [{ event: 'degraded', processes: after }];
}

function standingEvents(before: Standing | null, after: Standing): readonly WatchEvent[] {
  const events: WatchEvent[] = [];
  const { party, now, songs, missing, connections, guests } = after;
  if (!before || !sameParty(before.party, party)) events.push({ event: 'party', party });
  if (before && before.party?.closingAtMs !== party?.closingAtMs && party?.id === before.party?.id) {
    events.push({ event: 'last-call', closingAtMs: party?.closingAtMs ?? null });
  }
  if (!before || !sameMusic(before.now, now)) events.push({ event: 'now', now });
  if (before?.songs !== songs) events.push({ event: 'songs', songs });
  if (before?.missing !== missing) events.push({ event: 'missing', missing });
  if (before?.connections !== connections || before.guests !== guests) {
    events.push({ event: 'connections', connections, guests });
  }
  return events;
}

function sameParty(a: Standing['party'], b: Standing['party']): boolean {
  return a?.id === b?.id && a?.closingAtMs === b?.closingAtMs && a?.endedAtMs === b?.endedAtMs;
}

/** The position moves all the time; a change is when the music no longer began at the same moment (restart, pause, next). */
function sameMusic(a: NowRow, b: NowRow): boolean {
  return a.state === b.state && a.songId === b.songId && a.queueId === b.queueId && began(a) === began(b);
}

function began({ state, positionMs, atMs }: NowRow): number | null {
  return state === 'paused' || positionMs === null ? positionMs : atMs - positionMs;
}
