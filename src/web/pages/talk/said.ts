/** What the server says in JSON mode, typed from the table of the protocol (docs/protocol.md, "JSON mode"). */
import type { ByeReason } from '../../../protocol/farewell.ts';
import type { ErrFields } from '../../../protocol/reply.ts';
import type { EVENT_SHAPES, FieldsOf, ROW_SHAPES, SHAPES } from '../../../protocol/shapes.ts';

export type Word = keyof typeof SHAPES;
export type RowKind = keyof typeof ROW_SHAPES;
export type Topic = keyof typeof EVENT_SHAPES;

/** The `OK` that ends an answer. `Ok` alone is any of them; `word` tells which. */
export type Ok<W extends Word = Word> = {
  [K in W]: { readonly t: 'ok'; readonly word: K; readonly tag: string | null; readonly text: string } & FieldsOf<
    (typeof SHAPES)[K]
  >;
}[W];

/** The `ERR` that ends an answer. `text` is for people, in English; `word` is for programs. */
export interface Err extends ErrFields {
  readonly t: 'err';
  readonly code: number;
  readonly word: string;
  readonly tag: string | null;
  /** Seconds after which trying again makes sense. */
  readonly retry: number | null;
  readonly text: string;
}

export type Final = Ok | Err;

export type Row<K extends RowKind = RowKind> = {
  [R in K]: { readonly t: 'row'; readonly text: string } & FieldsOf<(typeof ROW_SHAPES)[R]>;
}[K];

/** What comes unasked. */
export type Said<T extends Topic = Topic> = {
  [K in T]: { readonly t: 'event'; readonly topic: K; readonly text: string } & FieldsOf<(typeof EVENT_SHAPES)[K]>;
}[T];

/** The whole answer to one line. */
export interface Answer {
  readonly final: Final;
  readonly rows: readonly Row[];
}

export const isOk = <W extends Word>(final: Final, word: W): final is Extract<Ok, { readonly word: W }> =>
  final.t === 'ok' && final.word === word;

/** What only rows of this kind have: rows say no kind, and the answers to HELLO and WISHES have two. */
const MARKS = {
  'song row': 'duration_s',
  'queue row': 'presence',
  'why row': 'rule',
  'wish row': 'wish_id',
  'unsung row': 'unsung',
  'history row': 'sung_at_ms',
  'guest row': 'sings',
  'help row': 'usage',
} as const satisfies { readonly [K in RowKind]: keyof Row<K> };

/** The rows of one kind in an answer, in its order. */
export function rowsOf<K extends RowKind>(answer: Answer, kind: K): readonly Row<K>[] {
  return answer.rows.filter((row) => MARKS[kind] in row) as readonly Row[] as readonly Row<K>[];
}

/** How the server took leave; `full`: every seat is taken, and it was told so instead of a greeting. */
export interface Bye {
  readonly reason: ByeReason | 'full';
  readonly text: string;
  /** kicked: with which order of the DJ; an older house does not say. */
  readonly order?: string | null | undefined;
  /** kicked: what the DJ said with it, if anything. */
  readonly words?: string | null | undefined;
}

/**
 * connecting: for the first time. open: everything may be said, and everything shown is to be read anew.
 * lost: it connects again by itself. over: the party ended (it connects again, without a word about it), or the DJ has
 * shown this guest the door (it does not, until `again`). closed: the party ended, and so has the house as it seems; it is
 * looked for on and on.
 */
export type Link = 'connecting' | 'open' | 'lost' | 'over' | 'closed';

/**
 * How the link stands, told at each change. With `open` come the party, if the house could say it, and what HELLO answered
 * when it was repeated by itself; once more with `open` when the house was too busy for HELLO at first.
 * `bye`: with what words the connection ended, if with any; it is not told as an event too.
 */
export interface LinkHeard {
  readonly link: Link;
  readonly party?: Ok<'PARTY'>;
  readonly hello?: Answer;
  readonly bye?: Bye;
}

export type Heard =
  | Said
  | LinkHeard
  /** What came of a request that this page did not make: it was kept from before a reload. null: it will not be repeated. */
  | { readonly requested: Asking; readonly answer: Answer | null };

/** A request that is not answered yet. */
export interface Asking {
  readonly key: string;
  /** As it is said: a song's id, or words. */
  readonly what: string;
  /** With whom; null: alone. */
  readonly partner: string | null;
  /** As the page calls it; null: as it is said. */
  readonly song: { readonly artist: string; readonly title: string } | null;
}
