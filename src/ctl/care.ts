/** watch, version, as the DJ reads them. */
import type { WatchEvent } from '../dj/results.ts';
import { visible } from '../party/visible.ts';
import type { Printers } from './printer.ts';
import { clockTime, count, nowLine } from './words.ts';

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
  }
}

function closing(atMs: number | null, nowMs: number): string {
  return atMs === null ? '' : `, ends at ${clockTime(atMs, nowMs)}`;
}
