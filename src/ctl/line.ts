/** queue, why, add, remove, move, unpin, as the DJ reads them. */
import type { QueueRow } from '../dj/results/line.ts';
import { visible } from '../party/visible.ts';
import type { Printers } from './printer.ts';
import { table } from './table.ts';
import { clockTime, pageLine, singersOf, songName, wait } from './words.ts';

export const linePrinters: Pick<Printers, 'queue' | 'why' | 'add' | 'remove' | 'move' | 'unpin'> = {
  queue: (page, screen) => [
    ...(page.rows.length === 0 && page.page === 1 ? ['Nobody waits.'] : []),
    ...table(
      [
        { title: 'id', as: 'number', cell: ({ queueId }) => queueId },
        { title: '#', as: 'number', cell: ({ position }) => position },
        { title: 'singer', as: 'text', cell: singersOf },
        { title: 'song', as: 'text', cell: songName },
        { title: 'wait', as: 'number', cell: ({ waitFromMin, waitToMin }) => wait(waitFromMin, waitToMin) },
        // A column only when it says something: most nights everybody who waits is here and nobody is pinned.
        ...(page.rows.some((row) => mark(row) !== '') ? [{ title: '', as: 'text', cell: mark } as const] : []),
        { title: 'why', as: 'text', cell: ({ reason }) => reason },
      ],
      page.rows,
      screen,
    ),
    ...pageLine(page),
    ...late(page.rows, screen.nowMs),
  ],
  why: ({ rows }) => rows.map(({ text }) => visible(text)),
  add: (added, { nowMs }) => [
    `Entry ${added.queueId}: ${songName(added.song)} for ${singersOf(added)}, place ${added.position ?? '?'}, wait ${wait(added.waitFromMin, added.waitToMin)}`,
    ...(added.alsoAskedBy.length > 0 ? [`${visible(added.alsoAskedBy.join(', '))} waits for the same song.`] : []),
    ...(added.tooLateFor === null
      ? []
      : [
          `It will not be over when the party ends at ${clockTime(added.tooLateFor, nowMs)}. To end it later: karaokectl party closing`,
        ]),
  ],
  move: (moved) => [
    `${moved.outcome === 'already' ? 'Pinned already' : 'Pinned'}: ${placed(moved)}`,
    ...(moved.note === null ? [] : [`Not in place ${moved.wanted}: ${visible(moved.note)}`]),
  ],
  unpin: (row) => [
    `${row.outcome === 'already' ? 'Not pinned' : 'Unpinned'}: ${placed(row)}`,
    `  ${visible(row.reason)}`,
  ],
  remove: ({ queueId, singer, artist, title }) => [
    `Entry ${queueId} is out of the line: ${songName({ artist, title })} (${visible(singer)})`,
  ],
};

function placed(row: QueueRow): string {
  const { queueId, position, waitFromMin, waitToMin } = row;
  return `entry ${queueId}, ${songName(row)} (${singersOf(row)}), place ${position}, wait ${wait(waitFromMin, waitToMin)}`;
}

/** When the end is, and how it is moved, under a line that is too long for it. */
function late(rows: readonly QueueRow[], nowMs: number): readonly string[] {
  const endsAtMs = rows.find(({ tooLateFor }) => tooLateFor !== null)?.tooLateFor ?? null;
  if (endsAtMs === null) return [];
  return [
    `Too late: not over when the party ends at ${clockTime(endsAtMs, nowMs)}. To end it later: karaokectl party closing`,
  ];
}

/** What a DJ should see of an entry at a glance, before the sentence that a narrow terminal cuts off. */
function mark({ presence, why, tooLateFor }: QueueRow): string {
  const late = tooLateFor === null ? '' : 'too late';
  if (presence === 'away' || why.rule === 'away') return ['away', late].filter(Boolean).join(', ');
  return [why.rule === 'pinned' ? 'pinned' : '', presence === 'absent' ? 'not here' : '', late]
    .filter(Boolean)
    .join(', ');
}
