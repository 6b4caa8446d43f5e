/**
 * The fields of JSON mode, one table: the types of what is said are derived from it, and so is docs/protocol.md.
 * They may only be added to. Units are in the names; `?` after a type is "or null". A reason and a fact are what a sentence
 * is made from, so that a client may say it in the language of its guest.
 */
import type { Fact } from '../party/explain.ts';
import type { Reason } from '../party/model.ts';

export const SHAPES = {
  HELP: {},
  HELLO: { guest_id: 'number', name: 'string', code: 'string?', away: 'boolean' },
  QUEUED: {
    queue_id: 'number',
    song_id: 'number',
    position: 'number?',
    wait_from_min: 'number?',
    wait_to_min: 'number?',
    artist: 'string',
    title: 'string',
    with: 'string?',
    repeated: 'boolean',
    state: 'string',
    away: 'boolean',
  },
  WISHED: {
    wish_id: 'number',
    askers: 'number',
    artist: 'string',
    title: 'string',
    repeated: 'boolean',
    state: 'string',
  },
  SEARCH: { shown: 'number', total: 'number', more: 'boolean', page: 'number' },
  SONGS: { shown: 'number', total: 'number', more: 'boolean', page: 'number' },
  QUEUE: { shown: 'number', total: 'number', more: 'boolean', page: 'number' },
  HISTORY: { shown: 'number', total: 'number', more: 'boolean', page: 'number' },
  MINE: { shown: 'number', away: 'boolean' },
  WISHES: { shown: 'number' },
  WHY: {
    queue_id: 'number',
    position: 'number',
    rule: 'string',
    singer: 'string',
    with: 'string?',
    artist: 'string',
    title: 'string',
  },
  CANCEL: { queue_id: 'number', artist: 'string', title: 'string' },
  SWAP: { queue_id: 'number', other_queue_id: 'number', position: 'number?', other_position: 'number?' },
  AWAY: { away: 'boolean', already: 'boolean', waiting: 'number', duets: 'number', on_stage: 'number?' },
  BACK: { away: 'boolean', already: 'boolean', waiting: 'number' },
  UNWISH: { wish_id: 'number', artist: 'string', title: 'string' },
  NOW: {
    state: 'string',
    queue_id: 'number?',
    song_id: 'number?',
    singer: 'string?',
    with: 'string?',
    artist: 'string?',
    title: 'string?',
    position_ms: 'number?',
    duration_ms: 'number?',
    at_ms: 'number',
  },
  WHO: { connected: 'number', named: 'number' },
  PARTY: {
    on: 'boolean',
    name: 'string?',
    closing_at_ms: 'number?',
    started_at_ms: 'number?',
    waiting: 'number',
    connected: 'number',
    said: 'string?',
    said_at_ms: 'number?',
    ended_name: 'string?',
    ended_at_ms: 'number?',
  },
  WATCH: { watch: 'string' },
  MODE: { mode: 'string' },
  PONG: { now_ms: 'number' },
  VERSION: { protocol: 'string', version: 'string' },
  BYE: {},
} as const satisfies Shapes;

/** Rows have no word; these names are for the table. */
export const ROW_SHAPES = {
  'song row': { song_id: 'number', artist: 'string', title: 'string', duration_s: 'number?' },
  'queue row': {
    queue_id: 'number',
    position: 'number',
    singer: 'string',
    with: 'string?',
    guest_id: 'number',
    presence: 'string',
    wait_from_min: 'number?',
    wait_to_min: 'number?',
    too_late_for_ms: 'number?',
    song_id: 'number',
    artist: 'string',
    title: 'string',
    why: 'reason',
  },
  'why row': { queue_id: 'number', position: 'number', rule: 'string', text: 'string', fact: 'fact' },
  'wish row': {
    wish_id: 'number',
    state: 'string',
    reason: 'string?',
    song_id: 'number?',
    artist: 'string',
    title: 'string',
    wished: 'string?',
  },
  'unsung row': {
    unsung: 'boolean',
    song_id: 'number',
    artist: 'string',
    title: 'string',
    with: 'string?',
    queue_id: 'number',
  },
  'history row': { song_id: 'number', artist: 'string', title: 'string', with: 'string?', sung_at_ms: 'number' },
  'guest row': { guest_id: 'number?', name: 'string', connected: 'boolean', sings: 'boolean' },
  'help row': { command: 'string', usage: 'string', what: 'string' },
} as const satisfies Shapes;

/** An entry whose singers are told about it. */
const CALLED = {
  queue_id: 'number',
  song_id: 'number',
  artist: 'string',
  title: 'string',
  singer: 'string',
  with: 'string?',
} as const;

export const EVENT_SHAPES = {
  NOW: SHAPES.NOW,
  NEXT: CALLED,
  TURN: CALLED,
  LATER: { ...CALLED, why: 'string' },
  QUEUE: { waiting: 'number' },
  FOUND: { wish_id: 'number', song_id: 'number', artist: 'string', title: 'string', wished: 'string?' },
  REFUSED: { wish_id: 'number', reason: 'string?', artist: 'string', title: 'string' },
  SAY: {},
  LASTCALL: { minutes: 'number' },
  OPENEND: {},
  LAG: { dropped: 'number' },
  BYE: { reason: 'string', order: 'string?', words: 'string?' },
} as const satisfies Shapes;

type FieldType = keyof Typed;
type Shape = Readonly<Record<string, FieldType>>;
export type Shapes = Readonly<Record<string, Shape>>;

interface Typed {
  readonly string: string;
  readonly 'string?': string | null;
  readonly number: number;
  readonly 'number?': number | null;
  readonly boolean: boolean;
  readonly reason: Reason;
  readonly fact: Fact;
}

/** The values that a shape asks for. */
export type FieldsOf<S> = { readonly [K in keyof S]: S[K] extends FieldType ? Typed[S[K]] : never };
