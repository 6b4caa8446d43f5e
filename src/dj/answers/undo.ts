/** undo. */
import type { TakenBack, Undoable } from '../../store/dj_line.ts';
import type { Subject } from '../../ipc/messages.ts';
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';

export function undoAnswers(desk: Desk): Pick<Answerers, 'undo'> {
  return {
    undo: async (_given, { who }) => {
      const undone = await desk.store.undo(who);
      switch (undone.is) {
        case 'nothing-to-undo':
          return refusal(
            'failed',
            'There is nothing to take back: nothing was ordered in the last 24 hours that can be.',
          );
        case 'not-yet':
          return refusal(
            'conflict',
            `The player is just carrying out the last ${undone.verb}. Undo again in a moment.`,
          );
        case 'overtaken':
          return refusal('conflict', overtaken(undone));
        case 'undone': {
          for (const about of HINTS[undone.verb]) desk.hint(about);
          const { verb, atMs, entryId, wishId, singer, artist, title, state, told } = undone;
          const about = { queueId: entryId, wishId, singer, artist, title, state };
          return done({ undone: verb, who: undone.who, orderedAtMs: atMs, ...about, told });
        }
      }
    },
  };
}

/** Where the others have to look. */
const HINTS: Readonly<Record<Undoable, readonly Subject[]>> = {
  skip: ['queue'],
  remove: ['queue'],
  add: ['queue'],
  move: ['queue'],
  unpin: ['queue'],
  found: ['wishes'],
  refuse: ['wishes'],
  fetch: ['wishes'],
  hide: ['catalogue', 'wishes'],
  ban: ['queue'],
};

function overtaken({ verb, entryId, wishId, artist, title, singer, state }: TakenBack): string {
  const id = entryId ?? wishId;
  const about = artist === null || title === null ? singer : `${artist} - ${title}`;
  const what = [id === null ? verb : `${verb} ${id}`, about].filter((words) => words !== null).join(', ');
  const now = state === null ? '' : `: the ${wishId === null ? 'entry' : 'wish'} is ${state}`;
  const rest = 'Nothing was changed; undo again takes back what was done before it.';
  return `The last was ${what}, and nothing of it stands${now}. ${rest}`;
}
