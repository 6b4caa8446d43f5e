/** What is said in answer to a line: rows, then one final. A reply is a value until it is rendered, and then one write. */
import { ERRORS } from './errors.ts';
import type { ErrorCode } from './errors.ts';
import { jsonLine, textLine } from './frame.ts';
import type { Fields, Said, Speech } from './frame.ts';
import type { FieldsOf, SHAPES } from './shapes.ts';

export type Word = keyof typeof SHAPES;

export interface Ok {
  readonly is: 'ok';
  readonly word: Word;
  readonly said: Said;
  readonly rows: readonly Said[];
}

export interface Err {
  readonly is: 'err';
  readonly code: ErrorCode;
  /** Seconds after which trying again makes sense; null for what does not change by waiting. */
  readonly retry: number | null;
  readonly text: string;
  readonly fields: Fields;
  readonly rows: readonly Said[];
}

export type Reply = Ok | Err;

/** `head` is what programs read in text mode, in the order of protocol.md; `fields` is the same for JSON mode. */
export function ok<W extends Word>(
  word: W,
  said: { readonly head?: string; readonly text?: string; readonly fields: FieldsOf<(typeof SHAPES)[W]> },
  rows: readonly Said[] = [],
): Ok {
  return { is: 'ok', word, said: { head: said.head ?? '', text: said.text ?? '', fields: said.fields }, rows };
}

export function err(
  code: ErrorCode,
  text: string,
  more: { readonly retry?: number; readonly fields?: ErrFields; readonly rows?: readonly Said[] } = {},
): Err {
  return { is: 'err', code, text, retry: more.retry ?? null, fields: { ...more.fields }, rows: more.rows ?? [] };
}

/** What a refusal is about, for pages that say it in another language. */
export interface ErrFields {
  readonly queue_id?: number;
  readonly song_id?: number;
  readonly wish_id?: number;
  /** 531, and 550 of HELLO: the name that was said. 531: whom it looks like (null: it is that very name), and a free one. */
  readonly name?: string;
  readonly like?: string | null;
  readonly example?: string | null;
  /**
   * 552: so many are allowed, and of what: a request that became a wish meets the limit of wishes. 429: `name`, when it was
   * new names that were too many, and not wrong codes.
   */
  readonly limit?: number;
  readonly of?: 'queue' | 'wish' | 'name';
  /** 555: when the party ends, since 1970. */
  readonly closing_at_ms?: number;
}

/** A whole reply as one string, its last line ended. `tag` is that of the line it answers. */
export function renderReply(speech: Speech, tag: string | null, reply: Reply): string {
  const row = (said: Said): string =>
    speech === 'text' ? textLine('|', said.head, said.text) : jsonLine({ t: 'row', text: said.text, ...said.fields });
  return reply.rows.map(row).join('') + (speech === 'text' ? textFinal(tag, reply) : jsonFinal(tag, reply));
}

function textFinal(tag: string | null, reply: Reply): string {
  const label = tag === null ? '' : `#${tag}`;
  if (reply.is === 'ok') return textLine('OK', label, reply.word, reply.said.head, reply.said.text);
  const retry = reply.retry === null ? '' : `retry=${reply.retry}`;
  return textLine('ERR', label, String(reply.code), ERRORS[reply.code].word, retry, reply.text);
}

function jsonFinal(tag: string | null, reply: Reply): string {
  if (reply.is === 'ok') {
    return jsonLine({ t: 'ok', word: reply.word, tag, text: reply.said.text, ...reply.said.fields });
  }
  const { code, retry, text, fields } = reply;
  return jsonLine({ t: 'err', code, word: ERRORS[code].word, tag, retry, text, ...fields });
}
