/** watch, version, as the DJ reads them. */
import type { Scanned } from '../dj/results.ts';
import type { LibraryEvent, WatchEvent, WishEvent } from '../dj/watch_events.ts';
import { visible } from '../party/visible.ts';
import type { Printers } from './printer.ts';
import { scanSums } from './library.ts';
import { clockTime, count, nowLine, scanLine, songName } from './words.ts';

export const carePrinters: Pick<Printers, 'watch' | 'version'> = {
  watch: () => [],
  version: ({ karaoked }) => [`karaoked ${karaoked}`],
};

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
    case 'queue':
      return `queue: ${event.waiting} waiting`;
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
