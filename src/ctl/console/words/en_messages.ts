/** What happened, in English. */
import { visible } from '../../../party/visible.ts';
import type { WishEvent } from '../../../dj/watch_events.ts';
import { count, songName } from '../../words.ts';
import type { Message } from '../rows.ts';

export function enMessage(event: Message['event'], time: (ms: number) => string): string | null {
  switch (event.event) {
    case 'lost':
      return `karaoked is gone: ${event.text}`;
    case 'back':
      return 'karaoked is back.';
    case 'party':
      if (!event.party) return 'No party is on.';
      return `The party "${visible(event.party.name)}" is on.`;
    case 'proposal':
      return `${songName({ artist: event.wishArtist, title: event.wishTitle })} was wished for; new here: ${event.songId} ${songName(event)}. If it is the one: f`;
    case 'wish':
      return wishNews(event);
    case 'song-added':
      return event.count === 1
        ? `New song: ${songName(event)}`
        : `${event.count} new songs, the last: ${songName(event)}`;
    case 'problems':
      return event.problems === 0
        ? null
        : `${count(event.problems, 'file')} of the library could not be read: 4, then p`;
    case 'library':
      return event.state === 'failed' ? `The scan of the library failed: ${visible(event.why)}` : null;
    case 'last-call':
      return event.closingAtMs === null
        ? 'The party ends when a DJ ends it: the closing time is withdrawn.'
        : `LAST CALL: the party ends at ${time(event.closingAtMs)}.`;
    case 'gone':
      return `${nameOf(event)} is not next any more: ${GONE[event.why]}.`;
    case 'degraded':
      return event.processes.length === 0 ? 'All processes work again.' : `DEGRADED: ${event.processes.join(', ')}`;
    case 'said':
      return `Said to everybody by ${visible(event.who)}: ${visible(event.text)}`;
    case 'order':
      return `${visible(event.who)}: ${visible(`${event.verb} ${event.text}`.trim())}`;
    case 'now':
    case 'next':
    case 'guests':
    case 'queue':
    case 'songs':
    case 'missing':
    case 'connections':
      return null;
    default:
      // A daemon of another day may say what this console does not know.
      return null;
  }
}

const GONE = {
  away: 'said AWAY',
  left: 'the connection is lost',
  cancelled: 'cancelled',
  displaced: 'somebody goes first',
} as const;

function nameOf({ singer, with: partner, artist, title }: Extract<Message['event'], { event: 'gone' }>): string {
  const who = partner === null ? (singer ?? '?') : `${singer ?? '?'} & ${partner}`;
  return `${visible(who)}, ${songName({ artist: artist ?? '?', title: title ?? '?' })},`;
}

function wishNews({ state, askers, reason, artist, title }: WishEvent): string {
  const song = songName({ artist, title });
  switch (state) {
    case 'wanted':
      return `Wished for by ${count(askers, 'guest')}: ${song}`;
    case 'fetching':
      return `Being fetched: ${song}`;
    case 'found':
      return `Here now: ${song}; ${count(askers, 'guest')} will hear of it`;
    case 'refused':
      return `Refused: ${song}: ${visible(reason ?? '')}`;
    case 'withdrawn':
      return `Not wanted any more: ${song}`;
  }
}
