/** What the house says, as the tests of the guest page tell it: whole answers with what matters given. */
import type { Reason } from '../../../../src/party/model.ts';
import type { Action, Reading } from '../../../../src/web/pages/guest/evening/action.ts';
import { BEGINNING } from '../../../../src/web/pages/guest/evening/state.ts';
import type { State } from '../../../../src/web/pages/guest/evening/state.ts';
import { step } from '../../../../src/web/pages/guest/evening/step.ts';
import type { Answer, Final, Heard, Ok, Row, Said, Topic, Word } from '../../../../src/web/pages/talk/said.ts';

const ON = { on: true, name: 'Friday', closing_at_ms: null, started_at_ms: 1000, waiting: 0, connected: 1 };

export const ok = <W extends Word>(word: W, fields: object = {}): Ok<W> =>
  ({ t: 'ok', word, tag: null, text: '', ...fields }) as Ok<W>;

export const err = (code: number, word: string, fields: object = {}): Final => ({
  t: 'err',
  code,
  word,
  tag: null,
  retry: null,
  text: `the house says ${word}`,
  ...fields,
});

export const answer = (final: Final, rows: readonly object[] = []): Answer => ({ final, rows: rows as readonly Row[] });

export const party = (fields: Partial<typeof ON> | { readonly closing_at_ms: number } = {}): Ok<'PARTY'> =>
  ok('PARTY', { ...ON, ...fields });

export const event = <T extends Topic>(topic: T, fields: object = {}): Said<T> =>
  ({ t: 'event', topic, text: '', ...fields }) as Said<T>;

/** Bohemian Rhapsody, which Ada waits for. */
export const place = (queueId: number, position: number, fields: object = {}): object => ({
  t: 'row',
  text: '',
  queue_id: queueId,
  position,
  singer: 'Ada',
  with: null,
  guest_id: 12,
  presence: 'present',
  wait_from_min: 3,
  wait_to_min: 5,
  too_late_for_ms: null,
  song_id: 731,
  artist: 'Queen',
  title: 'Bohemian Rhapsody',
  why: { rule: 'first', behind: null } satisfies Reason,
  ...fields,
});

export const called = (queueId: number, fields: object = {}): object => ({
  queue_id: queueId,
  song_id: 731,
  artist: 'Queen',
  title: 'Bohemian Rhapsody',
  singer: 'Ada',
  with: null,
  ...fields,
});

/** Africa by Toto, sung by Bo, one minute in. */
export const music = (fields: object = {}): object => ({
  state: 'playing',
  queue_id: 16,
  song_id: 5,
  singer: 'Bo',
  with: null,
  artist: 'Toto',
  title: 'Africa',
  position_ms: 60_000,
  duration_ms: 295_000,
  at_ms: 1_000_000,
  ...fields,
});

export const heard = (said: Heard): Action => ({ is: 'heard', heard: said });
export const read = (reading: Reading, ...answers: readonly Answer[]): Action => ({ is: 'read', reading, answers });
export const mine = (...rows: readonly object[]): Action =>
  read('MINE', answer(ok('MINE', { shown: rows.length, away: false }), rows));

export const hello = (fields: object = {}, rows: readonly object[] = []): Action => ({
  is: 'greeted',
  answer: answer(ok('HELLO', { guest_id: 12, name: 'Ada', code: '7KQ4M2', away: false, ...fields }), rows),
  code: null,
});

export const after = (actions: readonly Action[], from: State = BEGINNING): State => actions.reduce(step, from);

/** The page is open, a party is on, and Ada speaks. */
export const ADA = after([heard({ link: 'open', party: party() }), hello()]);
