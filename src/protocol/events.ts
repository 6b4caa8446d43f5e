/** Everything that a guest may hear unasked, one table: who hears it, and how it is said. */
import { singers } from '../party/duet.ts';
import type { Named, NowPlaying } from '../party/model.ts';
import { eventLine } from './frame.ts';
import type { Said, Speech } from './frame.ts';
import type { EVENT_SHAPES, FieldsOf } from './shapes.ts';
import { named, nowSaid } from './words.ts';

interface SongNamed extends Named {
  readonly id: number;
}

/** An entry that somebody sings. */
interface Sung {
  readonly entryId: number;
  readonly song: SongNamed;
  readonly singer: string;
  /** Who sings it too; null: nobody. */
  readonly partner: string | null;
}

/** Why somebody who was to be next is not. */
interface PutOff {
  readonly why: 'displaced' | 'cancelled' | 'removed' | 'away';
  /** Who cancelled it or said AWAY; null: nobody in particular. */
  readonly who: string | null;
}

export type Event =
  | { readonly topic: 'NOW'; readonly now: NowPlaying }
  | ({ readonly topic: 'NEXT' } & Sung)
  | ({ readonly topic: 'TURN' } & Sung)
  | ({ readonly topic: 'LATER' } & Sung & PutOff)
  | { readonly topic: 'QUEUE'; readonly waiting: number }
  | { readonly topic: 'FOUND'; readonly wishId: number; readonly song: SongNamed; readonly wished: Named | null }
  | ({ readonly topic: 'REFUSED'; readonly wishId: number; readonly reason: string | null } & Named)
  | { readonly topic: 'SAY'; readonly text: string }
  | { readonly topic: 'LASTCALL'; readonly minutes: number }
  | { readonly topic: 'OPENEND' };

export type Topic = Event['topic'];

type Telling<T extends Topic> = (
  event: Extract<Event, { topic: T }>,
) => Said & { readonly fields: FieldsOf<(typeof EVENT_SHAPES)[T]> };

/** `watch`: the least that WATCH must say to hear it. `shown` and `what` are for the page. */
export const EVENTS: {
  readonly [T in Topic]: {
    readonly watch: 'mine' | 'all';
    readonly shown: string;
    readonly what: string;
    readonly said: Telling<T>;
  };
} = {
  NOW: {
    watch: 'all',
    shown: '* NOW …',
    what: 'at every change (start, pause, resume, gap, silence); reads like the answer to NOW',
    said: ({ now }) => nowSaid(now),
  },
  NEXT: {
    watch: 'mine',
    shown: '* NEXT 18 Toto - Africa: you are up after this song',
    what: 'to the guest who is up after this song',
    said: (event) => turnSaid(event, 'you are up after this song'),
  },
  TURN: {
    watch: 'mine',
    shown: '* TURN 17 Queen - Bohemian Rhapsody: the microphone is yours',
    what: 'to the guest whose gap or song begins',
    said: (event) => turnSaid(event, 'the microphone is yours'),
  },
  LATER: {
    watch: 'mine',
    shown: '* LATER 18 Toto - Africa: somebody goes before you; you will be called again',
    what: 'to the guest who was up after this song and is not any more: why, and whether there is a call to come',
    said: (event) => {
      const { head, text, fields } = turnSaid(event, PUT_OFF[event.why](event.who ?? 'somebody'));
      return { head, text, fields: { ...fields, why: event.why } };
    },
  },
  QUEUE: {
    watch: 'all',
    shown: '* QUEUE 8',
    what: 'the line changed, so many wait; at most one a second',
    said: ({ waiting }) => ({ head: String(waiting), text: '', fields: { waiting } }),
  },
  FOUND: {
    watch: 'mine',
    shown: '* FOUND 5 song=731 ABBA - Waterloo is here now. Say: REQUEST 731',
    what: 'a song that you asked for is here',
    said: ({ wishId, song, wished }) => ({
      head: `${wishId} song=${song.id}`,
      // The wish behind everything else: programs read the sentence before it.
      text: `${named(song)} is here now. Say: REQUEST ${song.id}${wished ? ` (your wish: ${named(wished)})` : ''}`,
      fields: {
        wish_id: wishId,
        song_id: song.id,
        artist: song.artist,
        title: song.title,
        wished: wished && named(wished),
      },
    }),
  },
  REFUSED: {
    watch: 'mine',
    shown: '* REFUSED 5 <reason>',
    what: 'a song that you asked for will not come',
    said: ({ wishId, reason, artist, title }) => ({
      head: String(wishId),
      text: reason ?? `${named({ artist, title })} will not come`,
      fields: { wish_id: wishId, reason, artist, title },
    }),
  },
  SAY: {
    watch: 'mine',
    shown: '* SAY <text>',
    what: 'from the DJ',
    said: ({ text }) => ({ head: '', text, fields: {} }),
  },
  LASTCALL: {
    watch: 'mine',
    shown: '* LASTCALL 20 …',
    what: 'the party ends in so many minutes: when it is set or moved, ten minutes before, and to who comes later',
    said: ({ minutes }) => ({
      head: String(minutes),
      text: `the party ends in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`,
      fields: { minutes },
    }),
  },
  OPENEND: {
    watch: 'mine',
    shown: '* OPENEND the party goes on: its end was taken back',
    what: 'what LASTCALL said does not hold any more',
    said: () => ({ head: '', text: 'the party goes on: its end was taken back', fields: {} }),
  },
};

/** One event as one line, ended. */
export function renderEvent(speech: Speech, event: Event): string {
  const { said } = EVENTS[event.topic] as { readonly said: (event: Event) => Said };
  return eventLine(speech, event.topic, said(event));
}

const PUT_OFF: Readonly<Record<PutOff['why'], (who: string) => string>> = {
  displaced: () => 'somebody goes before you; you will be called again',
  away: (who) => `${who} is away; you will be called again after BACK`,
  cancelled: (who) => `${who} has taken it back; you will not be called for it`,
  removed: () => 'the DJ has taken it out of the line; you will not be called for it',
};

function turnSaid(event: Sung, sentence: string): ReturnType<Telling<'NEXT'>> {
  const { entryId, song, singer, partner } = event;
  // Who sings alone knows who it is.
  const duet = partner === null ? '' : ` (${singers(event)})`;
  return {
    head: String(entryId),
    text: `${named(song)}${duet}: ${sentence}`,
    fields: { queue_id: entryId, song_id: song.id, artist: song.artist, title: song.title, singer, with: partner },
  };
}
