/** What the stage knows of the evening, and how it changes. Pure. */
import { isOk, rowsOf } from '../talk/said.ts';
import type { Answer, Heard, Link, LinkHeard, Ok, Row, Said } from '../talk/said.ts';
import type { Now } from '../talk/music.ts';
import { NO_MESSAGES, heardMessage, pastMessages } from './messages.ts';
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
      return { ...evening, messages: heardMessage(evening.messages, said.text, atMs) };
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

/** A party that ended while nobody listened has had its goodbye; one that is on again has none. */
const partyKnown = (evening: Evening, party: Ok<'PARTY'>, atMs: number): Evening => ({
  ...evening,
  party,
  closingAtMs: party.closing_at_ms,
  ended: party.on ? null : endOf(evening, atMs),
});

/** Said once: the same end is heard as a goodbye and read after it. */
const endOf = ({ ended, party }: Evening, atMs: number): Ended | null =>
  ended ?? (party?.on ? { name: party.name ?? '', atMs } : null);
