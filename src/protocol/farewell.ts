/**
 * The few lines that are said without a conversation: by the supervisor through the spare copy of a socket, and to those
 * who find no seat. Everything here ends in LF and is one write.
 */
import { ERRORS } from './errors.ts';
import { eventLine, textLine } from './frame.ts';
import type { Speech } from './frame.ts';
import type { EVENT_SHAPES, FieldsOf } from './shapes.ts';

/** Why a connection is closed that its guest did not ask to close, and what a person reads. */
export const BYES = {
  'party-over': 'The party is over. Thank you for singing!',
  restarting: 'karaoked restarts; your place in line is kept. Come back in a moment',
  'supervisor-lost': 'karaoked has fallen; your place in line is kept. Come back in a moment',
  'session-lost': 'Something broke here; your place in line is kept. Please connect again',
  kicked: 'The DJ has shown you the door',
  idle: 'You never said anything',
  'too-slow': 'You do not read what is said to you',
  protocol: 'That was no line of KARAOKE/1',
} as const;

export type ByeReason = keyof typeof BYES;

/** With which order of the DJ somebody is shown out, and the words for it; '' for the usual ones. */
export interface ShownOut {
  readonly by: 'kick' | 'ban' | 'forget';
  readonly words: string;
}

/**
 * `* BYE <reason> <text>`: the last line of a connection. A kick may have its own words; `order` and `words` tell a page, which
 * says the rest in its guest's language, which order it was and what the DJ said with it.
 */
export function renderBye(speech: Speech, reason: ByeReason, kick: ShownOut | null = null): string {
  const words = kick === null || kick.words === '' ? null : kick.words;
  const fields: FieldsOf<(typeof EVENT_SHAPES)['BYE']> = {
    reason,
    order: kick?.by ?? null,
    // Of a guest who is forgotten nobody said anything: the words are the house's own.
    words: kick?.by === 'forget' ? null : words,
  };
  return eventLine(speech, 'BYE', { head: reason, text: words ?? BYES[reason], fields });
}

/** After how many seconds it is worth trying again at a full house. */
export const FULL_RETRY_S = 30;

/** What a connection hears for which there is no seat: `ERR 421 FULL retry=30 …`. It has not chosen JSON yet. */
export function renderFull(retrySeconds: number): string {
  return textLine(
    'ERR 421',
    ERRORS[421].word,
    `retry=${retrySeconds}`,
    'every seat is taken; please try again a little later',
  );
}

/** `* LAG <n>`: so many events were dropped because the connection did not read. */
export function renderLag(speech: Speech, dropped: number): string {
  const text = dropped === 1 ? 'event was dropped for you' : 'events were dropped for you';
  return eventLine(speech, 'LAG', { head: String(dropped), text, fields: { dropped } });
}
