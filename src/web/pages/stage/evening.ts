/** What the stage knows of the evening, and how it changes. Pure. */
import { isOk, rowsOf } from '../talk/said.ts';
import type { Answer, Heard, Link, LinkHeard, Ok, Row, Said } from '../talk/said.ts';
import type { Now } from '../talk/music.ts';
import { NO_MESSAGES, heardMessage, pastMessages, readingMs } from './messages.ts';
import type { Messages } from './messages.ts';

export interface Line {
  /** As many as a page of QUEUE has. */
  readonly rows: readonly Row<'queue row'>[];
  readonly total: number;
}

export interface Evening {
  readonly link: Link;
  /** null: not heard yet. */
  readonly party: Ok<'PARTY'> | null;
  readonly now: Now | null;
  readonly line: Line | null;
  readonly messages: Messages;
  /** The DJ's last words, shown or past: PARTY tells them too. */
  readonly said: { readonly text: string; readonly atMs: number } | null;
  /** When the party is over that is on, if that was said. */
  readonly closingAtMs: number | null;
  /** The party that was said goodbye to; null: none was, or the next one has begun. */
  readonly ended: Ended | null;
}

interface Ended {
  readonly name: string;
  readonly atMs: number;
}

export const BEFORE_ALL: Evening = {
  link: 'connecting',
  party: null,
  now: null,
  line: null,
  messages: NO_MESSAGES,
  said: null,
  closingAtMs: null,
  ended: null,
};

/** `atMs`: the server's clock, since 1970. */
export type Step =
  | { readonly is: 'heard'; readonly heard: Heard; readonly atMs: number }
  | { readonly is: 'read'; readonly answer: Answer; readonly atMs: number }
  /** Time went by. */
  | { readonly is: 'looked-at'; readonly atMs: number };

export function after(evening: Evening, step: Step): Evening {
  switch (step.is) {
    case 'heard':
      if ('link' in step.heard) return linked(evening, step.heard, step.atMs);
      return 'topic' in step.heard ? told(evening, step.heard, step.atMs) : evening;
    case 'read':
      return answered(evening, step.answer, step.atMs);
    case 'looked-at': {
      const messages = pastMessages(evening.messages, step.atMs);
      return messages === evening.messages ? evening : { ...evening, messages };
    }
  }
}

/** What was shown stays while the link is lost: the song goes on without us. */
function linked(evening: Evening, { link, party, bye }: LinkHeard, atMs: number): Evening {
  const known = party ? partyKnown(evening, party, atMs) : evening;
  if (bye?.reason !== 'party-over') return { ...known, link };
  return { ...known, link, ended: endOf(known, atMs), messages: NO_MESSAGES };
}

function told(evening: Evening, said: Said, atMs: number): Evening {
  switch (said.topic) {
    case 'NOW':
      return { ...evening, now: said };
    case 'SAY':
      return withWords(evening, said.text, atMs);
    case 'LASTCALL':
      return { ...evening, closingAtMs: atMs + said.minutes * 60_000 };
    case 'OPENEND':
      return { ...evening, closingAtMs: null };
    case 'QUEUE':
    case 'NEXT':
    case 'TURN':
    case 'LATER':
    case 'FOUND':
    case 'REFUSED':
    case 'LAG':
    case 'BYE':
      return evening;
    // A newer house says more than this page knows.
    default:
      return evening;
  }
}

function answered(evening: Evening, answer: Answer, atMs: number): Evening {
  const { final } = answer;
  if (isOk(final, 'NOW')) return { ...evening, now: final };
  if (isOk(final, 'QUEUE')) return { ...evening, line: { rows: rowsOf(answer, 'queue row'), total: final.total } };
  if (isOk(final, 'PARTY')) return partyKnown(evening, final, atMs);
  // A house too busy to say it is asked again soon; what was shown stays.
  return evening;
}

const withWords = (evening: Evening, text: string, atMs: number): Evening => ({
  ...evening,
  messages: heardMessage(evening.messages, text, atMs),
  said: { text, atMs },
});

/** A party that ended while nobody listened has its goodbye all the same; one that is on again has none. */
function partyKnown(evening: Evening, party: Ok<'PARTY'>, atMs: number): Evening {
  const { on, closing_at_ms, ended_at_ms, ended_name } = party;
  const told = ended_at_ms == null ? null : { name: ended_name ?? '', atMs: ended_at_ms };
  const ended = on ? null : (told ?? endOf(evening, atMs));
  return unheard({ ...evening, party, closingAtMs: closing_at_ms, ended }, party, atMs);
}

/** The event comes a moment after it was said, by clocks that are not quite the same. */
const SLACK_MS = 1_000;

/** What the DJ said before this page listened, for as long as it would still stand here. */
function unheard(evening: Evening, { said, said_at_ms }: Ok<'PARTY'>, atMs: number): Evening {
  if (said == null || said_at_ms == null || atMs - said_at_ms >= readingMs(said)) return evening;
  const isHeard = evening.said?.text === said && evening.said.atMs >= said_at_ms - SLACK_MS;
  return isHeard ? evening : withWords(evening, said, said_at_ms);
}

/** Said once: the same end is heard as a goodbye and read after it. */
const endOf = ({ ended, party }: Evening, atMs: number): Ended | null =>
  ended ?? (party?.on ? { name: party.name ?? '', atMs } : null);
