/** move, unpin. */
import type { NotPinned } from '../../store/dj_line.ts';
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { queueRow } from '../views.ts';

export function pinAnswers(desk: Desk): Pick<Answerers, 'move' | 'unpin'> {
  const { store } = desk;
  return {
    move: async ({ id, place }, { who }) => {
      const pinned = await store.pinEntry(id, place, who);
      if (!('place' in pinned)) return notMoved(id, pinned);
      if (pinned.is === 'done') desk.hint('queue');
      const row = queueRow(pinned.place);
      const note = row.position === place ? null : whyNotThere(pinned.callable, row);
      return done({ ...row, outcome: pinned.is, wanted: place, note });
    },
    unpin: async ({ id }, { who }) => {
      const unpinned = await store.unpinEntry(id, who);
      if (!('place' in unpinned)) return notMoved(id, unpinned);
      if (unpinned.is === 'done') desk.hint('queue');
      return done({ ...queueRow(unpinned.place), outcome: unpinned.is, note: null });
    },
  };
}

/** A pin beyond the end waits there: it has the place that was wanted once the line is long enough. */
function whyNotThere(callable: number, { why, reason }: ReturnType<typeof queueRow>): string {
  if (why.rule !== 'pinned') return reason;
  return callable === 1 ? 'Nobody else waits.' : `The line has ${callable} places so far.`;
}

function notMoved(id: number, why: NotPinned): Refusal {
  switch (why.is) {
    case 'unknown':
      return refusal('failed', `There is no entry ${id}. Its number is the first column of: karaokectl queue`);
    case 'away':
      return refusal(
        'conflict',
        `${why.who} said AWAY, so entry ${id} is not called wherever it stands. Move it after BACK.`,
      );
    case 'too-late':
      return refusal('conflict', `Entry ${id} no longer waits, it is ${why.state}.${REMEDY[why.state]}`);
  }
}

const REMEDY = {
  waiting: '',
  singing: ' To end it: karaokectl skip',
  sung: '',
  skipped: ' To take the last skip back: karaokectl undo',
  cancelled: '',
  unsung: ' Its party is over.',
} as const satisfies Readonly<Record<Extract<NotPinned, { is: 'too-late' }>['state'], string>>;
