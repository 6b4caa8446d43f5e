/** What happened, in Bulgarian. */
import type { WishEvent } from '../../../dj/watch_events.ts';
import { visible } from '../../../party/visible.ts';
import { count, songName } from '../../words.ts';
import type { Message } from '../rows.ts';
import { bgSentence } from './bg_sentences.ts';

export function bgMessage(event: Message['event'], time: (ms: number) => string): string | null {
  switch (event.event) {
    case 'lost':
      return `karaoked го няма: ${event.text}`;
    case 'back':
      return 'karaoked отново е тук.';
    case 'party':
      return event.party ? `Партито „${visible(event.party.name)}“ върви.` : 'Няма парти.';
    case 'proposal':
      return `Желана песен: ${songName({ artist: event.wishArtist, title: event.wishTitle })}; нова тук: ${event.songId} ${songName(event)}. Ако е тя: f`;
    case 'wish':
      return wishNews(event);
    case 'song-added':
      return event.count === 1
        ? `Нова песен: ${songName(event)}`
        : `${event.count} нови песни, последната: ${songName(event)}`;
    case 'problems':
      return event.problems === 0
        ? null
        : `${count(event.problems, 'файл', 'файла')} от библиотеката не се ${event.problems === 1 ? 'чете' : 'четат'}: 4, после p`;
    case 'library':
      return event.state === 'failed' ? `Обхождането на библиотеката не успя: ${visible(bgSentence(event.why))}` : null;
    case 'last-call':
      return event.closingAtMs === null
        ? 'Часът за край е отменен: партито свършва, когато диджей го спре.'
        : `ПОСЛЕДНИ ПЕСНИ: партито свършва в ${time(event.closingAtMs)}.`;
    case 'gone':
      return `Вече не е на ред: ${nameOf(event)}; ${GONE[event.why]}.`;
    case 'degraded':
      return event.processes.length === 0
        ? 'Всички процеси отново работят.'
        : `НЕ РАБОТИ: ${event.processes.join(', ')}`;
    case 'said':
      return `До всички от ${visible(event.who)}: ${visible(event.text)}`;
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
  away: 'каза AWAY',
  left: 'връзката прекъсна',
  cancelled: 'заявката е отменена',
  displaced: 'друг е преди това',
} as const;

function nameOf({ singer, with: partner, artist, title }: Extract<Message['event'], { event: 'gone' }>): string {
  const who = partner === null ? (singer ?? '?') : `${singer ?? '?'} и ${partner}`;
  return `${visible(who)}, ${songName({ artist: artist ?? '?', title: title ?? '?' })}`;
}

function wishNews({ state, askers, reason, artist, title }: WishEvent): string {
  const song = songName({ artist, title });
  const guests = count(askers, 'гост', 'гости');
  switch (state) {
    case 'wanted':
      return `${askers === 1 ? 'Иска' : 'Искат'} я ${guests}: ${song}`;
    case 'fetching':
      return `Изтегля се: ${song}`;
    case 'found':
      return `Вече е тук: ${song}; ще ${askers === 1 ? 'научи' : 'научат'} ${guests}`;
    case 'refused':
      return `Отказ: ${song}: ${visible(reason ?? '')}`;
    case 'withdrawn':
      return `Вече никой не я иска: ${song}`;
  }
}
