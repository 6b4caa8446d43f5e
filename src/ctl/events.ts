/** What a watcher hears, as the DJ reads it. */
import type { Scanned } from '../dj/results.ts';
import type { LibraryEvent, LineEvent, WatchEvent, WishEvent } from '../dj/watch_events.ts';
import { visible } from '../party/visible.ts';
import type { GoneBecause } from '../store/line_tidings.ts';
import { scanSums } from './library.ts';
import { clockTime, count, nowLine, scanLine, singersOf, songName } from './words.ts';

/** One line for one thing that happened, with the time of day. */
export function eventLine(event: WatchEvent, atMs: number): string {
  return `${clockTime(atMs, atMs)}  ${sentence(event, atMs)}`;
}

function sentence(event: WatchEvent, nowMs: number): string {
  switch (event.event) {
    case 'party':
      return event.party
        ? `party: ${visible(event.party.name)}${closing(event.party.closingAtMs, nowMs)}`
        : 'party: none is on';
    case 'now':
      return `now: ${nowLine(event.now)}`;
    case 'last-call':
      return event.closingAtMs === null
        ? 'no last call: the party has no closing time'
        : `last call: the party ends at ${clockTime(event.closingAtMs, nowMs)}`;
    case 'queue':
      return `queue: ${event.waiting} waiting`;
    case 'next':
      return event.queueId === null ? 'next: nobody' : `next: ${entryName(event)}`;
    case 'gone':
      return `not next any more: ${entryName(event)}, ${GONE[event.why]}`;
    case 'guests':
      return 'guests: see karaokectl guests';
    case 'said':
      return `said by ${visible(event.who)}: ${visible(event.text)}`;
    case 'order':
      return `${visible(event.who)}: ${event.verb} ${visible(event.text)}`.trimEnd();
    case 'degraded':
      return event.processes.length === 0
        ? 'degraded: nothing any more'
        : `degraded: ${event.processes.join(', ')}; see karaokectl status`;
    case 'songs':
      return `songs: ${event.songs} here`;
    case 'missing':
      return `missing: ${event.missing}`;
    case 'connections':
      return `clients: ${event.connections} connected, ${count(event.guests, 'named guest')}`;
    case 'library':
      return `library: ${libraryNews(event)}`;
    case 'song-added':
      return `${event.count === 1 ? 'new song' : `${event.count} new songs, the last`}: ${event.songId} ${songName(event)}`;
    case 'problems':
      return `problems: ${event.problems === 0 ? 'none any more' : `${event.problems}. See: karaokectl library problems`}`;
    case 'proposal': {
      const wished = songName({ artist: event.wishArtist, title: event.wishTitle });
      return `wish ${event.wishId}: ${wished} may be ${event.songId} ${songName(event)}. If it is: karaokectl found ${event.wishId} ${event.songId}`;
    }
    case 'wish':
      return `wish ${event.wishId}: ${songName(event)} ${wishNews(event)}`;
  }
}

function entryName(entry: Extract<LineEvent, { readonly event: 'next' | 'gone' }>): string {
  return `${entry.queueId ?? '?'} ${songName({ artist: entry.artist ?? '', title: entry.title ?? '' })} (${singersOf(entry)})`;
}

const GONE: Readonly<Record<GoneBecause, string>> = {
  away: 'who sings it said AWAY',
  left: 'the singer is gone',
  cancelled: 'it was taken back',
  displaced: 'another song goes first',
};

function closing(atMs: number | null, nowMs: number): string {
  return atMs === null ? '' : `, ends at ${clockTime(atMs, nowMs)}`;
}

function libraryNews(event: Extract<LibraryEvent, { readonly event: 'library' }>): string {
  switch (event.state) {
    case 'began':
      return 'a scan began';
    case 'scanning':
      return scanLine(event);
    case 'ended':
      return ['the scan is over', scanSums(event), ...event.asks.map(missing)].join('. ');
    case 'failed':
      return `the scan failed: ${visible(event.why)}`;
  }
}

function missing({ folder, vanished, known }: Scanned['asks'][number]): string {
  return `${vanished} of ${known} files in ${visible(folder)} are gone: karaokectl library list`;
}

function wishNews({ state, askers, songId, reason }: WishEvent): string {
  switch (state) {
    case 'wanted':
      return askers === 1 ? 'is wanted' : `is wanted by ${askers}`;
    case 'fetching':
      return 'is being fetched';
    case 'found':
      return `is here as song ${songId ?? '?'}; ${count(askers, 'guest')} will hear of it`;
    case 'refused':
      return `is refused: ${visible(reason ?? '')}`;
    case 'withdrawn':
      return 'is not wanted any more';
  }
}
