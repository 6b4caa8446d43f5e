/** Everything that may change what the page knows. */
import type { Answer, Heard } from '../../talk/said.ts';
import type { Ask, Doing, Outcome, Stranger } from './state.ts';

/** What the page reads of the server when it has changed. */
export type Reading = 'PARTY' | 'NOW' | 'QUEUE' | 'MINE' | 'WISHES' | 'HISTORY';

export type Action =
  | { readonly is: 'heard'; readonly heard: Heard }
  /** One answer for each page that was asked for. */
  | { readonly is: 'read'; readonly reading: Reading; readonly answers: readonly Answer[] }
  /** HELLO was answered; `code` is the one that was said. */
  | { readonly is: 'greeted'; readonly answer: Answer; readonly code: string | null }
  | { readonly is: 'asking'; readonly ask: Ask }
  | { readonly is: 'asked'; readonly ask: Ask; readonly answer: Answer }
  | { readonly is: 'ask-gone'; readonly ask: Ask }
  /** Anything else was answered: it is so now, or it was refused. */
  | { readonly is: 'answered'; readonly answer: Answer; readonly doing: Doing }
  | { readonly is: 'came'; readonly outcome: Outcome }
  /** The phone was told who speaks, and does not remember it: its browser keeps no cookies. */
  | { readonly is: 'not-remembered'; readonly code: string }
  /** Whom the phone remembered and the house does not know so. */
  | { readonly is: 'stranger'; readonly stranger: Stranger }
  | { readonly is: 'stranger-read' }
  | { readonly is: 'notice-read'; readonly id: number }
  | { readonly is: 'outcome-read' }
  | { readonly is: 'goodbye-read' };
