/** A console in the middle of a night, without a terminal. */
import { heard, linked, listRead } from '../../../../src/ctl/console/hear.ts';
import { firstState } from '../../../../src/ctl/console/state.ts';
import type { State } from '../../../../src/ctl/console/state.ts';
import type { Language } from '../../../../src/ctl/console/words/language.ts';
import type { QueueRow } from '../../../../src/dj/results/line.ts';
import type { NowRow } from '../../../../src/dj/results/rows.ts';
import type { GuestRow, Missing } from '../../../../src/store/dj.ts';

export const NOW_MS = 1_795_000_000_000;

export const now: NowRow = {
  state: 'playing',
  why: null,
  queueId: 1,
  guestId: 1,
  singer: 'Ada',
  with: null,
  songId: 2,
  artist: 'Toto',
  title: 'Africa',
  positionMs: 60_000,
  durationMs: 295_000,
  atMs: NOW_MS,
};

export function entry(position: number, more: Partial<QueueRow> = {}): QueueRow {
  return {
    queueId: position + 10,
    position,
    singer: `Singer ${position}`,
    guestId: position,
    waitFromMin: position * 4,
    waitToMin: position * 5,
    tooLateFor: null,
    songId: position,
    artist: 'ABBA',
    title: `Song ${position}`,
    reason: 'Nobody who waits has had fewer turns.',
    with: null,
    presence: 'present',
    connection: 'open',
    why: { rule: 'pinned' },
    ...more,
  };
}

export const wish: Missing = {
  wishId: 5,
  state: 'wanted',
  artist: 'Nobody',
  title: 'Unknown',
  askers: ['Ada', 'Bo'],
  firstAskedAtMs: NOW_MS,
  lastAskedAtMs: NOW_MS,
  fetchTries: 0,
  fetchReason: null,
  nextFetchAtMs: null,
  near: [],
};

export const guest: GuestRow = {
  guestId: 3,
  name: 'Cy',
  connections: 1,
  sungTonight: 2,
  waiting: 1,
  openWishes: 0,
  firstSeenAtMs: NOW_MS,
  lastSeenAtMs: NOW_MS,
  presence: 'here',
  phone: true,
  isNew: false,
  banned: false,
};

export interface NightWanted {
  readonly language?: Language;
  readonly columns?: number;
  readonly rows?: number;
  readonly line?: readonly QueueRow[];
}

export function night(wanted: NightWanted = {}): State {
  const {
    language = 'en',
    columns = 80,
    rows = 24,
    line = Array.from({ length: 30 }, (_, at) => entry(at + 1)),
  } = wanted;
  const party = { id: 1, name: 'Friday', startedAtMs: NOW_MS - 3_600_000, endedAtMs: null, closingAtMs: null };
  let state = linked(firstState(language, 'tosho', { columns, rows }), NOW_MS);
  state = heard(state, { event: 'party', party }, NOW_MS);
  state = heard(state, { event: 'now', now }, NOW_MS);
  state = heard(state, { event: 'queue', waiting: line.length }, NOW_MS);
  state = listRead(state, 'line', pageOf(line), state.lists.line.news, NOW_MS);
  state = listRead(state, 'missing', pageOf([wish]), state.lists.missing.news, NOW_MS);
  return listRead(state, 'guests', pageOf([guest]), state.lists.guests.news, NOW_MS);
}

export function pageOf<Row>(rows: readonly Row[]): {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly more: boolean;
  readonly page: number;
} {
  return { rows, total: rows.length, more: false, page: 1 };
}
