/** What a watcher hears of the line, of who is here, and of the orders of other DJs. Pure. */
import type { LineDigest, LineTidings, NextUp, OrderNews } from '../store/line_tidings.ts';
import type { LineEvent } from './watch_events.ts';

/** The line as a watcher has seen it. */
export interface LineSeen {
  readonly tidings: LineTidings;
  readonly digest: LineDigest;
  readonly waiting: number;
}

/** The events that lead from `before` to `after`; from null, how things stand. */
export function lineEvents(before: LineSeen | null, after: LineSeen): readonly LineEvent[] {
  const { tidings, digest, waiting } = after;
  const events: LineEvent[] = [];
  if (before?.waiting !== waiting || before.digest.line !== digest.line) events.push({ event: 'queue', waiting });
  if (tidings.gone) {
    const { why, ...gone } = tidings.gone;
    events.push({ event: 'gone', ...nextFields(gone), why });
  }
  if (before === null || before.tidings.next?.entryId !== tidings.next?.entryId) {
    events.push({ event: 'next', ...(tidings.next ? nextFields(tidings.next) : NOBODY) });
  }
  if (before !== null && before.digest.guests !== digest.guests) events.push({ event: 'guests' });
  if (before !== null) events.push(...tidings.orders.map(orderEvent));
  return events;
}

const NOBODY = { queueId: null, singer: null, with: null, artist: null, title: null } as const;

function nextFields({ entryId, singer, partner, artist, title }: NextUp) {
  return { queueId: entryId, singer, with: partner, artist, title };
}

function orderEvent(order: OrderNews): LineEvent {
  const { verb, who, text } = order;
  return verb === 'say'
    ? { event: 'said', text, who }
    : { event: 'order', verb: verb.replace('-', ' '), who, text: aboutWhat(order) };
}

/** `17 Toto - Africa (Ada): 1`: what it was about, and what it said. */
function aboutWhat({ verb, entryId, wishId, singer, artist, title, text }: OrderNews): string {
  const song = artist === null || title === null ? null : `${artist} - ${title}`;
  const by = singer === null ? null : song === null ? singer : `(${singer})`;
  const about = [entryId ?? wishId, song, by].filter((piece) => piece !== null).join(' ');
  return [about, detail(verb, text)].filter((piece) => piece !== '').join(': ');
}

const detail = (verb: string, text: string): string => DETAIL[verb]?.(text) ?? text;

const song = (id: string): string => `song ${id}`;

/** What a log keeps for programs, for people; the text itself where none is named. */
const DETAIL: Readonly<Record<string, (text: string) => string>> = {
  move: (place) => `place ${place}`,
  found: song,
  hide: song,
  unhide: song,
  undo: (order) => {
    const [verb = '', ...text] = order.split(' ');
    return [verb, detail(verb, text.join(' '))].filter((words) => words !== '').join(', ');
  },
  'party-closing': (iso) => (iso === '' ? 'off' : hoursAndMinutes(new Date(iso))),
};

function hoursAndMinutes(at: Date): string {
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
}
