/** What the house says, as short as a test wants it. */
import type { Now } from '../../../../src/web/pages/talk/music.ts';
import type { Answer, Ok, Row, Said } from '../../../../src/web/pages/talk/said.ts';

/** When everything was said, by the house's clock. */
export const AT_MS = 1_000_000;

export const nowSaid = (over: Partial<Now> = {}): Said<'NOW'> => ({
  t: 'event',
  topic: 'NOW',
  text: '',
  state: 'playing',
  queue_id: 17,
  song_id: 1,
  singer: 'Ada',
  with: null,
  artist: 'Toto',
  title: 'Africa',
  position_ms: 60_000,
  duration_ms: 295_000,
  at_ms: AT_MS,
  ...over,
});

export const SILENCE = nowSaid({
  state: 'silence',
  queue_id: null,
  song_id: null,
  singer: null,
  artist: null,
  title: null,
  position_ms: null,
  duration_ms: null,
});

export const partySaid = (over: Partial<Ok<'PARTY'>> = {}): Ok<'PARTY'> => ({
  t: 'ok',
  word: 'PARTY',
  tag: null,
  text: '',
  on: true,
  name: 'Friday',
  started_at_ms: 1,
  closing_at_ms: null,
  waiting: 0,
  connected: 1,
  said: null,
  said_at_ms: null,
  ended_name: null,
  ended_at_ms: null,
  ...over,
});

export const NO_PARTY = partySaid({ on: false, name: null, started_at_ms: null });

export function rowSaid(position: number, over: Partial<Row<'queue row'>> = {}): Row<'queue row'> {
  return {
    t: 'row',
    text: '',
    queue_id: 100 + position,
    position,
    singer: `Singer ${position}`,
    with: null,
    guest_id: position,
    presence: 'present',
    wait_from_min: 1,
    wait_to_min: 2,
    too_late_for_ms: null,
    song_id: 1,
    artist: 'ABBA',
    title: 'Waterloo',
    why: { rule: 'own-first' },
    ...over,
  };
}

export const queueSaid = (rows: readonly Row<'queue row'>[], total = rows.length): Answer => ({
  rows,
  final: { t: 'ok', word: 'QUEUE', tag: null, text: '', shown: rows.length, total, more: false, page: 1 },
});
