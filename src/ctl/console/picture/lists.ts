/** The columns of each list. Pure. */
import { mmss } from '../../../party/clock.ts';
import type { SongRow } from '../../../dj/results/rows.ts';
import type { QueueRow } from '../../../dj/results/line.ts';
import type { GuestRow, Missing, Play } from '../../../store/dj.ts';
import { songName } from '../../words.ts';
import { waitAt } from '../clock.ts';
import { reasonIn } from '../reason.ts';
import type { Message } from '../rows.ts';
import type { State } from '../state.ts';
import type { Words } from '../words/words.ts';
import type { Column } from './grid.ts';
import { together } from './header.ts';

/** What rows are drawn with. */
export interface Pen {
  readonly words: Words;
  readonly nowMs: number;
  readonly time: (ms: number) => string;
  readonly columns: number;
}

/** Wide enough for a reason as a sentence. */
const WIDE = 110;
/** Wide enough for the number of an entry beside its place. */
const ROOMY = 80;

export function lineColumns(state: State, { words, nowMs, columns }: Pen): readonly Column<QueueRow>[] {
  const { columns: titles, next } = words;
  const readMs = state.lists.line.atMs;
  const minutes = ({ waitFromMin, waitToMin }: QueueRow): string => {
    if (waitFromMin === null || waitToMin === null) return '?';
    const { fromMin, toMin } = waitAt({ fromMin: waitFromMin, toMin: waitToMin }, readMs, nowMs);
    return next.minutes(fromMin, toMin);
  };
  const why = (row: QueueRow): string => {
    const place = placeNote(row, words);
    if (columns >= WIDE) return [place.join(', '), reasonIn(state.language, row)].filter(Boolean).join(': ');
    return [...place, ...(ownNote(row) ? [] : [next.rule(row.why)])].join(', ');
  };
  return [
    { title: '#', width: 3, side: 'right', cell: ({ position }) => position },
    {
      title: titles.singer,
      width: { share: 26 },
      cell: (row) => together(row.singer, row.with, words),
      tone: () => 'strong',
    },
    { title: titles.song, width: { share: 44 }, cell: songName },
    { title: titles.wait, width: 7, side: 'right', cell: minutes },
    { title: titles.why, width: { share: columns >= WIDE ? 70 : 30 }, cell: why },
    // The place is what people speak of, the number what commands take.
    ...(columns >= ROOMY
      ? [{ title: titles.number, width: 5, side: 'right', cell: ({ queueId }: QueueRow) => queueId } as const]
      : []),
  ];
}

/** What stands before the rule: whether the song fits before the end, whether the singer is there. */
function placeNote({ presence, connection, tooLateFor }: QueueRow, { next }: Words): readonly string[] {
  const late = tooLateFor === null ? [] : [next.late];
  if (presence === 'away') return [...late, next.away];
  if (presence === 'absent') return [...late, next.gone];
  return connection === 'lost' ? [...late, next.lost] : late;
}

/** Whether the rule says no more than the note. */
function ownNote({ presence, why }: QueueRow): boolean {
  return (presence === 'away' && why.rule === 'away') || (presence === 'absent' && why.rule === 'after-present');
}

export function missingColumns({ words, time }: Pen): readonly Column<Missing>[] {
  const { columns: titles, details } = words;
  return [
    { title: titles.number, width: 4, side: 'right', cell: ({ wishId }) => wishId },
    { title: titles.song, width: { share: 50 }, cell: songName, tone: () => 'strong' },
    { title: '#', width: 3, side: 'right', cell: ({ askers }) => askers.length },
    { title: titles.askers, width: { share: 25 }, cell: ({ askers }) => askers.join(', ') },
    { title: titles.lastAsked, width: 10, side: 'right', cell: ({ lastAskedAtMs }) => time(lastAskedAtMs) },
    {
      title: titles.state,
      width: { share: 25 },
      cell: ({ state, near }) => `${details.wish(state)}${near.length > 0 ? ' ?' : ''}`,
    },
  ];
}

export function guestColumns({ words, time }: Pen): readonly Column<GuestRow>[] {
  const { columns: titles, details } = words;
  return [
    { title: titles.number, width: 4, side: 'right', cell: ({ guestId }) => guestId },
    { title: titles.guest, width: { share: 50 }, cell: ({ name }) => name, tone: () => 'strong' },
    {
      title: titles.where,
      width: { share: 50 },
      cell: (row) => details.guest(row),
      tone: ({ banned }) => (banned ? 'alarm' : null),
    },
    { title: titles.sung, width: 6, side: 'right', cell: ({ sungTonight }) => sungTonight },
    { title: titles.waiting, width: 6, side: 'right', cell: ({ waiting }) => waiting },
    { title: titles.wishes, width: 7, side: 'right', cell: ({ openWishes }) => openWishes },
    { title: titles.seen, width: 10, side: 'right', cell: ({ lastSeenAtMs }) => time(lastSeenAtMs) },
  ];
}

export function songColumns({ words }: Pen): readonly Column<SongRow>[] {
  const { columns: titles } = words;
  return [
    { title: titles.number, width: 7, side: 'right', cell: ({ songId }) => songId },
    { title: titles.artist, width: { share: 40 }, cell: ({ artist }) => artist },
    { title: titles.title, width: { share: 60 }, cell: ({ title }) => title, tone: () => 'strong' },
    {
      title: titles.time,
      width: 6,
      side: 'right',
      cell: ({ durationS }) => (durationS === null ? '' : mmss(durationS * 1_000)),
    },
  ];
}

export function sungColumns({ words, time }: Pen): readonly Column<Play>[] {
  const { columns: titles, details } = words;
  return [
    { title: titles.at, width: 6, side: 'right', cell: ({ startedAtMs }) => time(startedAtMs) },
    {
      title: titles.singer,
      width: { share: 30 },
      cell: ({ singer }) => singer ?? details.nobody,
      tone: () => 'strong',
    },
    { title: titles.song, width: { share: 70 }, cell: songName },
    { title: titles.end, width: 11, cell: ({ end }) => details.ended(end) },
  ];
}

export function messageColumns({ words, time }: Pen): readonly Column<Message>[] {
  return [
    { title: words.columns.at, width: 6, side: 'right', cell: ({ atMs }) => time(atMs) },
    { title: '', width: { share: 1 }, cell: ({ event }) => words.message(event, time) },
  ];
}
