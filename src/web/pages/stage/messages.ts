/** The DJ's words, one after the other, each for as long as it takes to read it twice from the other end of a room. Pure. */

interface Message {
  readonly text: string;
  /** Since when it is to be seen; null: it waits. */
  readonly shownAtMs: number | null;
}

/** The first is the one that is to be seen. */
export type Messages = readonly Message[];

export const NO_MESSAGES: Messages = [];

/** People read some 15 letters a second; the first seconds go by before anybody looks up. */
const LOOK_UP_MS = 10_000;
const LETTER_MS = 130;
/** A message that waits for ten others is not news any more. */
const MOST = 10;

export const readingMs = (text: string): number => LOOK_UP_MS + text.length * LETTER_MS;

export function heardMessage(messages: Messages, text: string, nowMs: number): Messages {
  if (text.trim() === '') return messages;
  return shown([...messages, { text, shownAtMs: null }].slice(0, MOST), nowMs);
}

/** The same array when nothing changed. */
export function pastMessages(messages: Messages, nowMs: number): Messages {
  const [first] = messages;
  if (!first || nowMs - (first.shownAtMs ?? nowMs) < readingMs(first.text)) return messages;
  return shown(messages.slice(1), nowMs);
}

const shown = ([first, ...others]: Messages, nowMs: number): Messages =>
  first ? [{ text: first.text, shownAtMs: first.shownAtMs ?? nowMs }, ...others] : [];
